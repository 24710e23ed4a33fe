"""Varying terms: what one more cell takes, and a whole grid."""

from measures.commands import ASSAY, ROOT, Run, interleaved, median
from measures.tables import Target, spread_of, table, target_table

EVENT = ROOT / "scenarios/contact-centre"

# The marginal cell is the difference of two studies over the cells that one has more.
FEW, MANY = "13%,14%", "13%,14%,15%,16%,17%,18%,19%"
GRID = ["bids/*/credits/at_risk=8%..16%:2%", "bids/*/credits/cap=8%..16%:2%"]


def measure(options):
    """Studies of contact-centre in which every bid is varied, and of which one is."""
    contenders = {}
    for bids in ("*", "beta"):
        path = f"bids/{bids}/credits/at_risk"
        contenders[f"few {bids}"] = lambda path=path: study(5_000, f"{path}={FEW}")
        contenders[f"many {bids}"] = lambda path=path: study(5_000, f"{path}={MANY}")
    contenders["grid"] = lambda: study(20_000, *GRID)
    figures = interleaved(max(3, options.rounds), contenders)
    more = MANY.count(",") - FEW.count(",")
    cells = {
        bids: [(long - short) / more
               for long, short in zip(figures[f"many {bids}"], figures[f"few {bids}"])]
        for bids in ("*", "beta")
    }
    rows = [
        ["one more cell, 5,000 futures, all five bids varied", spread_of(cells["*"])],
        ["one more cell, 5,000 futures, one bid varied", spread_of(cells["beta"])],
        ["grid of 25 cells, 20,000 futures, all five bids varied", spread_of(figures["grid"])],
    ]
    return "\n\n".join([
        table(["contact-centre, two threads", "median (range)"], rows),
        target_table([
            Target("one more cell, all bids", median(cells["*"]) * 1e3, 50, 50, " ms",
                   at_most=True),
            Target("one more cell, one bid", median(cells["beta"]) * 1e3, 50, 50, " ms",
                   at_most=True),
            Target("grid of 25 cells", median(figures["grid"]), 3, 3, " s", at_most=True),
        ]),
    ])


def study(futures, *varied):
    """Seconds that a study takes, whole command."""
    command = [ASSAY, "whatif", EVENT, "--futures", futures, "--threads", 2, "--json"]
    for term in varied:
        command += ["--vary", term]
    return Run(command).seconds
