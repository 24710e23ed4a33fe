#!/usr/bin/env python3
"""Writes bids/*/1/totals.csv: what each price sheet comes to by line and contract year.

It stands in for the bidders' own spreadsheets: it reads the price sheets and the baseline volumes and
shares no code with the program that checks the totals. Indices move on their drift; a month's
price is

    price · (1 + share · (product of (1 + move) − 1)),  0 ≤ move ≤ cap, at months 13, 25, …

Run `python3 totals.py` in this folder.
"""

import csv
import math
import pathlib
import re

HERE = pathlib.Path(__file__).resolve().parent
MONTHS = 60
FIRST_CALENDAR_MONTH = 4

# Yearly moves of the indices on their drift: wages step once a year, prices grow all the time.
MOVES = {"pay": 0.028, "platform": math.exp(0.02) - 1}
# Share of the index that counts and cap of a year's move: the draft's, and what bids ask instead.
DRAFT = {"pay": (0.7, 0.04), "platform": (1.0, 0.03)}
OWN = {"gamma": {"pay": (1.0, 0.05)}, "delta": {"pay": (0.7, 0.03)}}


def volumes():
    """The baseline volume of each service line by month."""
    text = (HERE / "event.yaml").read_text(encoding="utf-8")
    section = text.split("service_lines:")[1].split("metrics:")[0]
    found = {}
    for name, block in re.findall(r"^  (\w+):\n((?:    .*\n)+)", section, re.M):
        base = float(re.search(r"base: ([\d.]+)", block)[1])
        season = [float(x) for x in re.search(r"season: \[(.*)\]", block)[1].split(",")]
        growth = float(re.search(r"growth: (-?[\d.]+)%", block)[1]) / 100
        found[name] = [
            base * season[(FIRST_CALENDAR_MONTH - 1 + t) % 12] * (1 + growth) ** (t / 12)
            for t in range(MONTHS)
        ]
    return found


def factor(bid, indexation, t):
    """The factor of an indexation in the month with the index t, from 0."""
    if not indexation:
        return 1.0
    share, cap = OWN.get(bid, {}).get(indexation, DRAFT[indexation])
    return 1 + share * ((1 + min(max(MOVES[indexation], 0), cap)) ** (t // 12) - 1)


def units_in(row, volume):
    """The units of a volume that fall in a tier."""
    top = float(row["to"]) if row["to"] else math.inf
    return min(max(volume - float(row["from"]), 0), top - float(row["from"]))


def amounts(bid, row, volume):
    """What one row of a price sheet charges in each month."""
    kind, price = row["kind"], float(row["price"])
    first = int(row["first_month"] or 1) - 1
    last = int(row["last_month"] or MONTHS) - 1
    paid = [0.0] * MONTHS
    if kind in ("transition", "one_off"):
        paid[first] = price
        return paid
    for t in range(first, last + 1):
        units = 1.0
        if kind == "unit_price":
            units = volume[row["service_line"]][t]
        elif kind == "tier":
            units = units_in(row, volume[row["service_line"]][t])
        paid[t] = price * units * factor(bid, row["indexation"], t)
    return paid


def main():
    volume = volumes()
    for sheet in sorted(HERE.glob("bids/*/1/prices.csv")):
        bid = sheet.parts[-3]
        lines = {}
        with sheet.open(newline="", encoding="utf-8") as file:
            for row in csv.DictReader(file):
                # At the baseline volumes nothing lies outside a band.
                if row["kind"] in ("arc", "rrc"):
                    continue
                line = lines.setdefault(row["item"], [0.0] * (MONTHS // 12))
                for t, amount in enumerate(amounts(bid, row, volume)):
                    line[t // 12] += amount
        lines["all"] = [sum(years) for years in zip(*lines.values())]
        with (sheet.parent / "totals.csv").open("w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["item", "year", "amount"])
            for item, years in lines.items():
                for year, amount in enumerate(years, start=1):
                    writer.writerow([item, year, f"{amount:.2f}"])
        print(f"{bid} {sum(lines['all']):.2f}")


main()
