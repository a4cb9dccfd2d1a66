"""Rows of a list that bear a number which is here already, or stands earlier in the list: what a list may still say."""

from itertools import product
from typing import Any

import pytest
from django.utils.translation import override

from linli.kinds.request.kind import REQUEST
from linli.matters import earlier, taking_in
from linli.matters.command import NOT_IN_THIS_STAGE
from linli.matters.incoming import Row
from linli.matters.taking_in import take_in, weigh
from tests.kinds.request.outside import CLOSED, HOUR, begun, post, row, taken
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


def done(town: Town, rows: list[Row], *, digest: str) -> list[str]:
    """What came of each row: a chunk of one row each is written and counted by itself."""
    taking, found = begun(town, digest=digest, at=NEXT_MONDAY), []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(taking_in, "chunks", lambda rows: ([one] for one in rows))
        counts = dict.fromkeys(WORDS, 0)
        for progress in take_in(taking, rows):
            now = {name: getattr(progress.taking, name) for name in WORDS}
            found += [WORDS[name] for name in WORDS if now[name] > counts[name]]
            counts = now
    return found


WORDS = {"good": "fresh", "already": "already", "changed": "changed", "wrong": "wrong"}


def listed() -> list[Row]:
    """Of each number three rows, as they may follow one another in a list, with the rows of other numbers between."""
    combined = list(product(SAID, repeat=3))
    rows = [row(number, **told[place]) for place in range(3) for number, told in enumerate(combined, 1)]
    return [Row(place, one.told) for place, one in enumerate(rows, 1)]


def test_what_rows_of_one_number_would_do_is_what_they_do_also_when_they_are_given_again(town: Town) -> None:
    rows = listed()
    verdicts = foretold(town, rows)
    assert {*verdicts} == {*WORDS.values()}
    assert verdicts == done(town, rows, digest="a")
    again = foretold(town, rows)
    assert {*again} == {"already", "changed", "wrong"}
    assert again == done(town, rows, digest="b")


def test_a_row_that_closes_a_matter_which_was_here_shuts_it_for_the_rows_below(town: Town) -> None:
    taken(town, [row(1)])
    rows = [row(1, **CLOSED), Row(2, row(1, **CLOSED, category="noise").told)]
    assert foretold(town, rows) == ["changed", "wrong"] == done(town, rows, digest="b")


def test_a_list_that_says_two_things_of_one_number_says_both_again(town: Town) -> None:
    rows = [row(1), Row(2, row(1, category="noise").told)]
    done(town, rows, digest="a")
    assert foretold(town, rows) == ["changed", "changed"] == done(town, rows, digest="b")


def test_a_row_above_that_is_not_in_hand_any_more_is_believed_to_be_changed(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [row(1, **CLOSED), row(2), row(3), Row(4, row(1, **CLOSED, category="noise").told)]
    assert foretold(town, rows)[-1] == "wrong"
    monkeypatch.setattr(earlier, "KEPT", 2)
    assert foretold(town, rows)[-1] == "changed"
    monkeypatch.undo()
    monkeypatch.setattr(earlier, "SIGNS", 150)
    assert foretold(town, rows)[-1] == "changed", "rows that are long are not kept as long"


@pytest.mark.parametrize("here", [False, True])
def test_what_is_not_in_hand_any_more_is_compared_with_the_last_row_of_its_number(
    here: bool, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    if here:
        taken(town, [row(1)])
    told = (row(1), row(1, category="noise"), row(2), row(3), row(1, category="noise"), row(1))
    rows = [Row(place, one.told) for place, one in enumerate(told, 1)]
    first = "already" if here else "fresh"
    monkeypatch.setattr(earlier, "KEPT", 1)
    assert foretold(town, rows) == [first, "changed", "fresh", "fresh", "already", "changed"]
    assert foretold(town, rows) == done(town, rows, digest="b")


@pytest.mark.parametrize("here", [False, True])
def test_a_number_that_comes_again_and_again_is_not_followed_for_ever(
    here: bool, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    if here:
        taken(town, [row(1, category="noise")])
    monkeypatch.setattr(earlier, "OF_ONE", 2)
    told = (row(1), row(1, **CLOSED), row(1, **CLOSED, category="noise"))
    rows = [Row(place, one.told) for place, one in enumerate(told, 1)]
    assert foretold(town, rows)[-1] == ("changed" if here else "wrong"), "the second of its news is let go"
    more = [*rows[:1], Row(2, row(1, title="灯").told), *(Row(one.place + 1, one.told) for one in rows[1:])]
    assert foretold(town, more)[-1] == "changed"
    monkeypatch.undo()
    assert foretold(town, rows)[-1] == foretold(town, more)[-1] == "wrong"
