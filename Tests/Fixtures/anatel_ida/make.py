#!/usr/bin/env python3
"""Writes anatel_ida_monthly_2013_2019.csv: made-up numbers in the shape of a real file."""

import csv
import pathlib
import random

NAME = "anatel_ida_monthly_2013_2019.csv"
HEADER = """
service provider operator_group month ida_score_0_100 accesses_in_service complaints complaint_index
complaints_in_period responded responded_in_period responded_within_5d responded_in_period_rate_pct
responded_5bd_rate_pct resolved resolved_in_period resolved_within_5d resolved_in_period_rate_pct
resolved_5bd_rate_pct reopened reopened_rate_pct closed_5bd_rate_pct closed_in_period_rate_pct
""".split()
SERVICES = ("mobile_SMP", "fixed_telephone_STFC", "fixed_broadband_SCM", "pay_tv_SeAC")
OPERATORS = {"NORTE": 9000, "SUL": 2500, "TINY": 40}


def row(draw, service, operator, size, month):
    complaints = max(1, round(size * draw.uniform(0.8, 1.2)))
    accesses = size * 500
    closed = round(complaints * draw.uniform(0.7, 0.95))
    reopened = round(complaints * draw.uniform(0.02, 0.1))
    rate = closed / complaints * 100
    cells = {
        "service": service, "provider": operator, "operator_group": operator, "month": month,
        "ida_score_0_100": draw.uniform(60, 100), "accesses_in_service": float(accesses),
        "complaints": float(complaints), "complaint_index": complaints / accesses * 1000,
        "complaints_in_period": float(complaints * 2), "responded": float(complaints),
        "responded_in_period": float(complaints * 2), "responded_within_5d": float(closed),
        "responded_in_period_rate_pct": 100.0, "responded_5bd_rate_pct": rate,
        "reopened": float(reopened), "reopened_rate_pct": reopened / complaints * 100,
        "closed_5bd_rate_pct": rate, "closed_in_period_rate_pct": 100.0,
    }
    if (operator, month) == ("SUL", "2018-03"):
        cells["reopened_rate_pct"] = ""
    return [cells.get(name, "") for name in HEADER]


def main():
    draw = random.Random(2013)
    with open(pathlib.Path(__file__).parent / NAME, "w", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(HEADER)
        for service in SERVICES:
            for operator, size in OPERATORS.items():
                for month in range(6):
                    writer.writerow(row(draw, service, operator, size, f"2018-{month + 1:02}"))


if __name__ == "__main__":
    main()
