"""A form comes back with the cells filled that were meant, and nothing else of it touched."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from linli.paper.form import book
from linli.paper.form.address import Address, address
from linli.paper.form.cells import Value
from linli.paper.form.complaint import Refused
from linli.paper.form.filling import fill
from tests.paper.form.made import form, packed, parts, sheet, unpacked

CELLS = {"A1": "月报", "A2": "盗窃", "B2": 3, "C2": "x", "A5": "合计", "B5": "=SUM(B2:B4)", "C5": '=A5&amp;"!"'}
FORM = form(CELLS, merged=("A1:C1",), styles={"B2": 2})


def filled(data: bytes, **values: Value) -> bytes:
    return fill(book.opened(data), {"表一": {address(name): value for name, value in values.items()}})


def read(data: bytes) -> dict[str, Value]:
    return {at.name: cell.value for at, cell in book.opened(data).sheets[0].cells.items()}


def test_numbers_and_text_come_in_keep_their_style_and_the_sum_is_new() -> None:
    data = filled(FORM, B2=Decimal(28), C2="– <&>", B3=Decimal(2), D4=Decimal("0.994"))
    assert read(data) == {
        "A1": "月报", "A2": "盗窃", "B2": Decimal(28), "C2": "– <&>", "B3": Decimal(2), "D4": Decimal("0.994"),
        "A5": "合计", "B5": Decimal(30), "C5": None,
    }  # fmt: skip
    assert book.opened(data).sheets[0].cells[Address(2, 2)].style == 2


def test_no_part_changes_but_the_sheet_and_one_word_of_the_workbook() -> None:
    before, after = unpacked(FORM), unpacked(filled(FORM, B2=Decimal(28)))
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == {"xl/workbook.xml", "xl/worksheets/sheet1.xml"}
    workbook = after["xl/workbook.xml"]
    assert workbook.replace(b'<calcPr fullCalcOnLoad="1"/>', b"") == before["xl/workbook.xml"]
    assert workbook.index(b"</sheets>") < workbook.index(b"<calcPr") < workbook.index(b"<extLst/>")


def test_of_the_sheet_only_the_bytes_of_these_cells_change() -> None:
    one = "xl/worksheets/sheet1.xml"
    before, after = unpacked(FORM)[one], unpacked(filled(FORM, B2=Decimal(28)))[one]
    fresh = before.replace(b'<c r="B2" s="2"><v>3</v></c>', b'<c r="B2" s="2"><v>28</v></c>')
    fresh = fresh.replace(b"<f>SUM(B2:B4)</f><v>0</v>", b"<f>SUM(B2:B4)</f><v>28</v>")
    assert after == fresh.replace(b'"!"</f><v>0</v>', b'"!"</f>')


def test_a_sheet_that_is_not_filled_stays_as_it_is() -> None:
    two = packed(parts({"表一": sheet(CELLS), "说明": sheet({"A1": "填表说明"})}))
    assert unpacked(filled(two, B2=Decimal(1)))["xl/worksheets/sheet2.xml"] == unpacked(two)["xl/worksheets/sheet2.xml"]


@pytest.mark.parametrize(
    ("cell", "reason"), [("B5", "B5 on the sheet “表一” holds a formula"), ("C1", "Choose the first cell of it: A1")]
)
def test_a_formula_or_a_covered_cell_is_refused_by_its_name(cell: str, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        filled(FORM, **{cell: Decimal(1)})


def test_a_part_of_another_writer_keeps_its_prefixes_and_its_ways_of_calculating() -> None:
    told = parts({"表一": sheet({})})
    told["xl/workbook.xml"] = told["xl/workbook.xml"].replace("<extLst/>", '<calcPr calcId="7" fullCalcOnLoad="0" />')
    told["xl/worksheets/sheet1.xml"] = (
        '<x:worksheet xmlns:x="urn:y"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c t="str" a=">\'"/></x:row>'
        '<x:row r="9"/></x:sheetData></x:worksheet>'
    )
    after = unpacked(filled(packed(told), B1=Decimal(2), B3=Decimal(3), A9="x"))
    assert b'<calcPr calcId="7" fullCalcOnLoad="1"/>' in after["xl/workbook.xml"]
    assert after["xl/worksheets/sheet1.xml"].decode() == (
        '<x:worksheet xmlns:x="urn:y"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c r="B1"><x:v>2</x:v></x:c></x:row>'
        '<x:row r="3"><x:c r="B3"><x:v>3</x:v></x:c></x:row>'
        '<x:row r="9"><x:c r="A9" t="inlineStr"><x:is><x:t xml:space="preserve">x</x:t></x:is></x:c></x:row>'
        "</x:sheetData></x:worksheet>"
    )


values = some.one_of(
    some.integers(0, 10**9).map(Decimal),
    some.text(some.characters(codec="utf-8", categories=["L", "N", "P"]), min_size=1),
)
places = some.builds(Address, some.integers(1, 12), some.integers(1, 8))


@given(some.dictionaries(places, values), some.dictionaries(places, values))
def test_whatever_is_filled_is_read_again_in_order_and_the_rest_is_as_before(
    before: dict[Address, Value], fresh: dict[Address, Value]
) -> None:
    typed = {at.name: value for at, value in before.items() if isinstance(value, Decimal)}
    data = fill(book.opened(form(typed)), {"表一": fresh})
    found = book.opened(data).sheets[0].cells
    assert {at: cell.value for at, cell in found.items()} == {address(at): value for at, value in typed.items()} | fresh
    assert list(found) == sorted(found)
