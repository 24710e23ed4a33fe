#!/usr/bin/env python3
"""The value of information between two normal actions: closed form, brute force and regression.

Needs numpy (`pip install numpy`). Exits with 1 where anything is off. The closed forms are those that
Tests/DecisionTests/Inputs/InformationValueTests.swift holds our estimators to; here they are held to
nested simulation and to a regression by numpy (Strong, Oakley & Brennan 2014).
"""

import math
import sys

import numpy as np

# Mean and standard deviation of the difference, and the share of its variance that is known.
CASES = [(50, 100, 0.5), (50, 100, 0.9), (-30, 100, 0.2), (20, 100, 0.05), (0, 100, 0.5)]


def phi(z):
    return math.exp(-z * z / 2) / math.sqrt(2 * math.pi)


def below(z):
    return 0.5 * math.erfc(-z / math.sqrt(2))


def gain(d, s):
    """E max(0, −X) or E max(0, X), whichever choice is the usual one, of X normal."""
    return s * phi(d / s) - abs(d) * (1 - below(abs(d) / s))


def regression(x, difference):
    """Five polynomial terms fitted by one half choose in the other."""
    half = len(x) // 2
    terms = np.vander(x, 6)
    saved = np.zeros(len(x))
    usual = 1 if difference.mean() < 0 else 0
    for fit, use in [(slice(0, half), slice(half, None)), (slice(half, None), slice(0, half))]:
        coefficients, *_ = np.linalg.lstsq(terms[fit], difference[fit], rcond=None)
        choice = terms[use] @ coefficients < 0
        saved[use] = difference[use] * usual - np.where(choice, difference[use], 0)
    return saved.mean(), saved.std() / math.sqrt(len(x))


def main():
    generator = np.random.default_rng(1)
    good = True
    for d, s, share in CASES:
        x, y = generator.standard_normal((2, 400_000))
        difference = d + s * (math.sqrt(share) * x + math.sqrt(1 - share) * y)
        # Everything: the choice without knowing costs min(0, d) on average.
        saved = min(0, d) - np.minimum(difference, 0)
        everything = (saved.mean(), saved.std() / math.sqrt(len(x)))
        # A part, by the known conditional mean, and by regression.
        given = d + s * math.sqrt(share) * x
        nested = min(0, d) - np.minimum(given, 0)
        part = (nested.mean(), nested.std() / math.sqrt(len(x)))
        fitted = regression(x, difference)
        rows = [
            ("EVPI", gain(d, s), everything),
            ("EVPPI, nested", gain(d, s * math.sqrt(share)), part),
            ("EVPPI, regression", gain(d, s * math.sqrt(share)), fitted),
        ]
        for name, exact, (found, error) in rows:
            # Where d is 0 either choice is the usual one: the sample's better one gains half an error.
            slack = 4 * error + (s / math.sqrt(len(x)) if d == 0 else 0)
            good = good and abs(found - exact) < slack
            print(f"d {d}, s {s}, share {share}: {name} exact {exact:.3f}, found {found:.3f} ± {error:.3f}")
    print("agrees" if good else "DIFFERS")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
