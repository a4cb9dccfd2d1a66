"""A unit may return a request once, if it is clearly not in charge; the desk rules, and what it designates stays."""

from typing import Any

import pytest

from linli.matters.command import Refused
from linli.place.models import Unit
from tests.kinds.request.pure import (
    CHEN,
    DAY,
    HE,
    MONDAY,
    NORTH,
    QIN,
    SOUTH,
    SUN,
    Told,
    accepted,
    dispatched,
    in_hand,
    returned,
)
from tests.kinds.request.told import say, sending

pytestmark = pytest.mark.django_db
AT_DESK = Unit(pk=7, unit_1=1, unit_2=7, level=2, kind="street")


def unit_of(told: Told) -> int:
    duty = told.state.holder("unit")
    assert duty
    return duty.unit


@pytest.mark.parametrize("signed", [False, True])
def test_a_return_waits_for_the_desk_while_the_limit_of_the_reply_runs_on(signed: bool) -> None:
    told = in_hand() if signed else dispatched()
    reply = told.due("reply")
    returned(told)
    assert (told.state.stage, told.state.flags, told.due("reply")) == ("return_asked", ["returned_once"], reply)
    assert told.light == ("yellow", "Return asked for; the desk is to rule")
    assert told.wait(MONDAY + 2 * DAY).light == ("orange", "Return asked for; the desk did not rule in time")


def test_upheld_it_is_at_the_desk_again_to_be_dispatched_anew() -> None:
    told = returned(in_hand()).say(say.uphold_return, at=MONDAY, by=QIN, note="确非其职责")
    assert (told.state.stage, unit_of(told), told.state.holder("holder")) == ("accepted", 7, None)
    assert told.state.data["returns"][0]["ruling"] == "upheld"
    told.say(say.dispatch, at=MONDAY, **sending(SOUTH))
    assert (told.state.stage, unit_of(told)) == ("dispatched", SOUTH.pk)


def test_re_dispatched_it_is_with_another_unit_at_once() -> None:
    told = returned(in_hand())
    with pytest.raises(Refused, match=r"has it already|已经承办"):
        told.say(say.re_dispatch, at=MONDAY, by=QIN, **sending(NORTH))
    told.say(say.re_dispatch, at=MONDAY, by=QIN, **sending(SOUTH))
    assert (unit_of(told), told.state.data["returns"][0]["ruling"]) == (SOUTH.pk, "re_dispatched")


@pytest.mark.parametrize("unit", [NORTH, SOUTH])
def test_designated_it_may_never_be_returned_again(unit: Unit) -> None:
    told = returned(in_hand())
    told.say(say.designate, at=MONDAY, by=QIN, **sending(unit))
    assert (told.state.stage, unit_of(told)) == ("dispatched", unit.pk)
    assert told.state.data["returns"][0]["ruling"] == "designated"
    for at_work in (told, told.say(say.sign, at=MONDAY, by=SUN)):
        with pytest.raises(Refused, match=r"designated|指定"):
            returned(at_work, by=SUN)


def test_a_designation_says_why_even_where_nothing_else_is_asked() -> None:
    told = returned(in_hand())
    with pytest.raises(Refused):
        told.say(say.designate, at=MONDAY, by=QIN, **sending(NORTH, why=" "))
    assert told.say(say.designate, at=MONDAY, by=QIN, **sending(NORTH)).state.flags == ["designated", "returned_once"]


def test_one_unit_returns_once_and_a_second_units_return_is_orange() -> None:
    told = returned(in_hand()).say(say.uphold_return, at=MONDAY, by=QIN)
    told.say(say.dispatch, at=MONDAY, **sending(NORTH))
    with pytest.raises(Refused, match=r"once already|一次"):
        returned(told)
    told.say(say.re_dispatch, at=MONDAY, by=QIN, **sending(SOUTH))
    returned(told, by=SUN)
    assert told.light == ("orange", "Returned twice: who is in charge?")


def test_who_asked_for_the_return_does_not_rule_on_it() -> None:
    rulings: tuple[tuple[Any, dict[str, Any]], ...] = (
        (say.uphold_return, {}),
        (say.re_dispatch, sending(SOUTH)),
        (say.designate, sending(NORTH)),
    )
    for verb, words in rulings:
        told = returned(in_hand(), by=CHEN)
        with pytest.raises(Refused, match=r"yourself|自己"):
            told.say(verb, at=MONDAY, by=CHEN, **words)
        assert told.say(verb, at=MONDAY, by=QIN, **words).state.stage in ("accepted", "dispatched")


def test_the_desk_has_nobody_to_return_it_to() -> None:
    told = accepted().say(say.dispatch, at=MONDAY, **sending(AT_DESK))
    with pytest.raises(Refused, match=r"desk itself|受理单位"):
        returned(told)
    assert returned(dispatched(), by=HE).state.stage == "return_asked"
