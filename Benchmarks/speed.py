#!/usr/bin/env python3
"""Measures how fast assay is, beside its peers, and prints tables in Markdown.

`make speed` builds what this needs and runs it. Options: see --help, and docs/performance.md for
what each table means.
"""

import argparse
import pathlib
import sys

sys.dont_write_bytecode = True

from measures import (  # noqa: E402
    award, cold, commands, decide, events, machine, memory, parts, peers, precision, profile,
    reference, scaling, uncertainty, whatif)

TABLES = {
    "W": ("The reference workload", reference.measure),
    "memory": ("Peak memory", memory.measure),
    "cold": ("Cold start", cold.measure),
    "uncertainty": ("Parameter uncertainty", uncertainty.measure),
    "scaling": ("Scaling", scaling.measure),
    "precision": ("Time to a precise mean", precision.measure),
    "parts": ("Parts of the kernel", parts.measure),
    "profile": ("Profile", profile.measure),
    "award": ("Award", award.measure),
    "whatif": ("What-if studies", whatif.measure),
    "decide": ("Methods of decision", decide.measure),
}

PAGE = commands.ROOT / "docs/performance.md"

# The tables that run a peer.
WITH_PEERS = {"W", "cold"}


def main():
    options = parsed()
    chosen = options.only.split(",") if options.only else list(TABLES)
    unknown = [name for name in chosen if name not in TABLES]
    if unknown:
        sys.exit(f"no table is called {', '.join(unknown)}; there are {', '.join(TABLES)}")
    check(options, chosen)
    options.events = events.Events()
    say(options, "machine", described(options))
    for name in chosen:
        heading, measure = TABLES[name]
        moment = machine.Moment(options)
        table = measure(options)
        say(options, name, f"### {heading}\n\n{moment.sentence()}\n\n{table}")


def described(options):
    lines = [machine.description(options.python)]
    if commands.levels() == [None]:
        lines.append(f"* The command does not heed {commands.VARIABLE}: it runs in the widest "
                     "vectors.")
    return "\n".join(lines)


def say(options, name, text):
    """Prints a part and, where asked, puts it in its place in docs/performance.md."""
    print(text, end="\n\n", flush=True)
    if not options.record:
        return
    begin, end = f"<!-- measured: {name} -->", "<!-- end -->"
    before, found, after = PAGE.read_text().partition(begin)
    if not found or end not in after:
        sys.exit(f"{PAGE} has no place {begin}")
    after = after[after.index(end):]
    PAGE.write_text(f"{before}{begin}\n\n{text}\n\n{after}")


def parsed():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=None, help="interleaved rounds (5)")
    parser.add_argument("--only", help=f"tables, by comma: {','.join(TABLES)}")
    parser.add_argument("--quick", action="store_true", help="one round, smaller tables")
    parser.add_argument("--full", action="store_true", help="also 100 million futures, minutes")
    parser.add_argument("--record", action="store_true",
                        help="also put the tables into docs/performance.md")
    parser.add_argument("--python", type=pathlib.Path, default=peers.PYTHON,
                        help="the Python that has the peers")
    options = parser.parse_args()
    options.rounds = options.rounds or (1 if options.quick else 5)
    return options


def check(options, chosen):
    """Ends with a sentence where something is missing: `make speed` would have made it."""
    needed = [commands.ASSAY, commands.SIMULATE, commands.KERNEL, decide.DECIDE]
    if WITH_PEERS & set(chosen):
        needed.append(options.python)
    missing = [str(path) for path in needed if not path.exists()]
    if missing:
        sys.exit(f"missing: {', '.join(missing)}; run make speed")
    if len(machine.CORES) < 2:
        sys.exit("two cores are needed")


if __name__ == "__main__":
    main()
