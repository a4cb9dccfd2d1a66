"""Which matters hold an open instruction for somebody, and who is on duty in which: lists that count what is open."""

from typing import Any

import pytest

from linli.matters.asking import DutyOf, Listing, read_listing
from linli.matters.instructing import fulfil, instruct
from linli.matters.models import Matter
from linli.matters.queries import page
from linli.matters.state import HOLDER
from linli.policy.calendar import calendar
from linli.staff.hiring import stand_in
from linli.staff.models import User
from tests.pebble import commands
from tests.town import MONDAY, TUESDAY, WEDNESDAY, Town, pebble, said, state_of, viewing

pytestmark = pytest.mark.django_db

MINE = Listing(whose="instructed", state="all")


def told(matter: Matter, *, by: User, **whom: Any) -> Matter:
    return said(instruct, matter, by=by, at=TUESDAY, what="把桥头围起来", by_on=WEDNESDAY.date(), **whom)


def numbers(listing: Listing, user: User) -> set[str]:
    found = page(listing, viewing(user, at=WEDNESDAY), at=WEDNESDAY, calendar=calendar())
    assert found.total == len(found.rows)
    return {row.number for row in found.rows}


def test_who_was_told_finds_the_matter_until_it_is_done(town: Town) -> None:
    matter, other = told(pebble(town), by=town.chen, user=town.wang), told(pebble(town), by=town.chen, user=town.he)
    matter = told(matter, by=town.chen, user=town.wang)
    assert numbers(MINE, town.wang) == {matter.number}
    assert numbers(MINE, town.he) == {other.number}
    for one in state_of(matter).open_instructions():
        assert numbers(MINE, town.wang) == {matter.number}
        matter = said(fulfil, matter, by=town.wang, at=WEDNESDAY, instruction=one.seq, done="围好了")
    assert numbers(MINE, town.wang) == set()


def test_a_unit_that_was_told_is_everybody_in_it_and_a_person_that_was_told_is_not(town: Town) -> None:
    matter = told(pebble(town), by=town.chen, unit=town.north)
    in_person = told(pebble(town), by=town.chen, user=town.wang, unit=town.north)
    assert numbers(MINE, town.mei) == {matter.number}
    assert numbers(MINE, town.wang) == {matter.number, in_person.number}
    assert numbers(MINE, town.chen) == numbers(MINE, town.sun) == set()


def test_who_stands_in_sees_what_the_other_was_told(town: Town) -> None:
    matter = told(pebble(town), by=town.chen, user=town.wang)
    post = town.wang.posts.get()
    stand_in(town.he, post=post, from_on=MONDAY.date(), until_on=WEDNESDAY.date(), reason="休假")
    assert numbers(MINE, town.he) == {matter.number}


def test_with_the_closing_of_the_matter_its_instructions_lapse(town: Town) -> None:
    matter = said(commands.carry, told(pebble(town), by=town.chen, user=town.wang), by=town.wang, at=TUESDAY)
    assert numbers(MINE, town.wang) == {matter.number}
    said(commands.bring_home, matter, by=town.wang, at=WEDNESDAY)
    assert numbers(MINE, town.wang) == set()


def test_a_list_of_what_somebody_holds_from_a_post(town: Town) -> None:
    matter = said(commands.carry, pebble(town), by=town.wang, at=TUESDAY)
    said(commands.carry, pebble(town), by=town.he, at=TUESDAY)
    held = Listing(duty=DutyOf(HOLDER, "wang", "360101"))
    assert read_listing({"duty": [str(held.duty)]}) == held
    assert numbers(held, town.chen) == numbers(held, town.mei) == {matter.number}
    assert numbers(held, town.sun) == set()
    assert numbers(Listing(duty=DutyOf(HOLDER, "wang", "3601")), town.chen) == set()


@pytest.mark.parametrize("text", ["", "x", "holder~wang", "holder~nobody~3601", "hat~wang~3601", "holder~wang~99"])
def test_a_duty_that_nobody_can_have_is_left_out_and_said(town: Town, text: str) -> None:
    read = read_listing({"duty": [text]})
    assert read.duty is None
    assert bool(read.ignored) == bool(text)
