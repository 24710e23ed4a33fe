"""TOPSIS and PROMETHEE II against pymcdm: its own examples, and random matrices."""

import sys
import warnings

sys.dont_write_bytecode = True

import numpy as np  # noqa: E402
from pymcdm import normalizations  # noqa: E402
from pymcdm.methods import PROMETHEE_II, TOPSIS  # noqa: E402

from support.asking import Check, ask  # noqa: E402

# It warns of alternatives that dominate others.
warnings.simplefilter("ignore", UserWarning)

# pymcdm's own examples, from its documentation and its tests.
EXAMPLES = [
    # Opricovic and Tzeng, European Journal of Operational Research 156 (2004).
    ([[1, 3000], [2, 3750], [5, 4500]], [0.5, 0.5], [-1, 1]),
    # Zhao, Peng and Li, Procedia Computer Science 17 (2013).
    ([[4, 3, 2], [3, 2, 4], [5, 1, 3]], [0.5, 0.3, 0.2], [1, 1, 1]),
    # Yang and Wu, IEEE Access 8 (2020).
    ([[78, 56, 34, 6], [4, 45, 3, 97], [18, 2, 50, 63], [9, 14, 11, 92], [85, 9, 100, 29]],
     [0.25] * 4, [1] * 4),
    # Stanujkic, Djordjevic and Karabasevic, Quaestus 7 (2015).
    ([[4.64, 3.00, 3.00, 3.00, 2.88, 3.63], [4.00, 4.00, 4.64, 3.56, 3.63, 5.00],
      [3.30, 4.31, 3.30, 4.00, 3.30, 4.00], [2.62, 5.00, 4.22, 4.31, 5.00, 5.00]],
     [0.28, 0.25, 0.19, 0.15, 0.08, 0.05], [1] * 6),
    # Dezert, Tchamova, Han and Tacnet, FUSION 2020.
    ([[10.5, -3.1, 1.7], [-4.7, 0, 3.4], [8.1, 0.3, 1.3], [3.2, 7.3, -5.3]],
     [0.2, 0.3, 0.5], [1, -1, 1]),
]

# The net flows that Zhao, Peng and Li print.
PRINTED = {1: [0.1, -0.3, 0.2]}


def random_cases(count, seed):
    generator = np.random.default_rng(seed)
    for _ in range(count):
        bids, criteria = generator.integers(2, 9), generator.integers(1, 7)
        values = np.round(generator.lognormal(0, 1, (bids, criteria)), 1)
        values += np.arange(bids)[:, None] * 1e-3  # no column that nothing tells apart
        weights = generator.dirichlet(np.ones(criteria))
        yield values.tolist(), weights.tolist(), generator.choice([-1, 1], criteria).tolist()


def main():
    cases = EXAMPLES + list(random_cases(200, seed=1))
    thresholds = []
    for values, weights, _ in cases:
        spread = np.ptp(np.array(values, dtype=float), axis=0)
        thresholds.append(((0.1 * spread).tolist(), (0.6 * spread).tolist()))
    answers = ask("methods", matrices=[
        {"values": values, "weights": weights, "prefersLess": [sign < 0 for sign in signs],
         "indifference": low, "preference": high}
        for (values, weights, signs), (low, high) in zip(cases, thresholds)])
    check = Check()
    for number, (case, (low, high), answer) in enumerate(zip(cases, thresholds, answers)):
        matrix, weights, signs = (np.array(part, dtype=float) for part in case)
        theirs = {
            "topsis": TOPSIS(normalizations.vector_normalization)(matrix, weights, signs),
            "usual": PROMETHEE_II("usual")(matrix, weights, signs),
            "linear": PROMETHEE_II("vshape_2", p=high, q=low)(matrix, weights, signs),
        }
        for name, truth in theirs.items():
            for bid, (found, expected) in enumerate(zip(answer[name], truth)):
                check.near(f"case {number}, {name} of {bid}", found, expected, 1e-9)
        for bid, expected in enumerate(PRINTED.get(number, [])):
            check.near(f"case {number}, printed, {bid}", answer["usual"][bid], expected, 5e-4)
    check.end("TOPSIS and PROMETHEE II")


main()
