"""A workbook of tables: numbers are numbers in the format in which they were printed, and nothing is a formula."""

import re
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from zipfile import ZipFile

from linli.paper.sheet import Column, write_workbook
from linli.paper.sheet import Sheet as Listed
from linli.paper.workbook import Head, Line, Sheet, xlsx

AT = datetime(2026, 6, 1, tzinfo=UTC)
TABLE = Sheet(
    name="按类型 [5月]",
    title="人民调解月报",
    facts=("单位：拂柳街道",),
    heads=(Head("类型"), Head("受理"), Head("同期", under="比较"), Head("同比", under="比较")),
    rows=(
        Line("街道"),
        Line("=HYPERLINK(1)", ("28", "7", "+300.0 %")),
        Line("合计", ("343", "–", "99.4 %"), strong=True),
    ),
    notes=("说明",),
)


def parts(content: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(content)) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def test_figures_are_numbers_and_names_are_text() -> None:
    sheet = parts(xlsx([TABLE], at=AT))["xl/worksheets/sheet1.xml"]
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet
    assert [float(one) for one in re.findall(r"<v>([^<]*)</v>", sheet)] == [28, 7, 3, 343, 0.994]


def test_a_percentage_is_shown_as_it_was_printed() -> None:
    styles = parts(xlsx([TABLE], at=AT))["xl/styles.xml"]
    assert '0.0&quot; &quot;%"' in styles
    assert "+0.0&quot; &quot;%;-0.0&quot; &quot;%" in styles


def test_it_is_set_up_to_be_printed_with_its_head_on_every_page() -> None:
    found = parts(xlsx([TABLE], at=AT, mark="拂柳街道 & 6月1日"))
    sheet = found["xl/worksheets/sheet1.xml"]
    assert 'paperSize="9"' in sheet
    assert 'fitToHeight="0"' in sheet
    assert 'state="frozen"' in sheet
    assert sheet.count("拂柳街道 ＆ 6月1日") == 2
    assert "$3:$4" in found["xl/workbook.xml"]


def test_a_long_list_and_a_table_are_set_up_alike() -> None:
    into = BytesIO()
    write_workbook(Listed("单", (), (Column("列"),), "印记"), iter([("A",)]), into)
    broad = replace(TABLE, heads=tuple(Head(str(place)) for place in range(9)), rows=())
    tabs = [
        parts(content)["xl/worksheets/sheet1.xml"] for content in (into.getvalue(), xlsx([broad], at=AT, mark="印记"))
    ]
    for told in ("pageMargins", "pageSetup", "pageSetUpPr", "oddHeader", "oddFooter"):
        one, other = (re.findall(rf"<{told}[ >].*?>", tab) for tab in tabs)
        assert one == other != [], told


def test_two_tables_of_one_name_are_two_sheets_and_a_name_has_no_sign_of_a_formula() -> None:
    workbook = parts(xlsx([TABLE, TABLE], at=AT))["xl/workbook.xml"]
    assert re.findall(r'<sheet name="([^"]*)"', workbook) == ["按类型 ·5月·", "按类型 ·5月· 2"]


def test_the_same_tables_give_the_same_bytes() -> None:
    assert xlsx([TABLE], at=AT) == xlsx([TABLE], at=AT)


def test_a_table_without_rows_is_a_table() -> None:
    empty = Sheet("空", "空", (), (Head("类型"), Head("受理")), ())
    assert "<row" in parts(xlsx([empty], at=AT))["xl/worksheets/sheet1.xml"]
