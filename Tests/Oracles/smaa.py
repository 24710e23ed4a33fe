"""SMAA-2 against published tables, closed forms, and the same indices by rejection."""

import math
import sys

sys.dont_write_bytecode = True

import numpy as np  # noqa: E402

from support.asking import Check, ask  # noqa: E402

DRAWS = 200_000


def thrombo(check):
    """Heparin and enoxaparin against deep vein thrombosis.

    The laws are those of the thrombolytics example of the MCDA web application of G. van Valkenhoef
    (beta laws from the trial's counts, linear value functions); the tables are those that the R
    package smaa 0.2 prints for 10,000 draws of them (tests/Examples/smaa-Ex.Rout.save).
    """
    generator = np.random.default_rng(2)
    count = 100_000
    laws = [((20, 116), (40, 96), (1, 135)), ((8, 121), (32, 97), (5, 124))]
    ranges = [(0.0, 0.25), (0.15, 0.4), (0.0, 0.1)]
    scores = np.empty((count, 2, 3))
    for bid, own in enumerate(laws):
        for criterion, (law, (best, worst)) in enumerate(zip(own, ranges)):
            drawn = generator.beta(*law, count)
            scores[:, bid, criterion] = (worst - drawn) / (worst - best)
    answer = smaa(scores, [1, 1, 1], "free", is_sample=True)
    published = {
        "ranks": [[0.3504, 0.6496], [0.6496, 0.3504]],
        "central": [[0.1865097, 0.2772205, 0.5362698], [0.4073100, 0.3641477, 0.2285423]],
        "confidence": [0.6682, 0.8956],
    }
    for bid in range(2):
        first = published["ranks"][bid][0]
        theirs = math.sqrt(first * (1 - first) / 10_000)
        for rank, truth in enumerate(published["ranks"][bid]):
            found = answer["ranks"][bid][rank]
            check.close(f"thrombo, rank {rank + 1} of {bid}", found["value"], truth,
                        found["error"], theirs)
        for criterion, truth in enumerate(published["central"][bid]):
            found = answer["central"][bid][criterion]
            # Weights have a standard deviation of at most 0.24 on the triangle.
            check.close(f"thrombo, central weight {criterion} of {bid}", found["value"], truth,
                        found["error"], 0.24 / math.sqrt(10_000 * first))
        truth = published["confidence"][bid]
        found = answer["confidence"][bid]
        # Central weights of either side are off, which moves the factor as well.
        check.close(f"thrombo, confidence of {bid}", found["value"], truth, found["error"],
                    math.sqrt(truth * (1 - truth) / 10_000), 0.005)


def intervals(check):
    """Two criteria: acceptabilities are lengths of intervals of the first weight."""
    scores = np.array([[[1, 0], [0, 1], [0.6, 0.6]]])
    for space, ratio, low, high in [("free", None, 0, 1), ("ordinal", None, 0.5, 1),
                                    ("ratio", 2, 0.5, 0.8), ("ratio", 1.2, 0.625, 12 / 17)]:
        # Stated 2 to 1: ratios within R of that leave the first weight between these ends.
        answer = smaa(scores, [2, 1], space, ratio)
        wins = [(0.6, 1), (0, 0.4), (0.4, 0.6)]
        for bid, (left, right) in enumerate(wins):
            share = max(0, min(right, high) - max(left, low)) / (high - low)
            found = answer["ranks"][bid][0]
            check.close(f"{space} {ratio}, first rank of {bid}", found["value"], share,
                        math.sqrt(share * (1 - share) / DRAWS), 1e-9)


def areas(check):
    """Three criteria, free weights: acceptabilities are areas of the triangle."""
    scores = np.array([[[1, 0, 0], [0, 1, 0], [0, 0, 1], [0.5, 0.5, 0.5]]])
    for bid, share in enumerate([0.25] * 4):
        found = smaa(scores, [1, 1, 1], "free")["ranks"][bid][0]
        check.close(f"areas, first rank of {bid}", found["value"], share,
                    math.sqrt(share * (1 - share) / DRAWS))


def by_rejection(check):
    """Five bids and four criteria with correlated outcomes, every index by plain NumPy."""
    generator = np.random.default_rng(5)
    stated = np.array([40, 30, 20, 10.0])
    base = generator.random((5, 4))
    scores = base + 0.15 * generator.standard_normal((40_000, 5, 4))
    for space, ratio in [("free", None), ("ordinal", None), ("ratio", 3.0)]:
        weights = generator.dirichlet(np.ones(4), 1_000_000)
        if space == "ordinal":
            weights = np.sort(weights, axis=1)[:, ::-1]
        if space == "ratio":
            v = weights / stated
            weights = weights[v.max(axis=1) <= ratio * v.min(axis=1)]
        weights = weights[:200_000]
        outcomes = scores[generator.integers(0, len(scores), len(weights))]
        values = np.einsum("nbc,nc->nb", outcomes, weights)
        ranks = (-values).argsort(axis=1).argsort(axis=1)
        answer = smaa(scores, stated.tolist(), space, ratio, is_sample=False)
        for bid in range(5):
            for rank in range(5):
                truth = np.mean(ranks[:, bid] == rank)
                error = math.sqrt(truth * (1 - truth) / len(weights)) + 1e-6
                check.close(f"{space}, rank {rank + 1} of {bid}",
                            answer["ranks"][bid][rank]["value"], truth, error,
                            math.sqrt(truth * (1 - truth) / DRAWS))
            for other in range(5):
                if other != bid:
                    truth = np.mean(values[:, bid] > values[:, other])
                    error = math.sqrt(truth * (1 - truth) / len(weights)) + 1e-6
                    check.close(f"{space}, {bid} over {other}",
                                answer["winning"][bid][other]["value"], truth, error,
                                math.sqrt(truth * (1 - truth) / DRAWS))
            first = ranks[:, bid] == 0
            if first.sum() < 500:
                continue
            central = weights[first].mean(axis=0)
            errors = weights[first].std(axis=0) / math.sqrt(first.sum())
            for criterion in range(4):
                found = answer["central"][bid][criterion]
                check.close(f"{space}, central weight {criterion} of {bid}", found["value"],
                            central[criterion], errors[criterion], found["error"])
            own = [weight["value"] for weight in answer["central"][bid]]
            best = (scores @ np.array(own)).argmax(axis=1)
            check.near(f"{space}, confidence of {bid}", answer["confidence"][bid]["value"],
                       np.mean(best == bid), 1e-4)


def smaa(scores, weights, space, ratio=None, is_sample=False):
    _, bids, criteria = scores.shape
    return ask("smaa", alternatives=bids, criteria=criteria, scores=scores.ravel().tolist(),
               isSample=is_sample, weights=weights, space=space, ratio=ratio, draws=DRAWS, seed=1)


def main():
    check = Check()
    thrombo(check)
    intervals(check)
    areas(check)
    by_rejection(check)
    check.end("SMAA-2")


main()
