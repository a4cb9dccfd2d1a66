"""The whole course of a request through the database: from the call to answered, and who may do what."""

from dataclasses import fields
from string import Formatter

import pytest
from django.http import Http404

from linli.kinds.request.kind import REQUEST
from linli.matters.command import Refused
from linli.matters.commands import NotAllowed
from linli.matters.everyday import EVERYDAY_FACTS
from linli.matters.verify import verify
from tests.for_residents import residents_read
from tests.kinds.request.in_town import accepted, clerk, dispatched, in_hand, light, replied
from tests.kinds.request.told import say, sending
from tests.town import FRIDAY, MONDAY, TUESDAY, Town, said, state_of

pytestmark = pytest.mark.django_db


def test_from_the_call_to_the_answer(town: Town) -> None:
    matter = replied(town)
    assert (matter.number, matter.holder, matter.unit) == ("QS-2026-000001", town.he, town.north)
    assert light(matter) == ("yellow", "Answered; to be called back")
    assert state_of(matter).data["cycles"][0]["in_time"] is True
    assert verify().differences == ()


def test_the_desk_dispatches_and_the_unit_signs(town: Town) -> None:
    with pytest.raises(Http404):
        said(say.dispatch, accepted(town), by=town.mei, at=MONDAY, **sending(town.north))
    matter = dispatched(town)
    for outsider in (clerk(town), town.mei):
        with pytest.raises(NotAllowed):
            said(say.sign, matter, by=outsider, at=MONDAY)
    assert said(say.sign, matter, by=town.he, at=MONDAY).holder == town.he


def test_what_the_unit_asks_the_desk_rules_on_and_only_the_desk(town: Town) -> None:
    matter = said(say.sign, dispatched(town), by=town.he, at=MONDAY)
    told = {"return_ground": "not_our_area", "why": "在南社区"}
    matter = said(say.send_back, matter, by=town.he, at=MONDAY, **told)
    for outsider in (town.mei, town.gu):
        with pytest.raises(NotAllowed):
            said(say.uphold_return, matter, by=outsider, at=MONDAY)
    matter = said(say.designate, matter, by=clerk(town), at=MONDAY, **sending(town.north))
    with pytest.raises(NotAllowed):
        said(say.send_back, matter, by=clerk(town), at=MONDAY, **told)
    matter = said(say.sign, matter, by=town.gu, at=MONDAY)
    with pytest.raises(Refused, match=r"指定"):
        said(say.send_back, matter, by=town.gu, at=MONDAY, **told)
    assert verify().differences == ()


def test_more_time_and_suspension_are_approved_at_the_desk_by_who_leads(town: Town) -> None:
    asked = {"days": 3, "why": "等待配件", "legal_basis": "《采购法》"}
    matter = said(say.ask_extension, in_hand(town), by=town.he, at=MONDAY, **asked)
    for outsider in (town.gu, clerk(town)):
        with pytest.raises(NotAllowed):
            said(say.grant_extension, matter, by=outsider, at=MONDAY)
    before = state_of(matter).marks["reply"].at
    matter = said(say.grant_extension, matter, by=town.chen, at=TUESDAY)
    assert state_of(matter).marks["reply"].at > before
    with pytest.raises(NotAllowed):
        said(say.suspend, matter, by=town.gu, at=TUESDAY, why="等待鉴定")
    matter = said(say.suspend, matter, by=town.chen, at=TUESDAY, why="等待鉴定")
    assert (matter.clock, said(say.resume, matter, by=town.chen, at=FRIDAY, why="结论已出").clock) == (
        "paused",
        "running",
    )
    assert verify().differences == ()


def test_what_the_resident_reads_names_nobody() -> None:
    for fact in REQUEST.facts:
        sentences = () if fact in EVERYDAY_FACTS else residents_read(fact)
        named = {name for text in sentences for _text, name, _spec, _how in Formatter().parse(text) if name}
        assert named <= {field.name for field in fields(fact)} - set(fact.masked), fact.__name__


@pytest.mark.parametrize("name", ["ExtensionGranted", "ExtensionRefused", "Suspended", "Resumed"])
def test_residents_are_told_what_becomes_of_the_time_they_were_promised(name: str) -> None:
    fact = REQUEST.fact(name)
    assert fact.for_resident(object.__new__(fact))
