"""Time until every bid's mean cost has a standard error of a thousandth."""

import math

from measures import commands, events
from measures.commands import Run, interleaved, median, rank, timed_within
from measures.tables import Target, spread_of, table, target_table

STEP = 512
GOAL = 0.001


def measure(options):
    """The number of futures is found first, and then that number is timed."""
    futures = enough()
    contenders = {
        "whole command": lambda: Run(rank(events.REFERENCE, futures)).seconds,
        "reading, simulation, answer": lambda: timed_within(events.REFERENCE, futures),
    }
    figures = interleaved(4 * options.rounds, contenders)
    whole = figures["whole command"]
    within = figures["reading, simulation, answer"]
    parts = dict(zip(["reading the event", "simulation", "answer"], zip(*within)))
    rows = [["whole command", spread_of(whole)]]
    rows += [[f"of it, {name}", spread_of(values)] for name, values in parts.items()]
    head = [f"W, {futures:,} futures, two threads", "median (range)"]
    return "\n\n".join([
        table(head, rows),
        f"{futures:,} futures are the fewest, in steps of {STEP}, with which the worst bid's\n"
        "mean cost before credits has a relative standard error of at most 0.1 %.",
        target_table([
            Target(f"every bid's mean to 0.1 %, {name}", median(values) * 1e3, 20, 6, " ms",
                   at_most=True)
            for name, values in [("whole command", whole), ("simulation", parts["simulation"])]]),
    ])


def enough():
    """The fewest futures that reach the goal, from a first guess by the square root law."""
    steps = math.ceil((worst(40 * STEP) / GOAL) ** 2 * 40)
    while worst(steps * STEP) > GOAL:
        steps += 1
    while steps > 1 and worst((steps - 1) * STEP) <= GOAL:
        steps -= 1
    return steps * STEP


def worst(futures):
    """The largest relative standard error of a bid's mean cost, from the command's JSON."""
    said = commands.answer(events.REFERENCE, futures)
    costs = [bid["cost"][said["basis"]] for bid in said["bids"]]
    return max(cost["standard_error"] / cost["mean"] for cost in costs)
