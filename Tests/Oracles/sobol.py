#!/usr/bin/env python3
"""First and total order Sobol indices of closed forms, found by SALib and by our estimators.

Needs SALib and numpy (`pip install SALib numpy`). Exits with 1 where anything is off. The truths are
those that Tests/DecisionTests/Inputs/SobolIndexTests.swift holds our estimators to; here SALib must
find them too, and the formulas of `SobolIndex` written in numpy must agree with SALib's on the same
futures.
"""

import sys

import numpy as np
from SALib.analyze import sobol as analyze
from SALib.sample import sobol as sample

A, B = 7.0, 0.1
PI = np.pi


def ishigami(x):
    return np.sin(x[:, 0]) + A * np.sin(x[:, 1]) ** 2 + B * x[:, 2] ** 4 * np.sin(x[:, 0])


def linear(x):
    return 500 + x @ np.array([1.0, 2.0, 3.0, 0.0])


def ishigami_truth():
    v = A**2 / 8 + B * PI**4 / 5 + B**2 * PI**8 / 18 + 0.5
    v1 = 0.5 * (1 + B * PI**4 / 5) ** 2
    v2 = A**2 / 8
    v13 = 8 * B**2 * PI**8 / 225
    return [v1 / v, v2 / v, 0.0], [(v1 + v13) / v, v2 / v, v13 / v]


def linear_truth():
    shares = np.array([1.0, 4.0, 9.0, 0.0])
    shares = list(shares / shares.sum())
    return shares, shares


def split(values, inputs):
    """SALib's order of rows: A, AB_1 … AB_k, B."""
    rows = values.reshape(-1, inputs + 2)
    return rows[:, 0], rows[:, 1:-1], rows[:, -1]


def ours(values, inputs):
    a, ab, b = split(values, inputs)
    mean = (a.mean() + b.mean()) / 2
    variance = (((a - mean) ** 2) + ((b - mean) ** 2)).mean() / 2
    first = [((b - mean) * (ab[:, i] - a)).mean() / variance for i in range(inputs)]
    total = [((a - ab[:, i]) ** 2).mean() / 2 / variance for i in range(inputs)]
    return first, total


def check(name, function, problem, truth):
    points = sample.sample(problem, 8192, calc_second_order=False, seed=1)
    values = function(points)
    found = analyze.analyze(problem, values, calc_second_order=False, seed=1)
    first, total = ours(values, problem["num_vars"])
    worst = 0.0
    rows = [("first", truth[0], found["S1"], first), ("total", truth[1], found["ST"], total)]
    for order, exact, theirs, own in rows:
        for place, (t, s, o) in enumerate(zip(exact, theirs, own)):
            worst = max(worst, abs(t - s), abs(t - o), abs(s - o))
            print(f"{name} x{place + 1} {order}: exact {t:.4f}, SALib {s:.4f}, ours {o:.4f}")
    return worst < 0.01


def main():
    bounds = {"num_vars": 3, "names": ["x1", "x2", "x3"], "bounds": [[-PI, PI]] * 3}
    normals = {
        "num_vars": 4,
        "names": ["x1", "x2", "x3", "x4"],
        "bounds": [[0, 1]] * 4,
        "dists": ["norm"] * 4,
    }
    good = check("Ishigami", ishigami, bounds, ishigami_truth())
    good = check("linear", linear, normals, linear_truth()) and good
    # The literals of the Swift tests.
    literals = [0.313905, 0.442411, 0.0, 0.557589, 0.442411, 0.243684]
    exact = sum(map(list, ishigami_truth()), [])
    good = good and all(abs(l - e) < 5e-7 for l, e in zip(literals, exact))
    print("agrees" if good else "DIFFERS")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
