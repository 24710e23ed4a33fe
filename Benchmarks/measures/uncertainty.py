"""What parameter uncertainty costs: W with an error on every coefficient against W without."""

from measures import commands, events
from measures.commands import Run, interleaved, median, rank, timed_within
from measures.tables import Target, digits, spread_of, table, target_table

FUTURES = 100_000


def measure(options):
    """The simulation alone decides; the whole command is shown beside it."""
    uncertain = options.events.uncertain()
    pair = {"known": events.REFERENCE, "uncertain": uncertain}
    contenders = {(name, "simulation alone"): simulating(event) for name, event in pair.items()}
    contenders |= {(name, "whole command"): commanding(event) for name, event in pair.items()}
    figures = interleaved(options.rounds, contenders)
    rows = []
    for what in ("simulation alone", "whole command"):
        known, unknown = figures["known", what], figures["uncertain", what]
        rows.append([what, spread_of(known), spread_of(unknown),
                     digits(median(unknown) / median(known))])
    ratio = (median(figures["uncertain", "simulation alone"])
             / median(figures["known", "simulation alone"]))
    return "\n\n".join([
        table(["W, two threads", "coefficients known", "uncertain", "ratio"], rows),
        note(uncertain),
        target_table([Target("parameter uncertainty on ÷ off", ratio, 1.3, 1.15, at_most=True)]),
    ])


def note(uncertain):
    variants = commands.answer(uncertain, 2_560)["variants"]
    return (
        "Uncertain are level, spread, persistence and demand links of every metric of every bid,\n"
        "and persistence and spread of demand and index, each drawn once a future. The simulation\n"
        "alone is the experiment itself, timed within the process. The whole command of the\n"
        f"uncertain event also simulates {len(variants)} variant{'s' * (len(variants) != 1)} of "
        "10,000 futures (what if every coefficient were\nknown?), which the event without errors "
        "has not.")


def simulating(event):
    return lambda: timed_within(event, FUTURES)[1]


def commanding(event):
    return lambda: Run(rank(event, FUTURES)).seconds
