#!/usr/bin/env python3
"""Writes the reference workload: 8 bids, 60 months, 3 service lines, 8 service levels.

The formulas are those of the benchmark's parameter file (params.py), written again without
NumPy; each variable bears the name it has there. Month t counts from 0 there and from 1 in the
event. Every number is written by repr, so that it is read back to the same bits.

Run `python3 make.py` in this folder; it overwrites event.yaml, volumes.csv and bids/.
"""

import math
import pathlib

T, S, B, K = 60, 3, 8, 8
PHI = [0.85, 0.80, 0.90]
SIG = [0.05, 0.07, 0.04]
RD = [[1.0, 0.5, 0.3], [0.5, 1.0, 0.4], [0.3, 0.4, 1.0]]
BASE = [1000.0, 500.0, 200.0]
G = 0.002
SAMP = [0.10, 0.05, 0.15]
SPH = [0.0, 1.0, 2.0]
RHOX, SIGX, MU, CAPX = 0.9, 0.004, 0.02, 0.05
UNIT = [10.0, 18.0, 40.0]
CAP, DEAD = 0.12, 0.10

HERE = pathlib.Path(__file__).resolve().parent


# detvol, the median volume: a level that grows by g a month, times a season.
def detvol(s, t):
    season = SAMP[s] * math.cos(2 * math.pi * t / 12 + SPH[s])
    return math.exp(math.log(BASE[s]) + G * t + season)


# usw: U = Σ usw·y adds up the lines' surprises, each in a third of its stationary spread.
def usw(s):
    return 1 / (3 * (SIG[s] / math.sqrt(1 - PHI[s] ** 2)))


# rho, and beta, thr and w of bid j and level k.
def rho(k):
    return 0.5 + 0.05 * k


def beta(j, k):
    return 0.3 + 0.05 * ((k + j) % 4)


def thr(j, k):
    return 1.55 + 0.06 * ((k * 3 + j * 5) % 8)


def w(j, k):
    return 0.02 + 0.005 * ((k + 2 * j) % 5)


# R8, the correlation of innovations. There L8 is scaled by √(1 − ρ²), so z has unit variance.
def r8(i, k):
    return 0.3 * 1.0 + 0.7 * 0.5 ** abs(i - k)


# r1, r2, r3, arc, rrc, fixed and feebase of bid j.
def r1(j, s):
    return UNIT[s] * (1 + 0.01 * ((j * 3) % 8))


def fixed(j):
    return 4000.0 + 150 * ((j * 5) % 8)


def feebase(j):
    return sum(r1(j, s) * BASE[s] for s in range(S)) + fixed(j)


def event():
    rows = [
        "# Written by make.py.",
        "title: Reference workload",
        "currency: EUR",
        "start: 2027-01",
        f"term: {T} months",
        "discount: {rate: 8%, basis: nominal, timing: start}",
        "",
        "service_lines:",
    ]
    for s in range(S):
        source = f"{{file: volumes.csv, column: s{s}}}"
        rows.append(f"  s{s}: {{name: Service line {s}, unit: unit, baseline: {source}}}")
    rows += ["", "metrics:"]
    rows += [f"  m{k}: {{name: Metric {k}, scale: score, better: lower}}" for k in range(K)]
    rows += [
        "",
        "# The targets, the credits and the bases stand in each bid.",
        "terms:",
        "  indexation:",
        "    pay:",
        "      index: wages",
        "      share: 50%",
        f"      cap: {CAPX!r}",
        "      floor: 0%",
        "      basis: cumulative",
        "      limits: index",
        "      first: 13",
        "      every: 12 months",
        "  volume_bands:",
    ]
    for s in range(S):
        rows.append(f"    s{s}: {{deadband: {DEAD!r}, reading: excess, baseline: event}}")
    rows += [
        "  credits:",
        "    repeat: {from: 3, multiplier: 2}",
        f"    cap: {CAP!r}",
        "  rights:",
        "    chronic: {level: m0, defaults: 4, window: 6, exercise: always}",
        "",
        "assumptions:",
        "  demand:",
    ]
    for s in range(S):
        known = "forecast: baseline, read_as: median, start: zero"
        law = f"persistence: {PHI[s]!r}, spread: {SIG[s]!r}"
        rows.append(f"    s{s}: {{{known}, {law}}}")
    law = f"drift: {MU!r}, persistence: {RHOX!r}, spread: {SIGX!r}"
    rows += ["  indices:", f"    wages: {{law: mean_reverting, {law}}}", "  correlations:"]
    for i in range(S):
        for k in range(i + 1, S):
            rows.append(f"    - {{between: [s{i}, s{k}], value: {RD[i][k]!r}}}")
    rows += ["  performance:", "    # What is the same for every bid.", "    peers:"]
    for k in range(K):
        law = f"level: 0, spread: 1, persistence: {rho(k)!r}, start: zero"
        rows.append(f"      m{k}: {{{law}}}")
    rows.append("      correlations:")
    for i in range(K):
        for k in range(i + 1, K):
            rows.append(f"        - {{between: [m{i}, m{k}], value: {r8(i, k)!r}}}")
    for j in range(B):
        rows.append(f"    bid-{j}:")
        for k in range(K):
            links = ", ".join(f"s{s}: {beta(j, k) * usw(s)!r}" for s in range(S))
            rows.append(f"      m{k}: {{demand: {{{links}}}}}")
    return rows


def bid(j):
    rows = [
        "# Written by make.py.",
        f"name: Bid {j}",
        "terms:",
        "  indexation:",
        f"    pay: {{share: {0.5 + 0.05 * j!r}}}",
        "  service_levels:",
    ]
    for k in range(K):
        rows.append(f"    m{k}: {{metric: m{k}, target: {thr(j, k)!r}, compare: at_most}}")
    rows += ["  credits:", "    fixed:"]
    rows += [f"      m{k}: {w(j, k)!r}" for k in range(K)]
    stated = f"base: {{stated: {feebase(j)!r}}}"
    rows += [
        f"  termination_fee: {{multiple: 4, {stated}}}",
        f"  replacement: {{multiple: 1.15, {stated}, indexation: pay}}",
    ]
    return rows


def prices(j):
    head = "item,kind,service_line,from,to,price,currency,indexation,first_month,last_month"
    rows = [head, f"fee,fixed_fee,,,,{fixed(j)!r},EUR,pay,,"]
    for s in range(S):
        th1, th2 = repr(0.85 * BASE[s]), repr(1.15 * BASE[s])
        bands = [("0", th1, 1.0), (th1, th2, 0.92), (th2, "", 0.85)]
        for low, high, factor in bands:
            price = r1(j, s) * factor
            rows.append(f"units-s{s},tier,s{s},{low},{high},{price!r},EUR,pay,,")
    for s in range(S):
        rows.append(f"more-s{s},arc,s{s},,,{r1(j, s) * 0.10!r},EUR,pay,,")
        rows.append(f"less-s{s},rrc,s{s},,,{r1(j, s) * 0.06!r},EUR,pay,,")
    return rows


def volumes():
    rows = ["month," + ",".join(f"s{s}" for s in range(S))]
    for t in range(T):
        rows.append(f"{t + 1}," + ",".join(repr(detvol(s, t)) for s in range(S)))
    return rows


def write(path, rows):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write(HERE / "event.yaml", event())
    write(HERE / "volumes.csv", volumes())
    for j in range(B):
        write(HERE / f"bids/bid-{j}/1/bid.yaml", bid(j))
        write(HERE / f"bids/bid-{j}/1/prices.csv", prices(j))
