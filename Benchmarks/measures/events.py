"""Events derived from the reference workload: other sizes, and uncertain coefficients."""

import importlib.util
import pathlib
import re
import tempfile

from measures.commands import ROOT

REFERENCE = ROOT / "scenarios/reference-workload"


class Events:
    """A folder of derived events that goes away with the program."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="assay-speed-")

    def sized(self, bids=8, months=60, levels=8):
        """W with other numbers of bids, months and service levels."""
        return self.written(f"sized-{bids}-{months}-{levels}", maker(bids, months, levels))

    def uncertain(self):
        """W with an error on every coefficient that it states and that may have one."""
        make = maker(8, 60, 8)
        plain = make.event
        make.event = lambda: with_errors(plain())
        return self.written("uncertain", make)

    def written(self, name, make):
        path = pathlib.Path(self.folder.name) / name
        if path.exists():
            return path
        make.write(path / "event.yaml", make.event())
        make.write(path / "volumes.csv", make.volumes())
        for j in range(make.B):
            # From the ninth bid on prices and terms repeat: a share of an index is at most 100 %.
            make.write(path / f"bids/bid-{j}/1/bid.yaml", make.bid(j % 8))
            make.write(path / f"bids/bid-{j}/1/prices.csv", make.prices(j % 8))
        return path


def maker(bids, months, levels):
    """The reference workload's own generator with other sizes."""
    spec = importlib.util.spec_from_file_location("make", REFERENCE / "make.py")
    make = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(make)
    make.B, make.T, make.K = bids, months, levels
    # From the ninth level on persistence repeats: it must stay below 1.
    make.rho = lambda k: 0.5 + 0.05 * (k % 8)
    return make


# Errors are powers of two, so that the mean square error of eight equal errors is that error to
# the bit and the variant "every provider known equally well" is the event itself, and left out.
ERRORS = {"level": 0.125, "spread": 0.125, "persistence": 0.125}
LINK_ERROR = 0.125


def with_errors(rows):
    """The event's rows with an error on every coefficient of a driver."""
    begin = rows.index("assumptions:")
    return rows[:begin] + [with_error(row) for row in rows[begin:]]


def with_error(row):
    if "between:" in row:
        return row
    for key, error in ERRORS.items():
        row = re.sub(rf"\b{key}: ([-+.\de]+)", rf"{key}: {{mean: \1, error: {error!r}}}", row)
    return re.sub(r"\b(s\d): ([-+.\de]+)", rf"\1: {{mean: \2, error: {LINK_ERROR!r}}}", row)
