"""The same printed report as .json, .csv, .xlsx and .docx: no figure of one differs from another's."""

import csv
import json
from dataclasses import replace
from io import BytesIO, StringIO
from typing import Any

import pytest
from docx import Document
from python_calamine import CalamineWorkbook

from linli.paper.document import docx
from linli.paper.figures import number
from linli.reports import files
from linli.reports.letters import letter
from linli.reports.printed import Printed, PrintedSection
from tests.reports.stones import printed, scattered
from tests.town import Town

pytestmark = pytest.mark.django_db


def told(section: PrintedSection) -> list[list[str]]:
    """Labels and texts, row by row."""
    return [[row.label, *(cell.text for cell in row.cells)] for row in section.every_row]


def of_json(report: Printed) -> list[list[list[str]]]:
    sections = json.loads(files.data(report))["sections"]
    rows = [[*one["rows"], *([one["total"]] if one["total"] else [])] for one in sections]
    return [[[row["label"], *(cell["text"] for cell in row["cells"])] for row in one] for one in rows]


def of_csv(report: Printed) -> list[list[str]]:
    content = files.text(report)
    assert content.startswith("\ufeff".encode())
    return list(csv.reader(StringIO(content.decode("utf-8-sig"))))


def of_docx(report: Printed) -> tuple[list[str], list[list[str]]]:
    paper = Document(BytesIO(docx(letter(report))))
    rows = [[cell.text for cell in row.cells] for table in paper.tables for row in table.rows]
    return [paragraph.text for paragraph in paper.paragraphs], rows


def of_xlsx(report: Printed) -> list[list[list[Any]]]:
    book = CalamineWorkbook.from_filelike(BytesIO(files.xlsx(report)))
    return [list(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names]


def shown(text: str) -> object:
    found = number(text)
    return text if found is None else float(found.value)


def test_every_file_says_what_is_printed(town: Town) -> None:
    scattered(town)
    report = printed(town)
    assert of_json(report) == [told(section) for section in report.sections]
    lines, (paragraphs, tables) = of_csv(report), of_docx(report)
    for section, sheet in zip(report.sections, of_xlsx(report), strict=False):
        for row in told(section):
            assert row in lines
            assert [row[0], *(shown(text) for text in row[1:])] in [line[: len(row)] for line in sheet]
            assert any(line[0] == row[0] and set(line) <= set(row) for line in tables)
    assert {"柳树街道捡到 4 颗，同比 +300.0 %，环比 +100.0 %。"} <= set(paragraphs)
    first = of_xlsx(report)[0]
    assert [line[:6] for line in first if line[0] == "合计"] == [["合计", 4.0, 1.0, 3.0, 2.0, 1.0]]


def test_what_is_to_be_known_of_a_table_stands_with_it_in_every_file_for_readers(town: Town) -> None:
    scattered(town)
    made = printed(town)
    note = "导入清单所载的环节不计入本表。"
    first, *others = made.sections
    report = replace(made, sections=(replace(first, note=note), *others))
    lines = of_csv(report)
    assert lines[lines.index([note]) - 1][0] == "合计"
    assert note in of_docx(report)[0]
    assert [any(note in line for line in sheet) for sheet in of_xlsx(report)][:2] == [True, False]


def test_the_data_hold_the_question_behind_every_figure_and_what_it_counts(town: Town) -> None:
    scattered(town)
    data = json.loads(files.data(printed(town)))
    cell = data["sections"][0]["total"]["cells"][2]
    assert (cell["text"], [one["top"] for one in cell["figures"]]) == ("+300.0 %", [4, 1])
    assert all("measure=pebble.opened" in one["behind"] for one in cell["figures"])
    defined = {one["name"]: one for one in data["definitions"]}
    assert {"pebble.opened", "pebble.steps_in_time"} <= defined.keys()
    assert all(one["basis"] and one["top"] for one in defined.values())
