"""A sheet is drawn so that one recognises it: merged cells, days and shares as they are shown, formulas worked out."""

from decimal import Decimal

import pytest

from linli.paper.form import book
from linli.paper.form.address import address, block
from linli.paper.form.formats import is_day, is_percent, shown
from linli.paper.form.grid import grid
from tests.paper.form.made import form, packed, parts, sheet, unpacked

CELLS = {"A1": "月报", "B2": 3, "C2": 0.994, "A3": 46173, "B3": "=SUM(B2:B2)*2", "C3": "=NOW()"}
FORM = form(CELLS, merged=("A1:C1",), styles={"C2": 2, "A3": 3})


def drawn(data: bytes, **filled: int) -> list[list[str]]:
    opened = book.opened(data)
    told = grid(opened, opened.sheets[0], filled={address(at): Decimal(number) for at, number in filled.items()})
    return [[cell.text for cell in row.cells[:3]] for row in told.rows[:3]]


def test_a_sheet_is_drawn_with_its_values_as_they_are_shown_and_its_sums() -> None:
    assert drawn(FORM) == [["月报", "", ""], ["", "3", "99.4%"], ["2026-05-31", "6", ""]]
    assert drawn(FORM, B2=5)[1:] == [["", "5", "99.4%"], ["2026-05-31", "10", ""]]


def test_merged_cells_reach_over_their_neighbours() -> None:
    opened = book.opened(FORM)
    first = grid(opened, opened.sheets[0]).rows[0].cells
    assert [(cell.at.name, cell.right, cell.down) for cell in first] == [("A1", 3, 1), ("D1", 1, 1), ("E1", 1, 1)]


def test_what_is_hidden_is_not_drawn_and_what_is_too_much_is_said_to_be_more() -> None:
    told = unpacked(form({"A1": 1, "B1": 2, "C999": 3}))
    name = "xl/worksheets/sheet1.xml"
    told[name] = told[name].replace(
        b"<sheetData>", b'<cols><col min="2" max="2" width="20" hidden="1"/></cols><sheetData>'
    )
    opened = book.opened(packed(told))
    found = grid(opened, opened.sheets[0])
    assert [column for column, _ in found.columns] == ["A", "C", "D", "E"]
    assert (len(found.rows), found.is_cut) == (300, True)


def test_hidden_sheets_stay_hidden_and_shared_texts_are_read_without_how_they_are_spoken() -> None:
    told = parts({"表一": sheet({"A1": 0}).replace('<c r="A1"', '<c t="s" r="A1"'), "底稿": sheet({"A1": 1})})
    told["xl/workbook.xml"] = told["xl/workbook.xml"].replace('name="底稿"', 'name="底稿" state="hidden"')
    shared = '<Relationship Id="rT" Type="a/sharedStrings" Target="/xl/texts.xml"/></Relationships>'
    related = told["xl/_rels/workbook.xml.rels"].replace("</Relationships>", shared)
    texts = "<sst><si><r><t>月</t></r><r><t>报</t></r><rPh><t>yuebao</t></rPh></si></sst>"
    opened = book.opened(packed({**told, "xl/_rels/workbook.xml.rels": related, "xl/texts.xml": texts}))
    assert [one.name for one in opened.sheets] == ["表一"]
    assert opened.sheets[0].value(address("A1")) == "月报"


@pytest.mark.parametrize(
    ("number", "code", "text"),
    [
        ("0.9942", "0.0%", "99.4%"),
        ("1234.5", "#,##0", "1,235"),
        ("7", "", "7"),
        ("3", '0"件"', "3"),
        ("46173", "yyyy年m月d日", "2026-05-31"),
        ("-2.5", "0;[Red]-0", "-3"),
    ],
)
def test_numbers_are_shown_by_their_format(number: str, code: str, text: str) -> None:
    assert shown(Decimal(number), code) == text
    assert is_percent(code) == text.endswith("%")
    assert is_day(code) == ("年" in code)


def test_addresses_are_read_and_written() -> None:
    assert (address("$AA$10").column, address("xfd1").column) == (27, 16384)
    assert block("C3:A1").name == block("A1：C3").name == "A1:C3"
    for wrong in ("A0", "A", "1", "XFE1", "A1048577"):
        with pytest.raises(ValueError, match=wrong):
            address(wrong)
