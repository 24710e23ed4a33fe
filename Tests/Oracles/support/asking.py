"""Asks the command `Oracles`, and keeps the account of a check."""

import json
import math
import subprocess
import sys


def ask(kind, **question):
    """What the command whose path is the first argument answers."""
    document = json.dumps({"kind": kind, **question})
    run = subprocess.run([sys.argv[1]], input=document, text=True, capture_output=True)
    if run.returncode != 0:
        sys.exit(f"{sys.argv[1]} failed: {run.stderr}")
    return json.loads(run.stdout)


class Check:
    """Compares figures with the truth, and ends with 1 where one is wrong."""

    def __init__(self):
        self.count, self.wrong = 0, []

    def near(self, what, found, truth, tolerance):
        """Expects a figure to lie within a tolerance; whatever is no number is wrong."""
        self.count += 1
        if not abs(found - truth) <= tolerance:
            self.wrong.append(f"{what}: {found} against {truth}, at most {tolerance} apart")

    def close(self, what, found, truth, *errors, within=4):
        """Expects a figure to lie within some standard errors, which may have several sources."""
        self.near(what, found, truth, within * math.hypot(*errors))

    def same(self, what, found, truth):
        self.count += 1
        if found != truth:
            self.wrong.append(f"{what}: {found} against {truth}")

    def end(self, name):
        for line in self.wrong:
            print(f"  {line}")
        print(f"{name}: {self.count - len(self.wrong)} of {self.count} figures agree")
        sys.exit(1 if self.wrong or self.count == 0 else 0)
