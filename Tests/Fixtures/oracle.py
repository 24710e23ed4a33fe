#!/usr/bin/env python3
"""Computes count and mean of five series of each mapping from its file, without Assay.

    python3 Tests/Fixtures/oracle.py FOLDER

FOLDER holds anatel_ida, nhs111_contracts and nhs_talking_therapies. A line is: mapping, series, how
many values there are (one for each provider and month), and their mean to 12 digits.
"""

import calendar
import collections
import csv
import datetime
import math
import pathlib
import sys


def rows(folder, file):
    with open(folder / file, newline="", encoding="utf-8") as text:
        yield from csv.DictReader(text)


def say(mapping, series, values):
    print(mapping, series, len(values), "%.12g" % (math.fsum(values) / len(values)))


def anatel(folder):
    kept = [
        row for row in rows(folder, "anatel_ida/anatel_ida_monthly_2013_2019.csv")
        if row["complaints"] and float(row["complaints"]) >= 100]
    for series, service, column, unit in [
            ("mobile_complaints", "mobile_SMP", "complaints", 1),
            ("mobile_answered", "mobile_SMP", "closed_5bd_rate_pct", 100),
            ("mobile_reopened", "mobile_SMP", "reopened_rate_pct", 100),
            ("broadband_complaints", "fixed_broadband_SCM", "complaints", 1),
            ("pay_tv_answered", "pay_tv_SeAC", "closed_5bd_rate_pct", 100)]:
        say("anatel-ida", series, [
            float(row[column]) / unit for row in kept
            if row["service"] == service and row[column]])


def nhs111(folder):
    months = collections.defaultdict(list)
    for row in rows(folder, "nhs111_contracts/nhs111_daily_by_contract_2025_2026.csv"):
        day = datetime.date.fromisoformat(row["date"])
        months[row["contract_code"], day.year, day.month].append(row)
    whole = [
        own for (_, year, month), own in months.items()
        if len({row["date"] for row in own}) == calendar.monthrange(year, month)[1]]

    def total(own, column):
        return sum(int(row[column]) for row in own)

    say("nhs111", "calls", [total(own, "calls_received") for own in whole])
    say("nhs111", "calls_answered", [total(own, "calls_answered") for own in whole])
    for series, part, every in [
            ("answered", "calls_answered", "calls_received"),
            ("answered_60s", "calls_answered_60s", "calls_answered"),
            ("triaged", "calls_triaged", "calls_answered")]:
        say("nhs111", series, [
            total(own, part) / total(own, every) for own in months.values()])


def therapies(folder):
    kept = [
        row for row in rows(
            folder, "nhs_talking_therapies/monthly_provider_measures_2021_2024.csv")
        if row["group_type"] == "Provider"]
    for series, column, unit in [
            ("referrals", "referrals_received", 1),
            ("waiting", "waiting_for_treatment", 1),
            ("six_weeks", "pct_first_treatment_6w_finished", 100),
            ("eighteen_weeks", "pct_first_treatment_18w_finished", 100),
            ("recovery", "pct_recovery", 100)]:
        say("nhs-talking-therapies", series, [
            float(row[column]) / unit for row in kept if row[column]])


if __name__ == "__main__":
    FOLDER = pathlib.Path(sys.argv[1])
    anatel(FOLDER)
    nhs111(FOLDER)
    therapies(FOLDER)
