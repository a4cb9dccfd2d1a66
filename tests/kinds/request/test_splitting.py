"""A part for another unit: with the desk's own words, answered to the whole, asked about once."""

from typing import Any

import pytest

from linli.matters.command import Refused
from linli.matters.models import Matter, Words
from linli.matters.verify import verify
from linli.matters.words import words_of
from linli.staff.models import User
from tests.kinds.request.at_counter import BAD, answers, at_the_desk_too, called, lead
from tests.kinds.request.in_town import clerk, in_hand, light
from tests.kinds.request.told import CALL, NAME, answer, say
from tests.town import MONDAY, TUESDAY, WEDNESDAY, Town, facts_of, said, state_of

pytestmark = pytest.mark.django_db
PART = {"title": "灯杆电缆检修", "task": "检修三号楼前灯杆电缆。", "why": "电缆归其管养"}


def split(town: Town, whole: Matter | None = None, **more: Any) -> tuple[Matter, Matter]:
    told = {"to_unit": town.south, **PART, **more}
    whole = said(say.split, whole or in_hand(town), by=clerk(town), at=TUESDAY, **told)
    return whole, Matter.objects.get(number=state_of(whole).data["parts"][-1]["number"])


def test_a_part_goes_to_its_unit_at_once_and_names_the_whole(town: Town) -> None:
    whole, part = split(town)
    assert (part.kind, part.stage, part.unit, part.title) == ("request", "dispatched", town.south, PART["title"])
    state = state_of(part)
    assert (state.data["part_of"], state.tied("part_of"), state_of(whole).tied("part")) == (
        whole.number,
        [whole.number],
        [part.number],
    )
    assert (part.category, state.data["channel"]) == (whole.category, "part")
    assert verify().differences == ()


def test_nothing_of_the_resident_is_in_it(town: Town) -> None:
    whole, part = split(town)
    said_there = words_of(part, withheld=frozenset())
    rows = Words.objects.filter(matter=part)
    assert {said_there.at(row.seq, row.field).text for row in rows} == {PART["title"], PART["task"], PART["why"]}
    assert not Words.objects.filter(matter=part, privacy="personal").exists()
    with pytest.raises(Refused):
        split(town, whole, title=f"{NAME}家门前灯杆")
    with pytest.raises(Refused):
        split(town, whole, title=f"回电{CALL}")


def test_the_whole_waits_for_its_parts_and_hears_of_their_answer(town: Town) -> None:
    whole, part = split(town)
    with pytest.raises(Refused):
        said(say.reply, whole, by=town.he, at=WEDNESDAY, **answer())
    part = said(say.sign, part, by=at_south(town), at=WEDNESDAY)
    part = said(say.reply, part, by=at_south(town), at=WEDNESDAY, **answer(text="电缆已修复。"))
    assert (part.stage, part.outcome, light(part)[0]) == ("closed", "resolved", "green")
    whole.refresh_from_db()
    assert facts_of(whole)[-1] == "PartAnswered"
    assert words_of(whole, withheld=frozenset()).at(whole.seq, "text").text == "电缆已修复。"
    whole = said(say.reply, whole, by=town.he, at=WEDNESDAY, **answer())
    assert called(whole, by=clerk(town), at=WEDNESDAY).stage == "closed"
    assert verify().differences == ()


def test_who_answered_for_a_part_does_not_call_back_about_the_whole(town: Town) -> None:
    whole, part = split(town)
    south = at_south(town)
    said(say.reply, said(say.sign, part, by=south, at=TUESDAY), by=south, at=TUESDAY, **answer())
    whole.refresh_from_db()
    whole = said(say.reply, whole, by=town.he, at=TUESDAY, **answer())
    with pytest.raises(Refused, match=r"yourself|亲自"):
        called(whole, by=at_the_desk_too(town, south), at=WEDNESDAY)
    assert called(whole, by=lead(town), at=WEDNESDAY).stage == "closed"


def test_who_is_complained_of_and_who_handles_the_whole_get_no_part(town: Town) -> None:
    complained = in_hand(town, reported_unit=town.south.pk)
    with pytest.raises(Refused):
        split(town, complained)
    with pytest.raises(Refused):
        split(town, in_hand(town), to_unit=town.north)
    assert split(town)[1].unit == town.south


def test_a_part_has_no_parts_is_not_merged_and_not_opened_again(town: Town) -> None:
    earlier = in_hand(town)
    whole, part = split(town)
    with pytest.raises(Refused):
        said(say.split, part, by=clerk(town), at=TUESDAY, to_unit=town.north, **PART)
    with pytest.raises(Refused):
        said(say.merge, part, by=clerk(town), at=TUESDAY, into=earlier.number, why="同一处")
    with pytest.raises(Refused):
        said(say.merge, whole, by=clerk(town), at=TUESDAY, into=earlier.number, why="同一处")
    part = said(
        say.reply, said(say.sign, part, by=at_south(town), at=TUESDAY), by=at_south(town), at=TUESDAY, **answer()
    )
    with pytest.raises(Refused):
        said(say.reopen, part, by=lead(town), at=TUESDAY, why="再查")
    with pytest.raises(Refused):
        said(say.order_redo, part, by=lead(town), at=TUESDAY, why="再查")


def test_a_part_that_is_no_longer_needed_is_not_waited_for(town: Town) -> None:
    whole, part = split(town)
    part = said(say.withdraw, part, by=clerk(town), at=TUESDAY, why="不再需要")
    assert part.outcome == "withdrawn"
    whole.refresh_from_db()
    assert facts_of(whole)[-1] == "PartDropped"
    assert said(say.reply, whole, by=town.he, at=WEDNESDAY, **answer()).stage == "replied"


def test_the_whole_does_not_wait_for_a_part_that_was_not_accepted(town: Town) -> None:
    whole, part = split(town)
    told = {"return_ground": "not_our_duty", "why": "非本社区职责"}
    part = said(say.send_back, part, by=at_south(town), at=TUESDAY, **told)
    part = said(say.uphold_return, part, by=lead(town), at=TUESDAY)
    whole.refresh_from_db()
    with pytest.raises(Refused):
        said(say.reply, whole, by=town.he, at=WEDNESDAY, **answer())
    part = said(say.not_accept, part, by=lead(town), at=WEDNESDAY, refusal_ground="outside")
    whole.refresh_from_db()
    assert (part.stage, facts_of(whole)[-1]) == ("not_accepted", "PartDropped")
    assert said(say.reply, whole, by=town.he, at=WEDNESDAY, **answer()).stage == "replied"
    assert verify().differences == ()


def test_when_the_whole_is_taken_back_its_parts_lapse(town: Town) -> None:
    whole, part = split(town)
    assert answers(say.take_back, whole, at=WEDNESDAY).stage == "closed"
    part.refresh_from_db()
    assert (part.stage, part.outcome, facts_of(part)[-2]) == ("closed", "withdrawn", "Lapsed")
    assert verify().differences == ()


def test_a_redo_can_be_split_anew(town: Town) -> None:
    whole = said(say.reply, in_hand(town), by=town.he, at=MONDAY, **answer())
    with pytest.raises(Refused):
        split(town, whole)
    whole = answers(say.rate, whole, at=MONDAY, **BAD)
    assert split(town, whole)[1].stage == "dispatched"


def at_south(town: Town) -> User:
    """Sun, with a post that handles."""
    town.sun.posts.update(role="handler")
    return town.sun
