"""Instructions and calls: who may give and fulfil them, to whom, and the marks they set and lift."""

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from linli.ground.clock import moment
from linli.matters import instructing
from linli.matters.calling_up import call_up, dismiss_call
from linli.matters.command import Scene
from linli.matters.commands import NotAllowed, Refused
from linli.matters.instructing import FulfilForm, InstructForm, fulfil, instruct
from linli.matters.models import Event, Mark, Matter
from linli.matters.reach import posts_for
from linli.matters.words import words_of
from linli.policy.book import book
from linli.staff.hiring import appoint, stand_in
from linli.staff.models import User
from tests.pebble import commands
from tests.pebble.kind import PEBBLE
from tests.reports.sitting import convened
from tests.town import LONG_AGO, MONDAY, THURSDAY, TUESDAY, WEDNESDAY, Town, facts_of, pebble, said, state_of, viewing

pytestmark = pytest.mark.django_db

THE_FIFTH = date(2026, 3, 5)
CLOSING = moment(THE_FIFTH) + timedelta(hours=17, minutes=30)


def instructed(town: Town, matter: Matter, **told: Any) -> Matter:
    told = {"user": town.wang, "what": "先把桥头围起来", "by_on": THE_FIFTH, **told}
    return said(instruct, matter, by=town.chen, at=TUESDAY, **told)


def scene_of(matter: Matter, user: User) -> Scene:
    who = viewing(user, at=TUESDAY)
    scene = Scene(state_of(matter), {}, who.posts[0], TUESDAY, book(TUESDAY), matter.number)
    return scene._replace(others=partial(posts_for, who, "note", matter))


def offered(matter: Matter, user: User) -> list[int]:
    form = FulfilForm(scene=scene_of(matter, user))
    return [seq for seq, _label in form.fields["instruction"].choices]  # type: ignore[attr-defined]


def test_a_leader_instructs_and_a_clerk_may_not(town: Town) -> None:
    matter, meeting = pebble(town), convened(town, at=TUESDAY)
    with pytest.raises(NotAllowed):
        said(instruct, matter, by=town.mei, at=TUESDAY, user=town.wang, what="围起来", by_on=THE_FIFTH)
    state = state_of(instructed(town, matter, meeting=meeting.number))
    (one,) = state.open_instructions()
    assert (one.user, one.unit, one.meeting) == (town.wang.pk, town.north.pk, "CH-3601-2026-0001")
    assert state.marks[one.due].at == CLOSING
    assert facts_of(matter)[-1] == "Instructed"


def test_several_are_open_at_once_and_each_is_ticked_off_by_itself(town: Town) -> None:
    matter = instructed(town, instructed(town, pebble(town)), user=None, unit=town.street)
    first, second = state_of(matter).open_instructions()
    matter = said(fulfil, matter, by=town.wang, at=WEDNESDAY, instruction=first.seq, done="围好了")
    assert [one.seq for one in state_of(matter).open_instructions()] == [second.seq]
    assert list(Mark.objects.filter(matter=matter).values_list("name", flat=True)) == [second.due]
    with pytest.raises(Refused, match="不在办理中"):
        said(fulfil, matter, by=town.wang, at=WEDNESDAY, instruction=first.seq, done="又围了一次")


def test_only_who_was_told_or_a_head_says_it_is_done(town: Town) -> None:
    matter = instructed(town, pebble(town))
    (one,) = state_of(matter).open_instructions()
    with pytest.raises(Refused):
        said(fulfil, matter, by=town.mei, at=WEDNESDAY, instruction=one.seq, done="围好了")
    assert (offered(matter, town.mei), offered(matter, town.wang), offered(matter, town.gu)) == (
        [],
        [one.seq],
        [one.seq],
    )
    assert not state_of(
        said(fulfil, matter, by=town.gu, at=WEDNESDAY, instruction=one.seq, done="围好了")
    ).open_instructions()


def test_who_stands_in_ticks_off_for_the_one_who_was_told(town: Town) -> None:
    matter = instructed(town, pebble(town))
    (one,) = state_of(matter).open_instructions()
    days = {"from_on": WEDNESDAY.date(), "until_on": WEDNESDAY.date()}
    stand_in(town.sun, post=town.wang.posts.get(), reason="外出培训", **days)
    matter = said(fulfil, matter, by=town.sun, at=WEDNESDAY, instruction=one.seq, done="围好了")
    assert not state_of(matter).open_instructions()


def also(user: User, *, of: User) -> None:
    days = {"from_on": TUESDAY.date(), "until_on": THURSDAY.date()}
    stand_in(user, post=of.posts.get(), reason="外出培训", **days)


def spoken_from(matter: Matter) -> tuple[int | None, int | None]:
    return Event.objects.values_list("post_id", "behalf_id").get(matter=matter, seq=matter.seq)


def test_who_has_a_post_of_their_own_here_ticks_off_for_the_one_they_stand_in_for(town: Town) -> None:
    matter = instructed(town, pebble(town))
    (one,) = state_of(matter).open_instructions()
    also(town.mei, of=town.wang)
    assert offered(matter, town.mei) == [one.seq]
    matter = said(fulfil, matter, by=town.mei, at=WEDNESDAY, instruction=one.seq, done="围好了")
    assert spoken_from(matter) == (town.wang.posts.get().pk, town.wang.pk)


def test_who_has_two_posts_ticks_off_from_the_one_of_the_unit_that_was_told(town: Town) -> None:
    matter = instructed(town, pebble(town), user=None, unit=town.street)
    (one,) = state_of(matter).open_instructions()
    with pytest.raises(Refused):
        said(fulfil, matter, by=town.mei, at=WEDNESDAY, instruction=one.seq, done="围好了")
    second = appoint(town.mei, unit=town.street, role="clerk", from_on=LONG_AGO)
    assert offered(matter, town.mei) == [one.seq]
    matter = said(fulfil, matter, by=town.mei, at=WEDNESDAY, instruction=one.seq, done="围好了")
    assert spoken_from(matter) == (second.pk, None)


def test_nobody_speaks_for_a_recused_one_by_standing_in(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    matter = instructed(town, pebble(town))
    also(town.mei, of=town.wang)
    assert offered(matter, town.mei)
    recused = replace(PEBBLE, barred=lambda state, user: user == town.wang.pk)
    monkeypatch.setattr(instructing, "kind_named", lambda name: recused)
    assert offered(matter, town.mei) == []


def test_a_head_of_two_units_speaks_in_the_meeting_of_each(town: Town) -> None:
    matter, meeting = pebble(town), convened(town, at=TUESDAY)
    second = appoint(town.gu, unit=town.street, role="leader", from_on=LONG_AGO)
    told = {"user": town.wang, "what": "围起来", "by_on": THE_FIFTH}
    matter = said(instruct, matter, by=town.gu, at=TUESDAY, **told, meeting=meeting.number)
    assert spoken_from(matter) == (second.pk, None)
    matter = said(instruct, matter, by=town.gu, at=TUESDAY, **told)
    assert spoken_from(matter) == (town.gu.posts.get(unit=town.north).pk, None)


def test_where_no_person_is_named_anybody_of_the_unit_ticks_it_off(town: Town) -> None:
    matter = instructed(town, pebble(town), user=None, unit=town.north)
    (one,) = state_of(matter).open_instructions()
    assert (one.user, offered(matter, town.mei)) == (None, [one.seq])
    matter = said(fulfil, matter, by=town.mei, at=WEDNESDAY, instruction=one.seq, done="围好了")
    assert words_of(matter, withheld=frozenset()).at(matter.seq, "done").text == "围好了"


def test_nobody_is_told_who_does_not_see_the_matter(town: Town) -> None:
    matter = pebble(town)
    for told in ({"user": town.sun}, {"user": None, "unit": town.south}, {"user": None}):
        with pytest.raises(Refused):
            instructed(town, matter, **told)
    appoint(town.sun, unit=town.north, role="handler", from_on=LONG_AGO)
    assert state_of(instructed(town, matter, user=town.sun)).open_instructions()


def test_the_day_must_not_be_over(town: Town) -> None:
    matter = pebble(town)
    with pytest.raises(Refused):
        instructed(town, matter, by_on=MONDAY.date())
    assert state_of(instructed(town, matter, by_on=TUESDAY.date())).open_instructions()


def test_a_closed_matter_takes_no_instruction_and_what_was_open_lapses(town: Town) -> None:
    carried = said(commands.carry, pebble(town), by=town.wang, at=MONDAY)
    matter = said(commands.bring_home, instructed(town, carried), by=town.wang, at=WEDNESDAY)
    with pytest.raises(Refused):
        instructed(town, matter)
    with pytest.raises(Refused):
        said(fulfil, matter, by=town.wang, at=THURSDAY, instruction=1, done="围好了")


def test_a_call_stands_until_it_is_dismissed_or_an_instruction_answers_it(town: Town) -> None:
    matter = said(call_up, pebble(town), by=town.chen, at=TUESDAY, reason="已有人绊倒")
    assert state_of(matter).marks["called_up"].at == TUESDAY
    with pytest.raises(NotAllowed):
        said(dismiss_call, matter, by=town.mei, at=WEDNESDAY)
    matter = said(dismiss_call, matter, by=town.chen, at=WEDNESDAY)
    assert not state_of(matter).marks
    with pytest.raises(Refused):
        said(dismiss_call, matter, by=town.chen, at=WEDNESDAY)
    matter = said(call_up, matter, by=town.gu, at=WEDNESDAY, reason="又有人绊倒")
    assert list(state_of(instructed(town, matter)).marks) == ["instruction_6"]


def test_the_form_asks_for_somebody_and_keeps_what_was_typed(town: Town) -> None:
    told = {"user": "", "unit": "", "what": "围起来", "by_on": "2026-03-05"}
    form = InstructForm(told, scene=scene_of(pebble(town), town.chen))
    assert (form.is_valid(), list(form.errors)) == (False, ["user"])
    assert form["what"].value() == "围起来"
    assert InstructForm({**told, "unit": "360101"}, scene=form.scene).is_valid()


@pytest.mark.parametrize("words", ["周阿婆 13800000013", "周阿婆", "CH-3601-2026-0001 ", "X" * 33])
def test_no_words_come_in_as_the_number_of_a_meeting(town: Town, words: str) -> None:
    matter = pebble(town)
    told = {"user": "wang", "unit": "", "what": "围起来", "by_on": "2026-03-05", "meeting": f"{words}。"}
    form = InstructForm(told, scene=scene_of(matter, town.chen), initial={"meeting": words})
    assert (form.is_valid(), form.initial) == (False, {})
    assert "没有这个会议" in str(form.non_field_errors())
    with pytest.raises(Refused, match="没有这个会议"):
        instructed(town, matter, meeting=words)
    assert facts_of(matter) == ["Found", "Turned"]


def test_where_nobody_knows_of_meetings_none_is_named(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    matter, meeting = pebble(town), convened(town, at=TUESDAY)
    monkeypatch.setattr(instructing, "MEETINGS", [])
    with pytest.raises(Refused):
        instructed(town, matter, meeting=meeting.number)
    assert state_of(instructed(town, matter)).open_instructions()
