"""Takes bids out as workbooks, through LibreOffice and openpyxl, and back in.

For each event every bid is written as a filled template, saved by LibreOffice as .xlsx and as .ods
and by openpyxl, and imported again over the copy of the event. `assay rank` must then say the same
as of the event itself. Then an empty template is filled in by openpyxl, cell by cell, and by formulas
that LibreOffice calculates.

    python Tests/Office/office.py .build/release/assay
"""

import csv
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

import openpyxl

ROOT = pathlib.Path(__file__).resolve().parents[2]
EVENTS = [
    "scenarios/contact-centre",
    "scenarios/payroll",
    "scenarios/invoice-handling",
    "Tests/Fixtures/two-bids",
]
FUTURES = "2000"


def run(*arguments):
    """Runs the command and gives what it wrote; stops where it fails."""
    done = subprocess.run(arguments, capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, arguments))} answered {done.returncode}\n{done.stderr}")
    return done.stdout


def ranking(assay, event):
    """What rank says, without the digests and paths of files.

    A workbook states as deviations what a bid may have in its bid.yaml.
    """
    told = json.loads(run(assay, "rank", event, "--json", "--futures", FUTURES))
    told.pop("provenance", None)
    told.pop("notes", None)
    for bid in told.get("bids", []):
        bid.pop("round", None)
        bid.pop("deviations", None)
    return told


def convert(path, kind, folder):
    """Saves a workbook by LibreOffice."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    run("soffice", "--headless", profile, "--convert-to", kind, "--outdir", folder, path)
    return folder / f"{path.stem}.{kind}"


def resave(path, folder):
    """Saves a workbook by openpyxl."""
    folder.mkdir(exist_ok=True)
    saved = folder / path.name
    openpyxl.load_workbook(path).save(saved)
    return saved


def import_workbook(assay, workbook, event, bid):
    run(assay, "import", workbook, "--event", event, "--bid", bid, "--replace")


def bids_of(event):
    return sorted(path.name for path in (event / "bids").iterdir() if path.is_dir())


BUYERS = ["assessor", "assessed", "rationale", "residual_risk", "accepted_by"]


def without_assessments(event):
    """Takes away what the buyer has written into answers: no workbook has it, and import keeps it."""
    for page in event.glob("bids/*/*/answers.csv"):
        with page.open(newline="") as file:
            rows = list(csv.DictReader(file))
        names = [name for name in rows[0] if name not in BUYERS]
        with page.open("w", newline="") as file:
            writer = csv.DictWriter(file, names, extrasaction="ignore")
            writer.writeheader()
            writer.writerows(rows)


def round_trips(assay, scratch):
    # Where the events' histories expect it.
    shutil.copytree(ROOT / "datasets", scratch / "datasets")
    for name in EVENTS:
        source = scratch / "source" / pathlib.Path(name).name
        shutil.copytree(ROOT / name, source)
        without_assessments(source)
        expected = ranking(assay, source)
        for way in ["as written", "LibreOffice .xlsx", "LibreOffice .ods", "openpyxl"]:
            copy = scratch / f"{source.name}-{way.replace(' ', '-').replace('.', '')}" / source.name
            shutil.copytree(source, copy)
            for bid in bids_of(copy):
                template = copy.parent / f"{bid}.xlsx"
                run(assay, "template", source, "--bid", bid, "-o", template)
                saved = {
                    "as written": lambda: template,
                    "LibreOffice .xlsx": lambda: convert(template, "xlsx", copy.parent / "lo"),
                    "LibreOffice .ods": lambda: convert(template, "ods", copy.parent / "lo"),
                    "openpyxl": lambda: resave(template, copy.parent / "py"),
                }[way]()
                import_workbook(assay, saved, copy, bid)
            same = ranking(assay, copy) == expected
            print(f"{name}, {way}: {'the same ranking' if same else 'ANOTHER RANKING'}")
            if not same:
                sys.exit(1)


def column(sheet, heading):
    return next(cell.column for cell in sheet[3] if cell.value == heading)


def fill(sheet, rows):
    for number, row in enumerate(rows, start=4):
        for heading, value in row.items():
            sheet.cell(number, column(sheet, heading)).value = value


def filled_by_hand(assay, scratch):
    """Fills an empty template by openpyxl, with a formula that only LibreOffice calculates."""
    event = scratch / "by-hand" / "two-bids"
    shutil.copytree(ROOT / "Tests/Fixtures/two-bids", event)
    template = event.parent / "empty.xlsx"
    run(assay, "template", event, "-o", template)
    book = openpyxl.load_workbook(template)
    book["bid"]["B4"] = "=Formula is only a name"
    book["bid"]["B4"].data_type = "s"
    fill(book["prices"], [
        {"item": "desk", "kind": "fixed_fee", "price": "=12000*2", "currency": "EUR"},
        {"item": "tickets", "kind": "unit_price", "service_line": "tickets", "price": 13.9,
         "currency": "EUR", "indexation": "pay"},
    ])
    fill(book["answers"], [{"answer": "comply"}, {"answer": "planned"}, {"answer": "comply"}])
    by = column(book["answers"], "by")
    book["answers"].cell(5, by).value = "=DATE(2027,6,1)"
    book["answers"].cell(5, by).number_format = "yyyy-mm"
    book.save(template)
    refused = subprocess.run(
        [assay, "import", template, "--event", event, "--bid", "fast", "--round", "2"],
        capture_output=True, text=True)
    assert refused.returncode == 2, refused
    assert "prices!F4: price: a formula that was not calculated" in refused.stderr, refused.stderr
    for kind in ["xlsx", "ods"]:
        saved = convert(template, kind, event.parent / "lo")
        run(assay, "import", saved, "--event", event, "--bid", "fast", "--round", "2", "--replace")
        folder = event / "bids/fast/2"
        with open(folder / "prices.csv", newline="") as file:
            prices = list(csv.DictReader(file))
        with open(folder / "answers.csv", newline="") as file:
            answers = list(csv.DictReader(file))
        assert [row["price"] for row in prices] == ["24000", "13.9"], prices
        assert [row["by"] for row in answers] == ["", "2027-06", ""], answers
        assert (folder / "bid.yaml").read_text() == 'name: "=Formula is only a name"\n'
        print(f"filled in by hand, calculated by LibreOffice as .{kind}: as typed")


def main():
    assay = pathlib.Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        scratch = pathlib.Path(folder)
        round_trips(assay, scratch)
        filled_by_hand(assay, scratch)


if __name__ == "__main__":
    main()
