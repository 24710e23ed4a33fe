"""The kernel's parts, timed by a program of the nested package."""

import subprocess

from measures import events, machine
from measures.commands import KERNEL


def measure(options):
    """The table that the program prints."""
    with machine.pinned(1):
        run = subprocess.run(
            [str(KERNEL), str(events.REFERENCE)], check=True, capture_output=True, text=True)
    return run.stdout.strip()
