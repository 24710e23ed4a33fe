"""The methods of decision, timed by a program of the nested package."""

import re
import subprocess

from measures import machine, tables
from measures.commands import ROOT

DECIDE = ROOT / ".build/speed/release/Decide"


def measure(options):
    """The table that the program prints, and what the project asks of it."""
    with machine.pinned(2):
        run = subprocess.run([str(DECIDE)], check=True, capture_output=True, text=True)
    slowest = max(float(found) for found in re.findall(r"SMAA-2.*\| ([\d.]+) ms", run.stdout))
    target = tables.Target("SMAA-2, the slowest weights", slowest, 150, 100, " ms", at_most=True)
    return f"{run.stdout.strip()}\n\n{tables.target_table([target])}"
