"""Where the time of W goes on one thread, by sampling with perf."""

import pathlib
import re
import shutil
import subprocess
import tempfile

from measures import events, machine
from measures.commands import rank
from measures.tables import table

FUTURES = 400_000

# What a function belongs to, by its name and file; the first that fits.
KINDS = [
    ("random normals and uniforms", r"rows_draw|draw_words|draw_normals|draw_uniforms"),
    ("latents and windows: rows in single precision and in words", r"rows_latent|rows_words"),
    ("money and volumes: rows in double precision", r"rows_"),
    ("sums, histograms and pairs", r"Histogram|Moments|ExactSum|Tally|Int128|_convert|__round"),
    ("sorting and the answer", r"_merge|[sS]ort|Rank|Batch|Ascending|Json|Summary|Score"),
    ("Swift's runtime: reference counts, hashing, exclusivity", r"swift_|libswift"),
]


def measure(options):
    """Shares of samples by kind, and the functions that take the most."""
    if shutil.which("perf") is None:
        return "There is no `perf` on this machine."
    functions = sampled()
    shares = {}
    for share, name in functions:
        kind = next((kind for kind, part in KINDS if re.search(part, name)), "all other code")
        shares[kind] = shares.get(kind, 0) + share
    by_kind = sorted(shares.items(), key=lambda kind: -kind[1])
    rows = [[kind, f"{share:.1f} %"] for kind, share in by_kind]
    top = [[f"`{name}`", f"{share:.1f} %"] for share, name in functions[:16]]
    head = f"W with {FUTURES:,} futures, one thread"
    return "\n\n".join([
        table([head, "samples"], rows), table(["function", "samples"], top),
        "By `perf record --event cpu-clock`: samples of time, for virtual machines seldom show\n"
        "the processor's own counters."])


def sampled():
    """Per cent of samples and name of each function with its file, the largest first."""
    with tempfile.TemporaryDirectory(prefix="assay-speed-") as folder, machine.pinned(1):
        data = str(pathlib.Path(folder) / "perf.data")
        record = ["perf", "record", "-q", "--event", "cpu-clock", "-F", "2000", "-o", data, "--"]
        command = record + [str(word) for word in rank(events.REFERENCE, FUTURES, 1)]
        subprocess.run(command, check=True, capture_output=True)
        report = ["perf", "report", "-i", data, "--stdio", "--no-children", "--field-separator",
                  "\t", "--fields", "overhead,dso,symbol"]
        text = subprocess.run(report, check=True, capture_output=True, text=True).stdout
    plain = subprocess.run(
        ["swift", "demangle", "--simplified"], input=text, check=True, capture_output=True,
        text=True).stdout
    lines = [line.split("\t") for line in plain.splitlines() if line.strip()[:1].isdigit()]
    return [(float(line[0].strip().rstrip("%")), function(line)) for line in lines]


def function(line):
    symbol = re.sub(r"^\[.\] ", "", line[2].strip())
    return symbol if line[1].strip() == "assay" else f"{symbol} ({line[1].strip()})"
