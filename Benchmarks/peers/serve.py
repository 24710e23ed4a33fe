"""One peer in a process of its own: `serve.py PEER FUTURES THREADS`.

Imports and compiles, says so in a line, and then runs one whole round, simulation and summary, for
each line that it reads. Every line that it writes is a JSON object.
"""

import importlib
import json
import multiprocessing
import pathlib
import sys
import time

begun = time.perf_counter()


def say(**facts):
    print(json.dumps(facts), flush=True)


def peak():
    """The most memory in use so far, in bytes: of this process and of those that it started, added
    up."""
    processes = ["self"] + [str(child.pid) for child in multiprocessing.active_children()]
    return sum(high_water(process) for process in processes)


def high_water(process):
    for line in pathlib.Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) * 1024
    return 0


def main():
    name, futures, threads = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    module = importlib.import_module(name)
    imported = time.perf_counter()
    peer = module.Peer(futures, threads)
    say(importing=imported - begun, compiling=time.perf_counter() - imported)
    for number, _ in enumerate(sys.stdin, start=2):
        start = time.perf_counter()
        result = peer.round(number)
        say(seconds=time.perf_counter() - start, means=[float(x) for x in result[0]], peak=peak())


if __name__ == "__main__":
    main()
