"""How the cost per draw changes with bids, months, levels and futures."""

from measures.commands import interleaved, median, timed_within
from measures.tables import digits, table, time_of

W = {"bids": 8, "months": 60, "levels": 8, "futures": 100_000}
AXES = {
    "bids": (2, 4, 8, 16),
    "months": (12, 60, 120),
    "levels": (2, 8, 16),
    "futures": (10_000, 100_000, 1_000_000),
}
QUICK = {"bids": (2, 8), "months": (12, 60), "levels": (2, 8), "futures": (10_000, 100_000)}


def measure(options):
    """W with one size changed at a time; a draw is one future, month, bid and service level."""
    axes = QUICK if options.quick else AXES
    sizes = [W] + [W | {axis: size} for axis, steps in axes.items() for size in steps
                   if size != W[axis]]
    contenders = {tuple(size.values()): running(options.events, **size) for size in sizes}
    medians = {name: median(values)
               for name, values in interleaved(min(3, options.rounds), contenders).items()}
    rows = [row_of(axis, size, medians) for axis, steps in axes.items() for size in steps]
    return "\n\n".join([table(HEAD, rows), NOTE])


HEAD = ["changed in W", "size", "simulation", "ns per draw", "÷ W's"]

NOTE = """\
The simulation alone, two threads. With fewer levels the work of a month that is there once for
each bid (prices, bands, indexation, the exit) falls on fewer draws, and the correlation of levels
grows with their square; with fewer bids the volumes that all bids share fall on fewer draws. Of
very few months or futures what is done once for all of them is a part."""


def running(events, bids, months, levels, futures):
    event = events.sized(bids, months, levels)
    return lambda: timed_within(event, futures)[1]


def row_of(axis, size, medians):
    changed = W | {axis: size}
    seconds = medians[tuple(changed.values())]
    whole = cost_per_draw(W, medians[tuple(W.values())])
    cost = cost_per_draw(changed, seconds)
    return [axis, f"{size:,}", time_of(seconds), digits(cost), digits(cost / whole)]


def cost_per_draw(size, seconds):
    return seconds * 1e9 / (size["bids"] * size["months"] * size["levels"] * size["futures"])
