"""Makes the workbooks in this folder: openpyxl writes one, LibreOffice saves it as .xlsx and .ods.

    pip install openpyxl==3.1.5; python make.py     (soffice 7.4 on PATH)
"""

import datetime
import pathlib
import subprocess
import tempfile

import openpyxl

FOLDER = pathlib.Path(__file__).resolve().parent

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "cells"
rows = [
    ["kind", "value"],
    ["number", 12.5],
    ["whole", 1200],
    ["share", 0.08],
    ["flag", True],
    ["text", "  blanks, \"quotes\" & <marks>\nand a second line"],
    ["letters", "Zürich – naïve £ 漢字"],
    ["equals", "=not a formula"],
    ["date", datetime.date(2027, 4, 1)],
    ["month", datetime.datetime(2027, 4, 1, 12, 30)],
    ["formula", "=B2*2"],
    ["error", "=1/0"],
]
for number, row in enumerate(rows, start=1):
    for column, value in enumerate(row, start=1):
        sheet.cell(number, column).value = value
sheet["B8"].data_type = "s"
sheet["B4"].number_format = "0%"
sheet["B10"].number_format = "mmm yyyy"
sheet.row_dimensions[3].hidden = True
sheet["A14"] = "merged"
sheet.merge_cells("A14:B15")
sheet["D20"] = 7
hidden = book.create_sheet("hidden")
hidden.sheet_state = "hidden"
hidden["A1"] = "schema"
book.save(FOLDER / "openpyxl.xlsx")

with tempfile.TemporaryDirectory() as scratch:
    for kind in ["xlsx", "ods"]:
        subprocess.run(
            ["soffice", "--headless", f"-env:UserInstallation=file://{scratch}/profile",
             "--convert-to", kind, "--outdir", scratch, FOLDER / "openpyxl.xlsx"],
            check=True, capture_output=True)
        made = pathlib.Path(scratch) / f"openpyxl.{kind}"
        (FOLDER / f"libreoffice.{kind}").write_bytes(made.read_bytes())
