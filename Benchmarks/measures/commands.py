"""Runs a command and says how long it took and how much memory it had."""

import json
import os
import pathlib
import resource
import statistics
import subprocess
import time

from measures import machine

ROOT = pathlib.Path(__file__).resolve().parents[2]
ASSAY = ROOT / ".build/release/assay"
SIMULATE = ROOT / ".build/speed/release/Simulate"
KERNEL = ROOT / ".build/speed/release/Kernel"
VARIABLE = "ASSAY_INSTRUCTIONS"

# A process that has just started shares its parent's memory, so the kernel never reports less
# than this program had.
FLOOR = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


class Run:
    """One run of a command: seconds from before it was started until it had ended, and its peak
    resident memory in bytes."""

    def __init__(self, command, threads=2, level=None):
        environment = dict(os.environ)
        if level:
            environment[VARIABLE] = level
        with machine.pinned(threads):
            start = time.perf_counter()
            process = subprocess.Popen(
                [str(word) for word in command], stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL, env=environment)
            _, status, usage = os.wait4(process.pid, 0)
            self.seconds = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        self.peak = usage.ru_maxrss * 1024
        if process.returncode != 0:
            raise SystemExit(f"{' '.join(map(str, command))} exited with {process.returncode}")


def rank(event, futures, threads=2):
    """The command that ranks the bids of an event, as a user would type it."""
    return [ASSAY, "rank", event, "--futures", futures, "--threads", threads, "--json"]


def answer(event, futures):
    """What the command says, read from its JSON."""
    command = [str(word) for word in rank(event, futures)]
    return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)


def timed_within(event, futures, threads=2):
    """Seconds for reading an event, simulating it without variants, and answering, by the nested
    package."""
    command = [str(SIMULATE), str(event), str(futures), str(threads)]
    with machine.pinned(threads):
        run = subprocess.run(command, check=True, capture_output=True, text=True)
    return [float(word) for word in run.stdout.split()]


def heeds_variable():
    """Whether the command refuses an unknown instruction set, and so lets one be chosen."""
    event = ROOT / "scenarios/payroll"
    run = subprocess.run(
        [str(word) for word in rank(event, 256)], env={**os.environ, VARIABLE: "none-such"},
        capture_output=True)
    return run.returncode != 0


def levels():
    """The instruction sets in which the command can be run here; None is its own choice."""
    return machine.instruction_sets() if heeds_variable() else [None]


def named(level):
    """The instruction set in a table's heading."""
    return level or "widest vectors"


def interleaved(rounds, contenders):
    """Runs every contender once a round, each round beginning with another one.

    `contenders` are functions by name that give a figure or a list of figures; the answer has
    their figures by name.
    """
    names = list(contenders)
    figures = {name: [] for name in names}
    for round_number in range(rounds):
        start = round_number % len(names)
        for name in names[start:] + names[:start]:
            figures[name].append(contenders[name]())
    return figures


def median(values):
    """The median of figures, or of lists of figures place by place."""
    if values and isinstance(values[0], (list, tuple)):
        return [statistics.median(place) for place in zip(*values)]
    return statistics.median(values)
