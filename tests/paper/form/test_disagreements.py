"""A form that contradicts itself is named by its cell, and one that can be read so that it holds is left alone."""

from decimal import Decimal

import pytest

from linli.paper.form import book
from linli.paper.form.address import address
from linli.paper.form.disagreements import disagreements
from tests.paper.form.made import Cells, form

HEAD: Cells = {"A1": "指标", "B1": "本月", "C1": "去年同期", "D1": "同比", "E1": "上月", "F1": "环比"}
PAIR: Cells = {"A2": "行政案件", "C2": 18, "D2": "+233.3 %", "E2": 33, "F2": "+81.8 %"}
LIST: Cells = {"A1": "类别", "B1": "件数", "A2": "盗窃", "B2": 30, "A3": "诈骗", "B3": 20, "A4": "其他", "B4": 10}


def told(cells: Cells, *, filled: dict[str, int] | None = None, **more: object) -> list[str]:
    opened = book.opened(form(cells, **more))  # type: ignore[arg-type]
    values = {address(at): Decimal(number) for at, number in (filled or {}).items()}
    return [one.text.format(**one.words) for one in disagreements(opened, {"表一": values})]


def test_62_cannot_stand_beside_its_two_percentages_and_60_can() -> None:
    assert told({**HEAD, **PAIR, "B2": 60}) == []
    assert told({**HEAD, **PAIR, "B2": 62}) == [
        "B2 on the sheet “表一” says 62, and with that these cannot hold: D2 +233.3 % ≠ +244.4 % (C2: 18); "
        "F2 +81.8 % ≠ +87.9 % (E2: 33). With 60 they would."
    ]


def test_62_cannot_even_stand_where_the_form_does_not_show_what_it_was_before() -> None:
    bare = {key: value for key, value in {**HEAD, **PAIR}.items() if key not in ("C1", "C2", "E1", "E2")}
    assert told({**bare, "B2": 60}) == []
    assert told({**bare, "B2": 62}) == [
        "B2 on the sheet “表一” says 62, and with that these cannot hold: D2 +233.3 %; F2 +81.8 %. With 60 they would."
    ]


def test_a_percentage_that_was_typed_beside_a_count_from_the_ledger_is_the_wrong_one() -> None:
    assert told({**HEAD, **PAIR, "F2": "+87.9 %", "B2": None}, filled={"B2": 62}) == [
        "D2 on the sheet “表一” says +233.3 %, but 62 (B2) against 18 (C2) is +244.4 %."
    ]


@pytest.mark.parametrize(("typed", "style"), [(2.333, 2), (2.33333333, 2), ("增长233.3%", 0), ("+233.3％", 0)])
def test_a_percentage_is_read_however_it_is_written(typed: object, style: int) -> None:
    assert told({**HEAD, **PAIR, "B2": 60, "D2": typed}, styles={"D2": style}) == []
    assert len(told({**HEAD, **PAIR, "B2": 61, "D2": typed}, styles={"D2": style})) == 1


def test_percentages_in_a_column_are_read_beside_their_rows() -> None:
    upright = {"A1": "项目", "B1": "案件", "A2": "本月", "A3": "去年同期", "B3": 7, "A4": "同比（%）", "B4": 300}
    assert told({**upright, "B2": 28}) == []
    assert told({**upright, "B2": 27}) == [
        "B4 on the sheet “表一” says +300 %, but 27 (B2) against 7 (B3) is +285.7 %."
    ]


def test_a_fall_has_its_word_and_nought_before_has_no_percentage() -> None:
    one = {"A1": "指标", "B1": "本月", "C1": "上月", "D1": "环比", "A2": "警情"}
    assert told({**one, "B2": 7, "C2": 28, "D2": "下降75%"}) == []
    assert told({**one, "B2": 7, "C2": 0, "D2": "–"}) == []
    assert len(told({**one, "B2": 7, "C2": 0, "D2": "+100%"})) == 1


def test_a_rate_is_held_against_the_count_that_is_called_like_it() -> None:
    rate = {"A1": "街道", "B1": "受理数", "C1": "办结数", "D1": "办结率", "A2": "城东", "B2": 343, "C2": 341}
    assert told({**rate, "D2": "99.4%"}) == []
    assert told({**rate, "D2": "100.0%"}) == [
        "D2 on the sheet “表一” says 100.0 %, but 341 (C2) of 343 (B2) is 99.4 %."
    ]
    assert told({**rate, "D1": "满意率", "D2": "97.0%"}) == []
    assert told({**rate, "D1": "办结率（%）", "D2": None}, filled={"D2": 100}) == []


def test_a_typed_total_that_is_not_the_sum_of_its_parts_is_named_wherever_it_stands() -> None:
    below, front = {**LIST, "A5": "合　计"}, {**LIST, "A5": "合计", "C1": "上月", "C2": 1, "C3": 1, "C4": 1, "C5": 3}
    assert told({**below, "B5": 60}) == []
    assert told({**below, "B5": 62}) == ["B5 on the sheet “表一” says 62, but its parts B2:B4 add up to 60."]
    assert told({**front, "B5": "=SUM(B2:B4)"}) == []
    first = {"A1": "类别", "B1": "合计", "C1": "东", "D1": "西", "A2": "盗窃", "C2": 1, "D2": 2}
    assert told({**first, "B2": 3}) == []
    assert told({**first, "B2": 4}) == ["B2 on the sheet “表一” says 4, but its parts C2:D2 add up to 3."]


def test_a_total_is_held_against_what_was_filled_in() -> None:
    assert told({**LIST, "A5": "合计", "B5": 60}, filled={"B2": 31})[0].endswith("its parts B2:B4 add up to 61.")
    assert told({**LIST, "A5": "合计", "B5": 60}, filled={"B2": 31, "B5": 61}) == []


def test_subtotals_and_what_is_told_again_are_not_added_twice() -> None:
    cells: Cells = {
        "A1": "类别", "C1": "件数", "A2": "刑事", "B2": "盗窃", "C2": 3, "B3": "诈骗", "C3": 4, "B4": "小计", "C4": 7,
        "A5": "治安", "B5": "斗殴", "C5": 5, "B6": "其中：聚众", "C6": 2, "B7": "小计", "C7": 5, "A8": "合计", "C8": 12,
    }  # fmt: skip
    merged = ("A2:A4", "A5:A7", "A8:B8")
    assert told(cells, merged=merged) == []
    assert [one[:2] for one in told({**cells, "C8": 20, "C4": 8}, merged=merged)] == ["C4", "C8"]


def test_a_typed_total_beside_a_sum_is_what_that_sum_would_be_here() -> None:
    cells: Cells = {**LIST, "A5": "全县", "B5": "=SUM(B2:B4)", "C1": "人数", "C2": 1, "C3": 2, "C4": 3}
    assert told({**cells, "C5": 6}) == []
    assert told({**cells, "C5": 7}) == ["C5 on the sheet “表一” says 7, but its parts C2:C4 add up to 6."]


def test_rates_medians_and_ranks_are_added_up_by_nobody() -> None:
    cells: Cells = {**LIST, "A5": "合计", "B5": 60, "C1": "办结率", "C2": 90, "C3": 80, "C4": 70, "C5": 81}
    assert told(cells) == []
    assert told({**cells, "C1": "平均用时"}) == []
