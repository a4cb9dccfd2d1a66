"""The county can be told without a kind that was taken out: nothing of it, and nothing that goes on as it."""

import pytest

from linli.demo.present import weekday
from linli.demo.tales import turns
from linli.matters import kind
from tests.demo.moments import AT


def test_without_its_kind_no_case_is_told_and_no_dispute_goes_on_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [turn for turn in turns(AT, is_workday=weekday) if turn.name[0] == "dispute" and turn.of is None]
    monkeypatch.delitem(kind._KINDS, "case")
    left = turns(AT, is_workday=weekday)
    assert len(left) > 1_000
    assert {turn.name[0] for turn in left} == {"dispute", "request"}
    assert [turn.name for turn in left if turn.name[0] == "dispute"] == [turn.name for turn in whole]


def test_without_its_kind_no_request_is_told_and_the_others_are_told_as_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = turns(AT, is_workday=weekday)
    monkeypatch.delitem(kind._KINDS, "request")
    left = turns(AT, is_workday=weekday)
    assert {turn.name[0] for turn in left} == {"dispute", "case"}
    assert [turn.name for turn in left] == [turn.name for turn in whole if turn.name[0] != "request"]
