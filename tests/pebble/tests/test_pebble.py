"""The course of a pebble from where it was found until it is home, and what is refused on the way."""

from datetime import timedelta

import pytest

from linli.matters.commands import NotAllowed, Refused
from tests.pebble import commands
from tests.pebble.kind import PEBBLE
from tests.town import MONDAY, Town, opened, said, state_of

pytestmark = pytest.mark.django_db

TOLD = {"title": "桥头的石子", "finder": "周阿婆", "phone": "13800000013", "size": "small"}


def test_it_is_found_carried_and_brought_home(town: Town) -> None:
    matter = opened(PEBBLE, by=town.mei, unit=town.north, told=TOLD, at=MONDAY)
    assert (matter.stage, matter.colour, matter.title) == ("found", "yellow", "桥头的石子")
    matter = said(commands.carry, matter, by=town.wang, at=MONDAY)
    assert (matter.stage, matter.holder_id) == ("carried", town.wang.pk)
    matter = said(commands.bring_home, matter, by=town.wang, at=MONDAY + timedelta(days=2))
    assert (matter.stage, matter.colour, matter.closed_at) == ("home", "green", MONDAY + timedelta(days=2))


def test_danger_makes_it_red_until_it_is_over(town: Town) -> None:
    matter = opened(PEBBLE, by=town.mei, unit=town.north, told=TOLD, at=MONDAY)
    with pytest.raises(Refused):
        said(commands.calm, matter, by=town.mei, at=MONDAY)
    matter = said(commands.warn, matter, by=town.mei, at=MONDAY)
    assert (matter.colour, matter.because) == ("red", "Somebody may trip over it")
    with pytest.raises(Refused):
        said(commands.warn, matter, by=town.mei, at=MONDAY)
    assert said(commands.calm, matter, by=town.mei, at=MONDAY).colour == "yellow"


def test_it_cannot_be_brought_home_before_it_is_carried_nor_by_a_clerk(town: Town) -> None:
    matter = opened(PEBBLE, by=town.mei, unit=town.north, told=TOLD, at=MONDAY)
    with pytest.raises(Refused):
        said(commands.bring_home, matter, by=town.wang, at=MONDAY)
    matter = said(commands.carry, matter, by=town.wang, at=MONDAY)
    with pytest.raises(NotAllowed):
        said(commands.bring_home, matter, by=town.mei, at=MONDAY)
    assert said(commands.bring_home, matter, by=town.wang, at=MONDAY).stage == "home"


def test_passed_on_it_lies_where_it_was_found_and_nobody_waits_for_it(town: Town) -> None:
    matter = opened(PEBBLE, by=town.mei, unit=town.north, told=TOLD, at=MONDAY)
    matter = said(commands.carry, matter, by=town.wang, at=MONDAY)
    matter = said(commands.pass_on, matter, by=town.gu, at=MONDAY, unit=town.south)
    assert (matter.stage, matter.unit, matter.holder, matter.due_at) == ("found", town.south, None, None)
    assert not matter.marks.exists()


def test_the_finder_is_among_the_words_and_never_in_the_state(town: Town) -> None:
    matter = opened(PEBBLE, by=town.mei, unit=town.north, told=TOLD, at=MONDAY)
    assert "周阿婆" not in state_of(matter).written()
