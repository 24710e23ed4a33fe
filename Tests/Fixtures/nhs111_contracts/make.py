#!/usr/bin/env python3
"""Writes nhs111_daily_by_contract_2025_2026.csv: made-up numbers in the shape of a real file."""

import csv
import datetime
import pathlib
import random

NAME = "nhs111_daily_by_contract_2025_2026.csv"
HEADER = """
date region_code contract_code contract_name calls_received calls_answered calls_answered_60s
calls_triaged week_ending pct_answered_60s meets_60s_target
""".split()
CONTRACTS = {"111X01": ("North Vale", 1100), "111X02": ("South Vale", 420)}
FIRST = datetime.date(2025, 11, 24)
DAYS = 79


def main():
    draw = random.Random(111)
    with open(pathlib.Path(__file__).parent / NAME, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        for day in (FIRST + datetime.timedelta(days) for days in range(DAYS)):
            for code, (name, size) in CONTRACTS.items():
                if (code, day) == ("111X02", datetime.date(2026, 1, 14)):
                    continue
                received = round(size * draw.uniform(0.8, 1.3) * (1.4 if day.weekday() > 4 else 1))
                answered = round(received * draw.uniform(0.9, 0.99))
                in_time = round(answered * draw.uniform(0.6, 0.98))
                triaged = round(answered * draw.uniform(0.75, 0.9))
                week = day + datetime.timedelta(6 - day.weekday())
                writer.writerow([
                    day, "Made up", code, name, received, answered, in_time, triaged, week,
                    round(in_time / answered * 100, 1), int(in_time >= 0.95 * answered)])


if __name__ == "__main__":
    main()
