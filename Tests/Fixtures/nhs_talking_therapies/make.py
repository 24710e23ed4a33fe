#!/usr/bin/env python3
"""Writes monthly_provider_measures_2021_2024.csv: made-up numbers in the shape of a real file.

Only the header and the provider codes are those of the real file. Run `python3 make.py` here.
"""

import csv
import math
import pathlib
import random

SEED = 2021
MONTHS = 48
NAME = "monthly_provider_measures_2021_2024.csv"
HEADER = """
month group_type provider_code provider_name referrals_received accessing_services
accessing_services_within_6w accessing_services_within_18w waiting_for_treatment
mean_wait_access_days median_wait_access_days finished_course pct_first_treatment_6w_finished
pct_first_treatment_18w_finished pct_first_to_second_over_28d pct_first_to_second_over_90d
appointments appts_cancelled_patient appts_dna appts_cancelled_provider appts_attended
pct_reliable_improvement pct_recovery pct_reliable_recovery
""".split()

# Code: referrals a month, per cent treated in 6 and in 18 weeks, per cent recovered.
PROVIDERS = {
    "ALR01": (1200, 84.0, 96.5, 46.0),
    "NKI": (1800, 98.0, 99.5, 51.0),
    "NWC07": (2250, 96.0, 99.4, 53.0),
    "R1A": (1450, 77.0, 93.5, 50.0),
    "RJ8": (1150, 79.0, 98.2, 45.0),
    "RTQ": (1350, 98.5, 99.7, 51.5),
    "TAD": (1200, 88.0, 99.0, 52.0),
}
SEASON = (1.06, 1.02, 1.08, 0.94, 1.02, 1.01, 0.97, 0.91, 1.01, 1.05, 1.07, 0.86)
# Cells that stay blank, by code and month from 0: a count too small to publish and the like.
BLANK = {
    ("ALR01", 7): ["pct_recovery", "pct_reliable_recovery"],
    ("RJ8", 20): ["pct_first_treatment_18w_finished"],
    ("TAD", 33): ["pct_first_treatment_6w_finished", "finished_course"],
}

DRAWS = random.Random(SEED)


def normal():
    radius = math.sqrt(-2 * math.log(1 - DRAWS.random()))
    return radius * math.cos(2 * math.pi * DRAWS.random())


class Wave:
    """An AR(1) of unit variance."""

    def __init__(self, persistence):
        self.persistence = persistence
        self.state = normal()

    def next(self):
        rest = math.sqrt(1 - self.persistence**2)
        self.state = self.persistence * self.state + rest * normal()
        return self.state


def share(percent, shift):
    logit = math.log(percent / (100 - percent)) + shift
    return 100 / (1 + math.exp(-logit))


def count(value):
    return f"{5 * round(value / 5):.1f}"


def percent(value):
    return f"{round(value):.1f}"


def months(code):
    referrals, six, eighteen, recovery = PROVIDERS[code]
    demand, access, outcome = Wave(0.5), Wave(0.8), Wave(0.3)
    for t in range(MONTHS):
        surprise = 0.06 * demand.next()
        shift = 0.3 * access.next() - 0.8 * surprise
        received = referrals * SEASON[t % 12] * math.exp(surprise)
        treated = 0.72 * received
        booked = 4.2 * received
        row = {
            "month": f"{2021 + t // 12}-{t % 12 + 1:02d}",
            "group_type": "Provider",
            "provider_code": code,
            "provider_name": f"Made-up provider {code}",
            "referrals_received": count(received),
            "accessing_services": count(treated),
            "accessing_services_within_6w": count(treated * share(six, shift) / 100),
            "accessing_services_within_18w": count(treated * share(eighteen, shift) / 100),
            "waiting_for_treatment": count(0.6 * received * math.exp(-shift)),
            "mean_wait_access_days": f"{20 * math.exp(-shift):.1f}",
            "median_wait_access_days": f"{round(12 * math.exp(-shift)):.1f}",
            "finished_course": count(0.4 * received),
            "pct_first_treatment_6w_finished": percent(share(six, shift)),
            "pct_first_treatment_18w_finished": percent(share(eighteen, shift)),
            "appointments": count(booked),
            "appts_cancelled_patient": count(0.08 * booked),
            "appts_dna": count(0.09 * booked),
            "appts_cancelled_provider": count(0.05 * booked),
            "appts_attended": count(0.78 * booked),
        }
        turn = 0.11 * outcome.next()
        row["pct_recovery"] = percent(share(recovery, turn))
        row["pct_reliable_recovery"] = percent(share(recovery - 2.5, turn))
        row["pct_reliable_improvement"] = percent(share(recovery + 17, turn))
        for column in BLANK.get((code, t), []):
            row[column] = ""
        yield row


def national(rows):
    total = dict.fromkeys(HEADER, "")
    total |= {
        "month": rows[0]["month"],
        "group_type": "England",
        "provider_code": "all",
        "provider_name": "all made-up providers",
    }
    for column in ("referrals_received", "accessing_services", "appointments"):
        total[column] = f"{sum(float(row[column]) for row in rows):.1f}"
    return total


if __name__ == "__main__":
    providers = [list(months(code)) for code in PROVIDERS]
    path = pathlib.Path(__file__).resolve().parent / NAME
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, HEADER, restval="", lineterminator="\n")
        writer.writeheader()
        for rows in zip(*providers):
            writer.writerow(national(rows))
            writer.writerows(rows)
