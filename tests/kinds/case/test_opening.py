"""Accepting an incident, and putting right what it was."""

from dataclasses import fields
from datetime import timedelta

import pytest

from linli.kinds.case.kind import CASE
from linli.matters.command import Refused
from linli.matters.trace import Trace
from tests.kinds.case.pure import CHEN, DAY, MONDAY, TODAY, administrative, criminal, filed, reported
from tests.kinds.case.told import CALL, NAME, say, solved


def test_a_new_case_is_to_be_assessed_and_only_an_administrative_one_has_a_limit() -> None:
    told = criminal()
    assert (told.state.stage, told.light) == ("accepted", ("yellow", "Accepted; to be assessed"))
    assert (told.state.data["case_class"], told.state.category, told.limit_at) == ("criminal", "burglary", None)
    told = administrative()
    assert told.state.data["case_class"] == "administrative"
    assert told.limit_at is not None
    assert told.limit_at.date() - MONDAY.date() == timedelta(days=30)


def test_it_happened_from_before_until_and_not_tomorrow() -> None:
    assert criminal(occurred_until=None).state.data["occurred_until"] == criminal().state.data["occurred_from"]
    assert criminal(occurred_from=MONDAY, occurred_until=MONDAY).state.stage == "accepted"
    with pytest.raises(Refused, match=r"ended before|早于"):
        criminal(occurred_until=MONDAY - DAY)
    with pytest.raises(Refused, match=r"not come yet|尚未到来"):
        criminal(occurred_until=MONDAY + timedelta(minutes=1))


def test_a_category_belongs_to_one_of_the_two_classes() -> None:
    assert criminal(category="criminal").state.data["case_class"] == "criminal"
    with pytest.raises(Refused):
        criminal(category="NB")


def test_the_complainant_may_be_left_out_or_added_later() -> None:
    told = criminal()
    assert told.state.data["complainants"] == []
    with pytest.raises(Refused):
        told.say(say.add_complainant, at=MONDAY)
    told.say(say.add_complainant, at=MONDAY, phone=CALL)
    assert [row["number"] for row in told.state.data["complainants"]] == [1]
    assert [row["number"] for row in criminal(name=NAME).state.data["complainants"]] == [1]


def test_another_class_brings_or_takes_the_limit() -> None:
    told = criminal().say(say.classify, at=MONDAY + DAY, category="minor-theft")
    assert told.limit_at is not None
    assert told.limit_at.date() - MONDAY.date() == timedelta(days=31)
    limit = told.limit_at
    told.say(say.classify, at=MONDAY + 3 * DAY, category="gambling")
    assert told.limit_at == limit
    told.say(say.classify, at=MONDAY + 3 * DAY, category="fraud")
    assert told.state.data["case_class"] == "criminal"
    assert "limit" not in told.state.marks
    with pytest.raises(Refused):
        told.say(say.classify, at=MONDAY + 3 * DAY, category="fraud")


def test_a_limit_that_comes_back_is_counted_from_its_first_day() -> None:
    told = filed(administrative())
    first = told.limit_at
    for day in (10, 20, 31):
        told.say(say.classify, at=MONDAY + day * DAY, category="fraud")
        assert told.limit_at is None
        told.say(say.classify, at=MONDAY + day * DAY, category="gambling")
        assert told.limit_at == first
    assert told.light == ("red", "Past its lawful limit")


def test_a_limit_that_comes_back_keeps_its_pauses_and_the_time_that_was_added() -> None:
    told = filed(administrative()).say(say.ask_extension, at=MONDAY, why="案情复杂")
    told.say(say.approve_extension, at=MONDAY, by=CHEN)
    first = told.limit_at
    for days, category in ((10, "fraud"), (20, "gambling")):
        told.say(say.report_result, at=MONDAY + days * DAY, result="suspended", report="等待鉴定")
        told.say(say.approve_result, at=MONDAY + days * DAY, by=CHEN)
        told.say(say.resume, at=MONDAY + (days + 5) * DAY, why="鉴定意见已出")
        told.say(say.classify, at=MONDAY + (days + 5) * DAY, category=category)
    assert first is not None
    assert told.limit_at == first + 10 * DAY


def test_opened_again_it_has_a_limit_of_its_own() -> None:
    told = filed(administrative()).say(say.classify, at=MONDAY, category="fraud")
    told.say(say.report_result, at=MONDAY, **solved(TODAY)).say(say.approve_result, at=MONDAY, by=CHEN)
    told.say(say.reopen, at=MONDAY + 40 * DAY, why="另有隐情")
    told.say(say.classify, at=MONDAY + 41 * DAY, category="gambling")
    assert told.limit_at is not None
    assert told.limit_at.date() - MONDAY.date() == timedelta(days=71)


def test_time_place_and_method_are_put_right_while_it_is_worked_on() -> None:
    told = criminal()
    told.say(say.correct_occurrence, at=MONDAY, occurred_from=MONDAY - DAY, cell=5, place="柳树街4号楼")
    told.say(say.describe_method, at=MONDAY, method="技术开锁")
    assert (told.state.cell, told.state.data["loss_fen"]) == (5, None)
    with pytest.raises(Refused):
        told.say(say.correct_occurrence, at=MONDAY, occurred_from=MONDAY + DAY)
    for verb in (say.correct_occurrence, say.describe_method, say.classify, say.add_complainant):
        with pytest.raises(Refused):
            reported(criminal()).say(verb, at=MONDAY, occurred_from=MONDAY, method="x", category="fraud", name=NAME)


def test_its_trace_says_what_where_when_and_how_and_never_who() -> None:
    told = criminal(cell=5)
    at = MONDAY - timedelta(hours=9)
    assert CASE.trace(told.state) == Trace("burglary", 5, at, MONDAY - timedelta(hours=3), method_seq=1)
    told.say(say.describe_method, at=MONDAY, method="技术开锁")
    trace = CASE.trace(filed(told).state)
    assert trace is not None
    assert (trace.method_seq, trace.method_field) == (3, "method")
    personal = {name for fact in CASE.facts for name in fact.masked}
    assert personal == {"name", "phone", "address"}
    assert not personal & {field.name for field in fields(Trace)}
