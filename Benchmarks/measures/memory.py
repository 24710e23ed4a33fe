"""Peak memory over the number of futures."""

from measures import commands, events
from measures.commands import Run, rank
from measures.tables import Target, megabytes, table, target_table, time_of


def measure(options):
    """One run for each number of futures, on two threads."""
    counts = [100_000, 400_000] if options.quick else [100_000, 400_000, 4_000_000]
    if options.full:
        counts.append(100_000_000)
    runs = {futures: Run(rank(events.REFERENCE, futures)) for futures in counts}
    rows = [[f"{futures:,}", megabytes(run.peak), time_of(run.seconds)]
            for futures, run in runs.items()]
    parts = [table(["futures of W", "peak memory", "whole command"], rows), FLOOR_NOTE.format(
        floor=megabytes(commands.FLOOR()))]
    if options.full:
        peak = runs[100_000_000].peak / 1e6
        parts.append(target_table(
            [Target("peak memory, 100 million futures", peak, 150, 60, " MB", at_most=True)]))
    elif not options.quick:
        parts.append(growth(runs[400_000], runs[4_000_000]))
    return "\n\n".join(parts)


FLOOR_NOTE = ("Peak memory is the maximum resident set that the kernel reports for the process;\n"
              "below {floor}, what this script has itself, it could not be told.")


def growth(few, many):
    change = (many.peak - few.peak) / 1e6
    return (f"From 400 thousand to 4 million futures memory changes by {change:+.1f} MB: from\n"
            "131,072 futures on nothing is kept of a single future. `--full` runs 100 million.")
