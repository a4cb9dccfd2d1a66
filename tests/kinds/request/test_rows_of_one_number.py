"""Rows of a list that bear a number which is here already, or stands earlier in the list: what a list may still say."""

from itertools import product
from typing import Any

import pytest
from django.utils.translation import override

from linli.kinds.request.kind import REQUEST
from linli.matters import earlier
from linli.matters.command import NOT_IN_THIS_STAGE
from linli.matters.incoming import Row
from linli.matters.taking_in import weigh
from tests.kinds.request.outside import CLOSED, HOUR, post, row, taken
from tests.town import MONDAY, NEXT_MONDAY, Town

pytestmark = pytest.mark.django_db


def test_a_matter_that_is_over_is_told_to_be_so_where_a_list_changes_it_no_more(town: Town) -> None:
    taken(town, [row(1, **CLOSED)])
    with override("zh-hans"):
        [wrong] = taken(town, [row(1, **CLOSED, category="noise")], digest="b", at=NEXT_MONDAY)[-1].wrong
    told = str(wrong.wrong)
    assert "该编号的事项已到“办结”，清单不能再改动其中这一项。" in told
    assert "刷新" not in told
    assert NOT_IN_THIS_STAGE not in told


SAID: tuple[dict[str, Any], ...] = (
    {},
    CLOSED,
    {"category": "noise"},
    {**CLOSED, "category": "noise"},
    {"handler": "360101", "dispatched_at": MONDAY + 10 * HOUR},
    {"title": "周桂兰家门口的路灯"},
    {"name": "", "phone": ""},
)


def foretold(town: Town, rows: list[Row]) -> list[str]:
    return [one.verdict for one in weigh(REQUEST, rows, source="12345", by=post(town), at=NEXT_MONDAY)]


def done(town: Town, rows: list[Row]) -> list[int]:
    taking = taken(town, rows, at=NEXT_MONDAY)[-1].taking
    return [taking.good, taking.already, taking.changed, taking.wrong]


def listed() -> list[Row]:
    """Of each number three rows, as they may follow one another in a list, with the rows of other numbers between."""
    combined = list(product(SAID, repeat=3))
    rows = [row(number, **told[place]) for place in range(3) for number, told in enumerate(combined, 1)]
    return [Row(place, one.told) for place, one in enumerate(rows, 1)]


def test_what_rows_of_one_number_would_do_is_what_they_do(town: Town) -> None:
    rows = listed()
    verdicts = foretold(town, rows)
    counts = [verdicts.count(one) for one in ("fresh", "already", "changed", "wrong")]
    assert all(counts)
    assert counts == done(town, rows)


def test_a_row_above_that_is_not_in_hand_any_more_is_believed_to_be_changed(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [row(1, **CLOSED), row(2), row(3), Row(4, row(1, **CLOSED, category="noise").told)]
    assert foretold(town, rows)[-1] == "wrong"
    monkeypatch.setattr(earlier, "KEPT", 2)
    assert foretold(town, rows)[-1] == "changed"


def test_a_number_that_comes_again_and_again_is_not_followed_for_ever(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(earlier, "OF_ONE", 3)
    rows = [Row(place, row(1, story=f"第{place}次来电").told) for place in range(1, 8)]
    assert foretold(town, rows) == ["fresh", *["changed"] * 6]
