"""W for all: seconds of one whole call, ratios to ours, and peak memory."""

from measures import commands, events, machine
from measures.commands import Run, interleaved, median, named, rank, timed_within
from measures.peers import NAMES, Peer
from measures.tables import (
    Target, digits, megabytes, spread_of, table, target_table, time_of)

FUTURES = 100_000

# In standard errors; the largest of 64 is below 4.5 in all but one of 2,000 measurements.
FARTHEST = 4.5
THREADS = (1, 2)

# The time of a peer over ours: what must be reached and what is aimed at, on two threads.
RATIOS = {
    ("numpy_w", "avx512"): (12, 18),
    ("numpy_w", "avx2"): (7, 10),
    ("numpy_w", "sse2"): (3.5, 5),
    ("numba_lanes", "avx512"): (5, 7),
    ("numba_lanes", "avx2"): (3, 4),
    ("jax_w", "avx512"): (6, 10),
}


def measure(options):
    """The tables of W."""
    levels = commands.levels()
    peers = start_peers(options)
    peaks, means = {}, {}
    contenders = {("assay", level, threads): our_round(level, threads, peaks)
                  for level in levels for threads in THREADS}
    contenders |= {(module, None, threads): peer_round(peer, (module, None, threads), peaks, means)
                   for (module, threads), peer in peers.items()}
    if not options.quick:
        interleaved(1, contenders)  # the first touch of memory is no one's
    figures = interleaved(options.rounds, contenders)
    for peer in peers.values():
        peer.end()
    medians = {name: median(values) for name, values in figures.items()}
    return "\n\n".join([
        times(figures, levels, medians, peaks), INCLUDED, agreement(means), stages(options),
        target_table(targets(medians, levels, peaks))])


INCLUDED = """\
Ours is the whole command `assay rank scenarios/reference-workload --json`, from before its process
is started until it has ended; a peer's is one call, simulation and summary, in a process that has
imported, compiled and done a round before. Every process runs on as many cores as it has threads.
Memory is the most that was resident: of our command's process, and of each peer's processes added
up."""


def start_peers(options):
    modules = [module for module in NAMES if not options.quick or module != "numba_plain"]
    return {(module, threads): Peer(module, FUTURES, threads, options.python)
            for module in modules for threads in THREADS}


def our_round(level, threads, peaks):
    def once():
        run = Run(rank(events.REFERENCE, FUTURES, threads), threads, level)
        note(peaks, ("assay", level, threads), run.peak)
        return run.seconds
    return once


def peer_round(peer, name, peaks, means):
    def once():
        heard = peer.round()
        note(peaks, name, heard["peak"])
        means[name] = heard["means"]
        return heard["seconds"]
    return once


def note(peaks, name, peak):
    peaks[name] = max(peak, peaks.get(name, 0))


def times(figures, levels, medians, peaks):
    head = ["", "threads", "median (range)", "peak memory"]
    head += [f"÷ ours, {named(level)}" for level in levels]
    rows = []
    for threads in THREADS:
        for name, values in figures.items():
            if name[2] != threads:
                continue
            ratios = [digits(medians[name] / medians["assay", level, threads]) for level in levels]
            label = f"assay, {named(name[1])}" if name[0] == "assay" else NAMES[name[0]]
            rows.append([label, threads, spread_of(values), megabytes(peaks[name])] + ratios)
    return table(head, rows)


def agreement(means):
    """How far the peers' mean costs of the last round lie from ours: what is not the same is not
    compared."""
    costs = {bid["id"]: bid["cost"]["after_credits"]
             for bid in commands.answer(events.REFERENCE, FUTURES)["bids"]}
    ours = [costs[f"bid-{j}"] for j in range(len(costs))]
    distances = [abs(mean - cost["mean"]) / (2**0.5 * cost["standard_error"])
                 for peer in means.values() for mean, cost in zip(peer, ours)]
    if max(distances) > FARTHEST:
        raise SystemExit(f"a peer's mean cost is {max(distances):.1f} standard errors from ours")
    return (f"Of {len(distances)} mean costs, by peer, threads and bid, the farthest from ours\n"
            f"lies {max(distances):.1f} standard errors off.")


def stages(options):
    """What of our command each stage takes."""
    contenders = {threads: lambda threads=threads: timed_within(events.REFERENCE, FUTURES, threads)
                  for threads in THREADS}
    figures = interleaved(options.rounds, contenders)
    rows = [[threads] + [time_of(seconds) for seconds in median(values)]
            for threads, values in figures.items()]
    return table(["threads of ours", "reading the event", "simulation", "comparing, answer"], rows)


def targets(medians, levels, peaks):
    best, found = levels[0], []
    for (module, level), bounds in RATIOS.items():
        ours = ("assay", level if level in levels else None, 2)
        is_measured = ours in medians and (module, None, 2) in medians
        # Where no level can be chosen the command takes the widest, which only this machine has.
        if is_measured and (level in levels or level == widest()):
            ratio = medians[module, None, 2] / medians[ours]
            found.append(Target(f"{NAMES[module]} ÷ ours, {level}", ratio, *bounds))
    found.append(Target(
        "two-thread scaling, whole command", medians["assay", best, 1] / medians["assay", best, 2],
        1.85, 1.95))
    peak = max(size for name, size in peaks.items() if name[0] == "assay") / 1e6
    found.append(Target("peak memory", peak, 60, 30, " MB", at_most=True))
    return found


def widest():
    return (machine.instruction_sets() or [None])[0]
