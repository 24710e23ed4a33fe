#!/usr/bin/env python3
"""Measures how fast and in how much memory histories are read: `make histories`.

Writes made-up files of 1, 50 and 100 MB, wide and long, and runs the program that is given over them.
Rows are of 400 sites and the same two years, again and again, so that what is kept does not grow with the
file. Times are of the whole process, the middle of three; memory is its peak.
"""

import datetime
import itertools
import os
import pathlib
import random
import sys
import tempfile
import time

SITES = 400
WIDE = """
file: data.csv
shape: wide
period: {column: date, format: yyyy-MM-dd, covers: day}
provider: {column: site}
filters: {kind: [voice, chat]}
rows: several
series:
  calls: {column: offered, aggregate: sum}
  answered: {of: answered, per: offered}
  in_time: {of: in_time, per: answered}
  wait: {column: wait, weight: answered}
  open: {column: open, aggregate: last}
"""
LONG = """
file: data.csv
shape: long
period: {column: date, format: yyyy-MM-dd, covers: day}
provider: {column: site}
service: {column: kind}
rows: several
series_column: measure
value_column: value
series:
  calls: {service: voice, value: offered, aggregate: sum}
  answered: {service: voice, of: answered, per: offered}
  in_time: {service: voice, of: in_time, per: answered}
  chats: {service: chat, value: offered, aggregate: sum}
"""


def rows(draw, isLong):
    for count in itertools.count():
        day = datetime.date(2023, 1, 1) + datetime.timedelta(count % 730)
        for site in range(SITES):
            kind = "voice" if site % 4 else "chat"
            offered = draw.randrange(500, 5000)
            answered = offered * 9 // 10
            key = f"{day},site-{site:04},{kind}"
            if isLong:
                for name, value in [
                        ("offered", offered), ("answered", answered), ("in_time", answered // 2)]:
                    yield f"{key},{name},{value}\n"
            else:
                yield f"{key},{offered},{answered},{answered // 2},{draw.random() * 60:.3f},{site}\n"


def write(path, size, isLong):
    header = "date,site,kind,measure,value\n" if isLong else (
        "date,site,kind,offered,answered,in_time,wait,open\n")
    written = len(header)
    with open(path, "w", encoding="ascii") as file:
        file.write(header)
        for row in rows(random.Random(1), isLong):
            file.write(row)
            written += len(row)
            if written >= size:
                return


def measure(program, folder):
    """Seconds from start to end, of them on the processor, and MB at most."""
    before = time.monotonic()
    process = os.posix_spawn(
        program, [program, f"{folder}/map.yaml"], os.environ,
        file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
    _, status, usage = os.wait4(process, 0)
    if status != 0:
        sys.exit(f"{program} failed")
    return time.monotonic() - before, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    print("| file | size, MB | seconds | of them on the processor | peak memory, MB |")
    print("|---|---|---|---|---|")
    for isLong, mapping in [(False, WIDE), (True, LONG)]:
        for megabytes in (1, 50, 100):
            with tempfile.TemporaryDirectory() as folder:
                pathlib.Path(folder, "map.yaml").write_text(mapping, encoding="ascii")
                write(f"{folder}/data.csv", megabytes * 1_000_000, isLong)
                times = sorted(measure(program, folder) for _ in range(3))
                seconds, busy, memory = times[1]
                shape = "long" if isLong else "wide"
                print(f"| {shape} | {megabytes} | {seconds:.2f} | {busy:.2f} | {memory:.0f} |")


if __name__ == "__main__":
    main()
