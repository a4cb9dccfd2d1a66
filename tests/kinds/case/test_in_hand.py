"""Cases told in hand: what names another matter or opens one goes by the very rules of single commands."""

from typing import Any

import pytest

from linli.ground.clock import day_of
from linli.kinds.case.kind import CASE
from linli.matters.command import Command, Refused
from linli.matters.models import Event, Matter
from linli.matters.telling import Hand, begin_telling, record_many, tell
from linli.matters.timeline import Timeline
from linli.matters.verify import verify
from linli.policy.book import book
from linli.staff.models import User
from linli.staff.posts import Held, held
from tests.kinds.case.in_town import accepted
from tests.kinds.case.told import burglary, say
from tests.town import MONDAY, TUESDAY, Town, facts_of, said, state_of

pytestmark = pytest.mark.django_db

HANDED = {"to_kind": "dispute", "title": "院墙开裂纠纷", "text": "查明系邻里纠纷。", "why": "没有违法事实"}
ALIKE = "同样撬窗入室"


def post_of(user: User) -> Held:
    return held(user, on=day_of(MONDAY))[0]


def same_post(command: Command, line: Timeline, by: Held) -> Held:
    return by


def hand_of(town: Town, *, count: int) -> Hand:
    hand = Hand(speaker=same_post)
    for _each in range(count):
        line = begin_telling(
            CASE, unit=town.north, told=burglary(MONDAY), by=post_of(town.mei), at=MONDAY, book=book(MONDAY)
        )
        hand.lines[line.number] = line
    return hand


def say_in(hand: Hand, line: Timeline, command: Command, *, by: User, **told: Any) -> None:
    tell(line, command, told=told, by=post_of(by), at=TUESDAY, book=book(MONDAY), hand=hand)


def events(number: str) -> list[tuple[Any, ...]]:
    """What stands in the timeline but the numbers, which are drawn anew."""
    rows = Event.objects.filter(matter__number=number).order_by("seq")
    return list(rows.values_list("seq", "fact", "at", "user", "post"))


def test_two_cases_in_hand_are_linked_as_two_stored_ones_are(town: Town) -> None:
    first, second = accepted(town), accepted(town)
    said(say.link_series, second, by=town.he, at=TUESDAY, other=first.number, why=ALIKE)
    hand = hand_of(town, count=2)
    one, other = hand.lines.values()
    say_in(hand, other, say.link_series, by=town.he, other=one.number, why=ALIKE)
    record_many([one, other])
    assert one.state.tied("series") == other.state.tied("series") == ["CB-2026-0002"]
    assert [events(one.number), events(other.number)] == [events(first.number), events(second.number)]
    assert verify().differences == ()


def test_a_third_in_hand_joins_by_the_number_of_the_series(town: Town) -> None:
    hand = hand_of(town, count=3)
    first, second, third = hand.lines.values()
    say_in(hand, first, say.link_series, by=town.he, other=second.number, why=ALIKE)
    say_in(hand, third, say.link_series, by=town.he, other="CB-2026-0001", why=ALIKE)
    with pytest.raises(Refused, match=r"CB-2026-0001"):
        say_in(hand, second, say.link_series, by=town.he, other=third.number, why=ALIKE)
    assert third.state.tied("series") == ["CB-2026-0001"]


def test_what_the_other_refuses_names_it_and_what_is_not_in_hand_cannot_be_linked(town: Town) -> None:
    hand, stored = hand_of(town, count=3), accepted(town)
    first, ended, third = hand.lines.values()
    say_in(hand, ended, say.decline_filing, by=town.gu, decline_reason="no_offence", told="已书面告知")
    with pytest.raises(Refused, match=ended.number):
        say_in(hand, first, say.link_series, by=town.he, other=ended.number, why=ALIKE)
    with pytest.raises(Refused, match=r"no such|没有该"):
        say_in(hand, third, say.link_series, by=town.he, other=stored.number, why=ALIKE)


def test_a_case_in_hand_goes_on_as_a_dispute_that_is_laid_beside_it(town: Town) -> None:
    single = said(say.convert, accepted(town), by=town.gu, at=TUESDAY, **HANDED)
    hand = hand_of(town, count=1)
    (case,) = hand.lines.values()
    say_in(hand, case, say.convert, by=town.gu, **HANDED)
    (number,) = case.state.tied("goes_on_as")
    assert hand.lines[number].state.tied("from") == [case.number]
    record_many(list(hand.lines.values()))
    dispute = Matter.objects.get(number=number)
    assert (dispute.kind, dispute.title, dispute.unit) == ("dispute", HANDED["title"], town.north)
    assert events(case.number) == events(single.number)
    assert events(number) == events(state_of(single).tied("goes_on_as")[0])
    assert facts_of(dispute)[0] == "TakenOver"
    assert verify().differences == ()


def test_a_title_that_names_the_complainant_is_refused_when_handed_over_too(town: Town) -> None:
    hand = hand_of(town, count=1)
    (case,) = hand.lines.values()
    say_in(hand, case, say.add_complainant, by=town.he, name="周桂兰")
    with pytest.raises(Refused):
        say_in(hand, case, say.convert, by=town.gu, **{**HANDED, "title": "周桂兰院墙纠纷"})


def test_told_alone_nothing_goes_beyond_the_one_in_hand(town: Town) -> None:
    (case,) = hand_of(town, count=1).lines.values()
    before = case.seq
    with pytest.raises(LookupError, match=case.number):
        tell(case, say.convert, told=HANDED, by=post_of(town.gu), at=TUESDAY, book=book(MONDAY))
    assert case.seq == before
