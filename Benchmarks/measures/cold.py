"""Cold start: a new process to its first result."""

from measures import events, peers
from measures.commands import ASSAY, ROOT, Run, interleaved, median, rank
from measures.tables import digits, spread_of, table

FUTURES = 100_000


def measure(options):
    """The command on three questions, and each peer from the start of Python on."""
    ours = {
        "assay, base case of W": [ASSAY, "rank", events.REFERENCE, "--base-case", "--json"],
        "assay, payroll with 1,000 futures": rank(ROOT / "scenarios/payroll", 1_000),
        "assay, W": rank(events.REFERENCE, FUTURES),
    }
    contenders = {name: starting(command) for name, command in ours.items()}
    figures = interleaved(max(3, options.rounds), contenders)
    modules = ["numba_lanes"] if options.quick else list(peers.NAMES)
    starts = 1 if options.quick else 3
    for module in modules:
        figures[f"{peers.NAMES[module]}, W"] = [
            peers.cold(module, FUTURES, 2, options.python) for _ in range(starts)]
    whole = median(figures["assay, W"])
    rows = [[name, spread_of(values), digits(median(values) / whole) if "W" == name[-1] else ""]
            for name, values in figures.items()]
    return table(["two threads, process start to result", "median (range)", "÷ ours"], rows)


def starting(command):
    return lambda: Run(command).seconds
