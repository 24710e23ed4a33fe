"""Stochastic dominance on pairs that are made to dominate or not."""

import sys

sys.dont_write_bytecode = True

import numpy as np  # noqa: E402
from scipy import stats  # noqa: E402

from support.asking import Check, ask  # noqa: E402

COUNT = 20_000


def main():
    check = Check()
    levels = (np.arange(COUNT) + 0.5) / COUNT
    # Independent futures of laws whose order is known; costs, so that less is better.
    orders = [
        ("shifted normal", stats.norm(10, 1), stats.norm(10.5, 1), "first"),
        ("dearer and wider gamma", stats.gamma(4), stats.gamma(5), "first"),
        # Equal means are never told apart beyond error, however wide one is.
        ("wider normal", stats.norm(10, 1), stats.norm(10, 2), "in sample"),
        ("wider and dearer normal", stats.norm(10, 1), stats.norm(10.3, 2), "second"),
        ("wider and cheaper normal", stats.norm(10.3, 1), stats.norm(10, 2), "neither"),
        ("the same normal", stats.norm(10, 1), stats.norm(10, 1), "neither"),
        ("shifted uniform", stats.uniform(0, 1), stats.uniform(0.2, 1), "first"),
        ("narrower uniform", stats.uniform(0.25, 0.5), stats.uniform(0, 1), "in sample"),
    ]
    generator = np.random.default_rng(3)
    for name, better, worse, order in orders:
        # On common random numbers and on independent ones, in random order of futures.
        own = generator.permutation(levels)
        other = generator.permutation(levels)
        for paired, second in [("paired", own), ("independent", other)]:
            costs, others = better.ppf(own), worse.ppf(second)
            found = ask("dominance", first=costs.tolist(), second=others.tolist())
            expected = {"first": ["beyond_error"] * 2, "second": ["none", "beyond_error"],
                        "in sample": ["none", "in_sample"], "neither": ["none", "none"]}[order]
            check.same(f"{name}, {paired}", found, expected)
            reverse = ask("dominance", first=others.tolist(), second=costs.tolist())
            check.same(f"{name}, {paired}, the other way round", reverse, ["none", "none"])
    check.end("Stochastic dominance")


main()
