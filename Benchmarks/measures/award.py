"""The award of 500 lots to 30 bids: building the program, solving it and reading it."""

import re
import subprocess

from measures import commands
from measures.tables import Target, table, target_table

PROGRAM = commands.ROOT / ".build/speed/release/AwardLots"


def measure(options):
    """One run: the search is deterministic, and takes seconds."""
    said = subprocess.run([PROGRAM, "500", "30"], check=True, capture_output=True, text=True)
    runs = [dict(re.findall(r"(\w+)=(\S+)", line)) for line in said.stdout.splitlines()]
    rows = [[f"{float(run['noise']):.0%}", run["columns"], f"{float(run['seconds']):.1f} s",
             f"{float(run['gap']):.3%}"] for run in runs]
    slowest = max(float(run["seconds"]) for run in runs)
    return "\n\n".join([
        table(["500 lots, 30 bids, prices apart by", "columns", "time", "gap"], rows),
        target_table([Target("award of 500 lots to 30 bids, the slower", slowest, 60, 30, " s",
                             at_most=True)]),
    ])
