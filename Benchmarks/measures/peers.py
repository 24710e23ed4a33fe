"""The peers: each in a process of its own, asked for one whole round of W at a time."""

import json
import os
import subprocess
import time

from measures import machine
from measures.commands import ROOT

FOLDER = ROOT / "Benchmarks/peers"
PYTHON = ROOT / ".build/speed-venv/bin/python"

NAMES = {
    "numpy_w": "NumPy f64",
    "numba_plain": "Numba, plain loops",
    "numba_lanes": "Numba, expert",
    "jax_w": "JAX-CPU f32",
}

# One thread for each process or pool; what a library would start beside them disturbs.
SINGLE = ["OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"]


class Peer:
    """A process that has imported and compiled, and waits."""

    def __init__(self, module, futures, threads, python=PYTHON):
        environment = dict(os.environ, PYTHONDONTWRITEBYTECODE="1")
        environment.update({name: "1" for name in SINGLE}, OMP_NUM_THREADS=str(threads))
        self.start = time.perf_counter()
        command = [python, FOLDER / "serve.py", module, futures, threads]
        with machine.pinned(threads):
            self.process = subprocess.Popen(
                [str(word) for word in command], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.PIPE, text=True, env=environment)
        self.begun = self.heard()

    def heard(self):
        line = self.process.stdout.readline()
        if not line:
            raise SystemExit(f"a peer ended:\n{self.process.stderr.read()}")
        return json.loads(line)

    def round(self):
        """One simulation and its summary: seconds, means by bid, peak memory so far."""
        self.process.stdin.write("round\n")
        self.process.stdin.flush()
        return self.heard()

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def cold(module, futures, threads, python=PYTHON):
    """Seconds from the start of a process to its first result: import, compilation, one round."""
    peer = Peer(module, futures, threads, python)
    peer.round()
    seconds = time.perf_counter() - peer.start
    peer.end()
    return seconds
