#!/usr/bin/env python3
"""Writes history.csv: an invented monthly history of a bank's customer service.

Volumes are log-AR(1) around a level, a trend and a season. Attainment is, on the logit scale,

    y = mean + trend·years + learning + link·surprise + spread·z

with an AR(1) z of unit variance; what is reported is a binomial sample of that share. Normal
numbers come from random() by Box and Muller, so that the bytes do not depend on the version of
Python. Run `python3 generate.py` in this folder.
"""

import csv
import math
import pathlib
import random

SEED = 20270428
MONTHS = 48
FIRST_YEAR = 2023

# Volume: level at the end, trend a year, persistence, spread of the innovation, season.
VOLUMES = {
    "voice": (92000, -0.012, 0.55, 0.038,
              (1.08, 1.00, 1.05, 0.99, 0.98, 0.97, 0.96, 0.91, 1.01, 1.02, 0.99, 1.04)),
    "chat": (38000, 0.070, 0.60, 0.050,
             (1.04, 0.98, 1.02, 0.99, 0.97, 0.96, 0.95, 0.93, 1.01, 1.03, 1.07, 1.05)),
    "cases": (21000, 0.004, 0.35, 0.045,
              (1.03, 0.97, 1.09, 1.02, 1.00, 1.01, 0.97, 0.88, 1.00, 1.03, 1.01, 0.99)),
}
# The innovations of chat and cases as sums of voice's and their own.
SHARED = {"voice": 0.0, "chat": 0.5, "cases": 0.4}
# A card-payment outage in month 15 that fades by 40 % a month.
OUTAGE = (14, {"voice": 0.16, "chat": 0.12, "cases": 0.05}, 0.6)

# Metric: persistence, link to a volume's surprise, loading on the provider's good months,
# share of the innovation that providers have in common, cases a month (panel, in-house).
METRICS = {
    "answer_speed": (0.55, ("voice", -2.4), 0.65, 0.20, (4200, 60000)),
    "abandonment": (0.50, ("voice", 2.2), -0.60, 0.20, (4500, 65000)),
    "first_contact_resolution": (0.65, ("voice", -0.4), 0.35, 0.05, (900, 2400)),
    "chat_response": (0.45, ("chat", -1.4), 0.40, 0.15, (1900, 30000)),
    "case_accuracy": (0.25, ("cases", -0.5), 0.10, 0.05, (400, 400)),
    "satisfaction": (0.70, ("voice", -0.6), 0.45, 0.10, (620, 1500)),
}
# Provider: first month, learning at the start on the logit scale, and for each metric the mean
# in per cent at the end, the spread and the trend a year on the logit scale.
PROVIDERS = {
    "A": (0, 0.0, ((84.5, 0.25, 0.00), (3.9, 0.24, 0.00), (74.0, 0.12, 0.03),
                   (85.0, 0.24, 0.00), (97.4, 0.20, 0.00), (79.5, 0.13, 0.00))),
    "B": (0, 0.0, ((83.8, 0.22, 0.00), (4.1, 0.22, 0.00), (75.5, 0.10, 0.00),
                   (84.0, 0.20, 0.04), (97.7, 0.18, 0.00), (80.0, 0.11, 0.02))),
    "C": (6, -0.6, ((79.5, 0.36, 0.05), (5.4, 0.34, -0.04), (68.0, 0.18, 0.04),
                    (81.5, 0.33, 0.00), (95.6, 0.30, 0.00), (73.0, 0.20, 0.00))),
    "D": (0, 0.0, ((88.5, 0.19, 0.00), (2.8, 0.20, 0.00), (78.5, 0.09, 0.00),
                   (90.5, 0.18, 0.00), (98.5, 0.16, 0.00), (85.5, 0.10, 0.03))),
    "E": (12, -0.4, ((83.5, 0.27, 0.00), (4.2, 0.26, 0.00), (73.0, 0.13, 0.00),
                     (84.5, 0.25, 0.05), (97.0, 0.22, 0.00), (78.5, 0.14, 0.00))),
    "in-house": (0, 0.0, ((78.0, 0.30, -0.06), (5.6, 0.28, 0.05), (76.5, 0.09, 0.00),
                          (75.0, 0.30, -0.05), (97.8, 0.17, 0.00), (80.5, 0.10, -0.02))),
}
LEARNING_MONTHS = 6

DRAWS = random.Random(SEED)


def normal():
    radius = math.sqrt(-2 * math.log(1 - DRAWS.random()))
    return radius * math.cos(2 * math.pi * DRAWS.random())


def successes(n, p):
    if n > 5000:
        return min(n, max(0, round(n * p + math.sqrt(n * p * (1 - p)) * normal())))
    return sum(DRAWS.random() < p for _ in range(n))


def surprises():
    states = {line: 0.0 for line in VOLUMES}
    rows = []
    for t in range(-24, MONTHS):
        voice = normal()
        for line, (_, _, persistence, spread, _) in VOLUMES.items():
            own = voice if line == "voice" else normal()
            shared = SHARED[line]
            shock = shared * voice + math.sqrt(1 - shared**2) * own
            states[line] = persistence * states[line] + spread * shock
        if t >= 0:
            rows.append({line: states[line] + outage(line, t) for line in VOLUMES})
    return rows


def outage(line, t):
    month, sizes, persistence = OUTAGE
    return sizes[line] * persistence ** (t - month) if t >= month else 0.0


def volume(line, t, surprise):
    level, trend, _, _, season = VOLUMES[line]
    years = (t - (MONTHS - 1)) / 12
    return round(level * season[t % 12] * math.exp(trend * years + surprise))


def attainments(provider, surprise, common):
    first, learning, levels = PROVIDERS[provider]
    states = {metric: normal() for metric in METRICS}
    for t in range(MONTHS):
        good = normal()
        for metric, (mean, spread, trend) in zip(METRICS, levels):
            persistence, (line, link), loading, share, cases = METRICS[metric]
            rest = math.sqrt(1 - loading**2 - share)
            shock = loading * good + math.sqrt(share) * common[t][metric] + rest * normal()
            states[metric] *= persistence
            states[metric] += math.sqrt(1 - persistence**2) * shock
            better = -1 if metric == "abandonment" else 1
            ramp = max(0.0, 1 - (t - first) / LEARNING_MONTHS) if first else 0.0
            y = math.log(mean / (100 - mean)) + trend * (t - MONTHS + 1) / 12
            y += better * learning * ramp + link * surprise[t][line] + spread * states[metric]
            n = sample(cases[provider == "in-house"], cases[0] == cases[1])
            if t >= first:
                yield t, metric, 100 * successes(n, 1 / (1 + math.exp(-y))) / n, n


def sample(typical, is_fixed):
    return typical if is_fixed else round(typical * math.exp(0.06 * normal()))


def period(t):
    return f"{FIRST_YEAR + t // 12}-{t % 12 + 1:02d}-01"


def history():
    surprise = surprises()
    common = [{metric: normal() for metric in METRICS} for _ in range(MONTHS)]
    rows = [
        (t, "in-house", line, volume(line, t, surprise[t][line]), "")
        for line in VOLUMES
        for t in range(MONTHS)
    ]
    for provider in PROVIDERS:
        for t, metric, value, n in attainments(provider, surprise, common):
            rows.append((t, provider, metric, f"{value:.2f}", n))
    return sorted(rows, key=lambda row: row[:3])


if __name__ == "__main__":
    path = pathlib.Path(__file__).resolve().parent / "history.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["period", "provider", "measure", "value", "sample_size"])
        for t, *row in history():
            writer.writerow([period(t), *row])
