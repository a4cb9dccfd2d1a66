"""The reports of the county: the figures that it is known for, in every file."""

import csv
import json
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from pytest_django import DjangoDbBlocker
from python_calamine import CalamineWorkbook

from linli.paper.document import docx
from linli.place.models import Unit
from linli.reports import files, offered
from linli.reports.letters import letter
from linli.reports.making import make
from linli.reports.printed import Printed
from linli.tally.asking import catch_up
from linli.tally.periods import period_named
from tests.demo.moments import AT
from tests.reports.stones import section

pytestmark = [pytest.mark.django_db, pytest.mark.slow]


@pytest.fixture(scope="module", autouse=True)
def counted(anchors: Path, django_db_blocker: DjangoDbBlocker) -> None:
    """Once for all: what a single test counts is gone after it."""
    with django_db_blocker.unblock():
        assert catch_up(most=1000)


def printed(name: str, unit: Unit, period: str) -> Printed:
    return make(offered.find(name), unit, period_named(period), at=AT)


def in_every_file(report: Printed, label: str) -> list[list[str]]:
    """The cells of the row of that label: as data, as lines, and on paper."""
    told = json.loads(files.data(report))["sections"]
    rows = [row for one in told for row in (*one["rows"], one["total"]) if row and row["label"] == label]
    data = [[cell["text"] for cell in row["cells"]] for row in rows]
    lines = [line[1:] for line in csv.reader(StringIO(files.text(report).decode("utf-8-sig"))) if line[:1] == [label]]
    assert data == lines
    tables = Document(BytesIO(docx(letter(report)))).tables
    rows_there = [[cell.text for cell in row.cells] for table in tables for row in table.rows]
    paper = [text for row in rows_there if row[0] == label for text in row[1:]]
    assert paper == [text for row in data for text in row]
    return data


def in_the_workbook(report: Printed, label: str) -> list[list[Any]]:
    book = CalamineWorkbook.from_filelike(BytesIO(files.xlsx(report)))
    sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    return [list(row[1:]) for sheet in sheets for row in sheet if row[0] == label]


def test_of_181_found_in_may_181_are_settled() -> None:
    told = printed("dispute-monthly", Unit.objects.get(kind="county"), "2026-05")
    assert in_every_file(told, "合计")[1][:3] == ["181", "181", "100.0 %"]
    assert [181.0, 181.0, 1.0] in [row[:3] for row in in_the_workbook(told, "合计")]
    assert "排查发现矛盾纠纷 181 件，化解 181 件，化解率 100.0 %" in told.narrative[0]


def test_of_343_taken_on_in_the_street_341_are_settled() -> None:
    told = printed("committee", Unit.objects.get(name="拂柳街道"), "2025-01-01..2026-11-23")
    assert in_every_file(told, "合计")[0][:3] == ["343", "341", "99.4 %"]
    assert [343.0, 341.0, 0.994] in [row[:3] for row in in_the_workbook(told, "合计")]
    assert "受理矛盾纠纷 343 件" in told.narrative[0]
    assert "调解成功 341 件，成功率 99.4 %" in told.narrative[0]


def test_to_the_end_of_may_28_criminal_cases_were_solved_four_times_and_twice_as_many() -> None:
    told = printed("case-monthly", Unit.objects.get(kind="county"), "year-to:2026-05-31")
    assert in_every_file(told, "刑事")[0][:5] == ["28", "7", "+300.0 %", "14", "+100.0 %"]
    assert [28.0, 7.0, 3.0, 14.0, 1.0] in [row[:5] for row in in_the_workbook(told, "刑事")]
    assert "破获刑事案件 28 起，同比 +300.0 %，环比 +100.0 %" in told.narrative[0]
    month = printed("case-monthly", Unit.objects.get(kind="county"), "2026-05")
    classes = next(row for row in section(month, "classes").rows if row.key == ("criminal",))
    assert [cell.text for cell in classes.cells[5:]] == ["28", "7", "+300.0 %", "14", "+100.0 %"]
