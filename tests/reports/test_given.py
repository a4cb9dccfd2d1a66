"""An instruction is given in a meeting only while it is open, about its matters, by those it is the meeting of."""

import json
from datetime import datetime, timedelta

import pytest

from linli.matters import instructing
from linli.matters.command import Refused
from linli.matters.models import Event
from linli.place.models import Unit
from linli.policy.calendar import calendar
from linli.reports.instructions import given_in
from linli.reports.meeting import close, convene
from linli.reports.models import Meeting
from linli.reports.question import Question
from linli.staff.models import User
from tests.pebble import commands
from tests.reports.sitting import chen, convened, told_to
from tests.town import MONDAY, THURSDAY, TUESDAY, WEDNESDAY, Town, pebble, said, viewing

pytestmark = pytest.mark.django_db
NOON = timedelta(hours=3)


def given(meeting: Meeting, town: Town) -> list[tuple[str, int]]:
    question = Question(chen(town, THURSDAY), meeting.unit, (), meeting.cut_at, THURSDAY, calendar())
    return [(row.number, row.seq) for row in given_in(question, number=meeting.number)]


def norths(town: Town) -> Meeting:
    return convene("morning", who=viewing(town.gu), unit=town.north, at=TUESDAY)


def test_after_it_was_closed_and_before_it_was_convened_nothing_is_given_in_it(town: Town) -> None:
    matter, meeting = pebble(town), convened(town, at=TUESDAY)
    with pytest.raises(Refused, match="没有这个会议"):
        told_to(matter, town.wang, by=town.chen, at=MONDAY + NOON, meeting=meeting.number)
    matter = told_to(matter, town.wang, by=town.chen, at=TUESDAY, meeting=meeting.number)
    close(meeting, who=chen(town, TUESDAY), at=TUESDAY + NOON)
    with pytest.raises(Refused, match="没有这个会议"):
        told_to(matter, town.wang, by=town.chen, at=WEDNESDAY, meeting=meeting.number)
    assert given(meeting, town) == [(matter.number, matter.seq)]


def test_only_who_may_read_a_meeting_gives_instructions_in_it(town: Town) -> None:
    matter, streets, own = pebble(town), convened(town, at=TUESDAY), norths(town)
    with pytest.raises(Refused):
        told_to(matter, town.wang, by=town.gu, at=TUESDAY, meeting=streets.number)
    matter = told_to(matter, town.wang, by=town.gu, at=TUESDAY, meeting=own.number)
    matter = told_to(matter, town.wang, by=town.chen, at=TUESDAY, meeting=own.number)
    assert given(own, town) == [(matter.number, matter.seq - 1), (matter.number, matter.seq)]


def test_a_matter_outside_the_unit_or_the_kinds_of_a_meeting_is_not_instructed_in_it(town: Town) -> None:
    outside = said(commands.pass_on, pebble(town), by=town.chen, at=MONDAY, unit=town.south)
    with pytest.raises(Refused):
        told_to(outside, town.chen, by=town.chen, at=TUESDAY, meeting=norths(town).number)
    who, south = chen(town, TUESDAY), town.south
    disputes = convene("morning", who=who, unit=south, at=TUESDAY, kinds=("dispute",))
    with pytest.raises(Refused):
        told_to(outside, town.chen, by=town.chen, at=TUESDAY, meeting=disputes.number)
    pebbles = convene("weekly", who=who, unit=south, at=TUESDAY, kinds=("pebble",))
    told_to(outside, town.chen, by=town.chen, at=TUESDAY, meeting=pebbles.number)


def test_what_once_came_in_under_a_number_without_belonging_there_is_not_in_the_minutes(town: Town) -> None:
    """As an older edition of the house took it: any words, at any time, by anybody."""
    meeting = convened(town, at=TUESDAY)
    kept = told_to(pebble(town), town.wang, by=town.chen, at=TUESDAY, meeting=meeting.number)
    later, foreign = (unchecked(meeting, town, by=by, at=at) for by, at in ((town.chen, WEDNESDAY), (town.gu, TUESDAY)))
    close(meeting, who=chen(town, TUESDAY), at=TUESDAY + NOON)
    assert (later, foreign) == (meeting.number, meeting.number)
    assert given(meeting, town) == [(kept.number, kept.seq)]


def unchecked(meeting: Meeting, town: Town, *, by: User, at: datetime) -> str:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(instructing, "MEETINGS", [lambda number, scene: True])
        matter = told_to(pebble(town), town.wang, by=by, at=at, meeting=meeting.number)
    told = json.loads(Event.objects.get(matter=matter, seq=matter.seq).payload)
    return str(told["meeting"])


def test_a_unit_whose_code_does_not_fit_into_a_number_is_named_by_its_id(town: Town) -> None:
    Unit.objects.filter(pk=town.north.pk).update(code="北社区 13800000013")
    meeting = convene("morning", who=viewing(town.gu), unit=Unit.objects.get(pk=town.north.pk), at=TUESDAY)
    assert meeting.number == f"CH-U{town.north.pk}-2026-0001"
    told_to(pebble(town), town.wang, by=town.gu, at=TUESDAY, meeting=meeting.number)
    assert given(meeting, town)
