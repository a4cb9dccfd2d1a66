"""What a list would do: the same in whatever it is written, each defect by its row, its column and its sentence."""

import io
import re
import zipfile
from typing import Any

import pytest

from linli.kinds.request.kind import REQUEST
from linli.matters.fitting import BLANK, MISSING, UNKNOWN, UNNUMBERED
from linli.matters.incoming import TOO_EARLY
from linli.matters.models import Event
from linli.matters.preparing import NOT_YOURS
from linli.paper.rows.moments import EITHER, NO_MOMENT, NO_SUCH_DAY
from linli.paper.rows.table import Layout, opened
from linli.sheets.delivering import incoming_of
from linli.sheets.mapping import Mapping
from linli.sheets.proposing import knows, proposed
from linli.sheets.reading import CUT_NUMBER, reader
from linli.sheets.returned import write_returned
from linli.sheets.weighing import Judged, Weight, judged, weighed
from tests.kinds.request.in_town import clerk
from tests.sheets.hotline import CLOSED, line, rows, written
from tests.town import FRIDAY, Town, viewing

pytestmark = pytest.mark.django_db
WRITINGS = [
    (encoding, end)
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "gb18030", "utf-16-be", "utf-16-le")
    for end in ("\n", "\r\n")
]
DEFECTS: list[tuple[dict[str, str], str, str]] = [
    (line("a1", 受理时间="昨天"), "opened_at", NO_MOMENT),
    (line("a2", 受理时间="3/5/2026"), "opened_at", EITHER),
    (line("a3", 受理时间="2026-02-30"), "opened_at", NO_SUCH_DAY),
    (line("a4", 诉求内容=""), "story", BLANK),
    (line("a5", 诉求类别="天上的事"), "category", UNKNOWN),
    (line("a6", **{**CLOSED, "承办单位": "月亮社区"}), "handler", UNKNOWN),
    (line("a7", **{**CLOSED, "办结时间": "2026-03-01 08:00"}), "closed_at", TOO_EARLY),
    ({**line("a8"), "工单编号": "1.23457E+17"}, "external", CUT_NUMBER),
    ({**line("a9"), "工单编号": ""}, "external", UNNUMBERED),
    (line("a0", 诉求类别=""), "category", MISSING),
    (line("a11", 受理时间=""), "opened_at", BLANK),
    (line("a10", 受理时间="2199-01-01"), "opened_at", ""),
]


def run(content: bytes, town: Town, *, layout: Layout | None = None, **more: Any) -> list[Judged]:
    table = opened(io.BytesIO(content), layout=layout, known=knows(incoming_of(REQUEST)))
    how = proposed(table.heads, incoming=incoming_of(REQUEST), like=Mapping(kind="request", source="12345", **more))
    reading = reader(table, how, incoming=incoming_of(REQUEST), zone="Asia/Shanghai")
    return list(judged(table, reading, REQUEST, source="12345", by=viewing(clerk(town)).posts[0], at=FRIDAY))


def trial(content: bytes, town: Town) -> Weight:
    table = opened(io.BytesIO(content), known=knows(incoming_of(REQUEST)))
    how = proposed(table.heads, incoming=incoming_of(REQUEST), like=Mapping(kind="request"))
    reading = reader(table, how, incoming=incoming_of(REQUEST), zone="Asia/Shanghai")
    return weighed(table, reading, REQUEST, source="12345", by=viewing(clerk(town)).posts[0], at=FRIDAY)


def test_defects_in_twelve_writings_are_told_alike_and_hinder_no_other_row(town: Town) -> None:
    told = [*rows(2), *(row for row, _column, _sentence in DEFECTS)]
    before = Event.objects.count()
    for encoding, end in WRITINGS:
        found = run(written(told, encoding=encoding, end=end), town)
        assert [one.verdict for one in found] == ["fresh"] * 2 + ["wrong"] * len(DEFECTS), encoding
        for one, (_row, column, sentence) in zip(found[2:], DEFECTS, strict=True):
            assert one.wrong is not None
            assert one.wrong.column == column
            assert sentence in ("", one.wrong.sentence)
    assert Event.objects.count() == before


def test_ten_rows_closed_before_they_were_opened_each_have_their_answer(town: Town) -> None:
    early = [line(f"e{day}", **{**CLOSED, "办结时间": f"2026-02-{10 + day} 12:00"}) for day in range(10)]
    found = run(written([*rows(3), *early]), town)
    assert [one.verdict for one in found] == ["fresh"] * 3 + ["wrong"] * 10
    assert [one.found.number for one in found if one.wrong] == list(range(5, 15))
    assert {(one.wrong.column, one.wrong.sentence) for one in found if one.wrong} == {("closed_at", TOO_EARLY)}


def test_a_moment_that_is_too_early_is_held_against_the_heading_of_the_list(town: Town) -> None:
    early = line("1", **{**CLOSED, "派单时间": "", "办结时间": "2026-02-10 12:00"})
    content = written([early]).replace("受理时间".encode(), "来电时间".encode())
    [told] = trial(content, town).complaints
    assert (told.head, told.sentence) == ("办结时间", "早于“来电时间”，请核对这两个时间。")


def test_words_that_mean_nothing_yet_are_gathered_once_and_drown_no_other_complaint(town: Town) -> None:
    told = [*(line(f"w{n}", 诉求类别="天上的事", 来源="鸽子") for n in range(30)), line("x", 受理时间="昨天")]
    weight = trial(written(told), town)
    assert {name: dict(found) for name, found in weight.words.items()} == {
        "category": {"天上的事": 30},
        "channel": {"鸽子": 30},
    }
    assert [(one.row, one.column, one.value) for one in weight.complaints] == [(32, "opened_at", "昨天")]
    assert (weight.total, weight.good, weight.unread) == (31, 0, 1)


def test_a_number_that_an_earlier_good_row_bears_is_known(town: Town) -> None:
    spoilt = line("1", 受理时间="2199-01-01")
    told = [spoilt, line("2"), line("1"), line("2", 诉求标题="电梯停了"), line("2", 诉求标题="电梯停了"), line("3")]
    found = run(written(told), town)
    assert [one.verdict for one in found] == ["wrong", "fresh", "fresh", "changed", "already", "fresh"]
    assert [one.again for one in found] == ["", "", "", "HX2", "HX2", ""]


def test_nobody_takes_matters_into_units_beyond_their_reach(town: Town) -> None:
    content = "工单编号,受理时间,诉求内容,诉求类别,受理单位\n1,2026-03-02,路灯坏了。,street-light,云棠县\n".encode()
    [found] = run(content, town)
    assert found.wrong is not None
    assert (found.wrong.column, found.wrong.sentence) == ("unit", NOT_YOURS)


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_error_file_holds_the_own_rows_with_reasons_and_can_be_mended_and_read_again(form: str, town: Town) -> None:
    content = written([*rows(2), line("f1", 受理时间="昨天", 诉求标题="=1+1")])
    table = opened(io.BytesIO(content), known=knows(incoming_of(REQUEST)))
    how = proposed(table.heads, incoming=incoming_of(REQUEST), like=Mapping(kind="request", source="12345"))
    reading = reader(table, how, incoming=incoming_of(REQUEST), zone="Asia/Shanghai")
    by, into = viewing(clerk(town)).posts[0], io.BytesIO()
    found = judged(table, reading, REQUEST, source="12345", by=by, at=FRIDAY)
    write_returned(found, table, reading, into, form=form, name="工单")
    again = opened(into, known=knows(incoming_of(REQUEST)))
    [row] = again.rows()
    told = dict(zip(again.heads, row.cells, strict=False))
    assert told["工单编号"] == "HXf1"
    assert "昨天" in str(told[again.heads[-1]])
    assert [(one.verdict, one.read.told.get("title")) for one in run(into.getvalue(), town)] == [("wrong", "=1+1")]


def test_a_returned_column_is_as_wide_as_its_cells_up_to_where_they_go_on_below(town: Town) -> None:
    told = written([line("f1", 受理时间="昨天", 诉求标题="灯", 诉求内容="路灯坏了。" * 60)])
    table = opened(io.BytesIO(told), known=knows(incoming_of(REQUEST)))
    how = proposed(table.heads, incoming=incoming_of(REQUEST), like=Mapping())
    reading = reader(table, how, incoming=incoming_of(REQUEST), zone="Asia/Shanghai")
    by, into = viewing(clerk(town)).posts[0], io.BytesIO()
    found = judged(table, reading, REQUEST, source="12345", by=by, at=FRIDAY)
    write_returned(found, table, reading, into, form="xlsx", name="工单")
    tab = zipfile.ZipFile(into).read("xl/worksheets/sheet1.xml").decode()
    found_columns = re.findall(r'<col min="(\d+)" max="(\d+)" width="([\d.]+)"', tab)
    wide = [int(float(width)) for first, last, width in found_columns for _place in range(int(first), int(last) + 1)]
    assert wide[table.heads.index("诉求标题")] == 10
    assert wide[table.heads.index("诉求内容")] == 36
