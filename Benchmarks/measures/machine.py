"""The machine: its processors, its instruction sets, and what is told of it above a table."""

import contextlib
import os
import pathlib
import platform
import subprocess
import time

# What a processor must have for each level; x86-64 always has SSE2.
NEEDED = {
    "avx512": {"avx512f", "avx512bw", "avx512cd", "avx512dq", "avx512vl"},
    "avx2": {"avx2", "bmi1", "bmi2", "fma", "f16c", "movbe", "abm"},
    "sse2": {"sse2"},
}


def facts():
    """The fields of the first processor in /proc/cpuinfo."""
    lines = pathlib.Path("/proc/cpuinfo").read_text().split("\n\n")[0].splitlines()
    return {key.strip(): value.strip() for key, _, value in (line.partition(":") for line in lines)}


def instruction_sets():
    """The levels that this machine runs, the widest first."""
    flags = set(facts().get("flags", "").split())
    return [level for level, needed in NEEDED.items() if needed <= flags]


def cores():
    """One processor for each core that this process may use."""
    allowed, seen, chosen = sorted(os.sched_getaffinity(0)), set(), []
    for processor in allowed:
        path = f"/sys/devices/system/cpu/cpu{processor}/topology/thread_siblings_list"
        try:
            siblings = pathlib.Path(path).read_text().strip()
        except OSError:
            siblings = str(processor)
        if siblings not in seen:
            seen.add(siblings)
            chosen.append(processor)
    return chosen


CORES = cores()


@contextlib.contextmanager
def pinned(threads):
    """What is started meanwhile runs on as many cores as it has threads, and on no others."""
    before = os.sched_getaffinity(0)
    os.sched_setaffinity(0, CORES[:threads])
    try:
        yield
    finally:
        os.sched_setaffinity(0, before)


def description(python):
    """What is measured on, as a list in Markdown."""
    known = facts()
    memory = pathlib.Path("/proc/meminfo").read_text().split()[1]
    swift = first_line(["swift", "--version"])
    peers = first_line([str(python), "-c", VERSIONS]) if python.exists() else "none"
    sets = ", ".join(instruction_sets()) or platform.machine()
    model = known.get("model name", platform.processor())
    family = f"family {known.get('cpu family', '?')}, model {known.get('model', '?')}"
    return "\n".join([
        f"* Measured on: {model} ({family}), {len(CORES)} cores in use, {sets}, "
        f"{int(memory) // 1024:,} MB, Linux {platform.release()}.",
        f"* With: {swift}; peers: {peers}.",
    ])


class Moment:
    """When and how a table is measured, and whether the machine was left alone meanwhile."""

    def __init__(self, options):
        self.when = time.strftime("%Y-%m-%d %H:%M UTC", time.gmtime())
        self.how = f"{options.rounds} round{'s' * (options.rounds != 1)}"
        self.how += ", quick" if options.quick else ""
        self.begun, self.busy, self.own = time.perf_counter(), busy(), own()

    def sentence(self):
        """What stands above the table, once it is measured."""
        elapsed = time.perf_counter() - self.begun
        others = max(0, (busy() - self.busy) - (own() - self.own)) / elapsed
        warning = " **Too much: measure again.**" if others > DISTURBED else ""
        return (f"Measured at {self.when}, {self.how}; other programs used {others:.0%} of a core "
                f"meanwhile.{warning}")


# The share of a core that others may use before figures are worth nothing.
DISTURBED = 0.1


def busy():
    """Seconds that all processors have worked or were taken away by the host since the start."""
    line = pathlib.Path("/proc/stat").read_text().split("\n")[0]
    times = [int(word) for word in line.split()[1:]]
    user, nice, system, _, _, irq, softirq, steal = times[:8]
    return (user + nice + system + irq + softirq + steal) / os.sysconf("SC_CLK_TCK")


def own():
    """Seconds of processors that this program and what it has started and ended have used."""
    return sum(os.times()[:4])


VERSIONS = """
import sys, importlib.metadata as m
print(f"Python {sys.version.split()[0]}, " + ", ".join(
    f"{p} {m.version(p)}" for p in ["numpy", "numba", "jax"]))
"""


def first_line(command):
    run = subprocess.run(command, capture_output=True, text=True)
    return (run.stdout.splitlines() or ["unknown"])[0].strip()
