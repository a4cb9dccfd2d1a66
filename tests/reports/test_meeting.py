"""A meeting is frozen when it is convened: what happens later changes the live list and never the frozen one."""

import hashlib
from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.http import Http404

from linli.matters.command import Refused
from linli.matters.commands import NotAllowed
from linli.matters.models import Event
from linli.matters.verify import verify
from linli.reports.keeping import wiped_since
from linli.reports.meeting import as_it_was, close, convene, find, hold, is_unaltered, live, meetings, wipe_remarks
from linli.reports.models import Meeting
from tests.pebble import commands
from tests.reports.sitting import chen, convened, looked, numbers
from tests.town import (
    FRIDAY,
    MONDAY,
    PHONE,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    ZHOU,
    Town,
    pebble,
    said,
    viewing,
)

pytestmark = pytest.mark.django_db


def test_the_frozen_list_keeps_its_figures_after_the_matters_moved_on(town: Town) -> None:
    matter = said(commands.warn, pebble(town), by=town.mei, at=MONDAY)
    before = looked(town, at=TUESDAY)
    meeting = convened(town, at=TUESDAY)
    frozen = {one.section.name: one for one in as_it_was(meeting)}
    assert frozen == before
    said(commands.calm, matter, by=town.mei, at=WEDNESDAY)
    pebble(town, at=WEDNESDAY)
    assert {one.section.name: one for one in as_it_was(Meeting.objects.get())} == before
    assert (before["red"].figure, looked(town, at=THURSDAY)["red"].figure) == (1, 0)


def test_convening_first_says_the_turns_that_fell_due(town: Town) -> None:
    matter = said(commands.carry, pebble(town), by=town.wang, at=MONDAY)
    assert matter.due_at is not None
    found = {one.section.name: one for one in as_it_was(convened(town, at=matter.due_at + timedelta(hours=1)))}
    assert [(row.number, row.colour) for row in found["overdue"].rows] == [(matter.number, "orange")]


def test_the_next_list_looks_from_the_cut_off_of_the_one_before(town: Town) -> None:
    first = convened(town, at=TUESDAY)
    assert (first.since_at, first.cut_at) == (TUESDAY - timedelta(days=1), TUESDAY)
    weekly = convened(town, at=TUESDAY, sort="weekly")
    assert weekly.since_at == TUESDAY - timedelta(days=7)
    close(first, who=chen(town, TUESDAY), at=TUESDAY)
    assert convened(town, at=FRIDAY).since_at == TUESDAY


def test_each_unit_and_sort_has_its_own_numbers(town: Town) -> None:
    who = chen(town, TUESDAY)
    meetings_ = [
        convened(town, at=TUESDAY),
        convened(town, at=TUESDAY, sort="weekly"),
        convene("morning", who=who, unit=town.north, at=TUESDAY),
    ]
    close(meetings_[0], who=who, at=WEDNESDAY)
    meetings_.append(convened(town, at=WEDNESDAY))
    assert [meeting.number for meeting in meetings_] == [
        "CH-3601-2026-0001",
        "YP-3601-2026-0001",
        "CH-360101-2026-0001",
        "CH-3601-2026-0002",
    ]


def test_one_meeting_of_a_sort_is_open_at_a_time_and_a_refusal_leaves_no_gap(town: Town) -> None:
    first = convened(town, at=TUESDAY)
    with pytest.raises(Refused, match=first.number):
        convened(town, at=WEDNESDAY)
    values = {**Meeting.objects.values().get(), "number": "CH-X", "id": None}
    with pytest.raises(IntegrityError), transaction.atomic():
        Meeting.objects.create(**values)
    close(first, who=chen(town, TUESDAY), at=WEDNESDAY)
    assert convened(town, at=WEDNESDAY).number.endswith("0002")


def test_holding_and_closing_write_down_who_was_there_and_never_touch_the_list(town: Town) -> None:
    pebble(town)
    meeting = convened(town, at=TUESDAY)
    kept, who = (meeting.frozen, meeting.digest), chen(town, TUESDAY)
    meeting.frozen = "{}"
    hold(meeting, who=who, present=[town.chen, town.gu], remarks="先看红色", at=TUESDAY)
    with pytest.raises(Refused):
        hold(meeting, who=who, present=[], remarks="字" * 2001, at=TUESDAY)
    close(meeting, who=who, at=WEDNESDAY)
    stored = Meeting.objects.get()
    assert ((stored.frozen, stored.digest), is_unaltered(stored)) == (kept, True)
    assert (stored.held_at, stored.closed_at, stored.remarks) == (TUESDAY, WEDNESDAY, "先看红色")
    assert set(stored.present.all()) == {town.chen, town.gu}
    for again in (lambda: close(stored, who=who, at=THURSDAY), lambda: held_again(stored, town)):
        with pytest.raises(Refused):
            again()
    assert not is_unaltered(meeting)


def test_remarks_take_no_telephone_and_no_identity_number_and_keep_what_they_had(town: Town) -> None:
    meeting, who = convened(town, at=TUESDAY), chen(town, TUESDAY)
    hold(meeting, who=who, present=[], remarks="先看 TJ-2026-000042", at=TUESDAY)
    for remarks in (f"请联系周阿婆 {PHONE}", "身份证 360101199001011234"):
        with pytest.raises(Refused, match="号码"):
            hold(meeting, who=who, present=[], remarks=remarks, at=TUESDAY)
    assert Meeting.objects.get().remarks == "先看 TJ-2026-000042"


def test_a_leader_wipes_the_remarks_of_a_closed_meeting_and_that_stays_to_be_seen(town: Town) -> None:
    meeting, who = convened(town, at=TUESDAY), chen(town, TUESDAY)
    hold(meeting, who=who, present=[town.gu], remarks="周阿婆家的事", at=TUESDAY)
    close(meeting, who=who, at=TUESDAY)
    with pytest.raises(NotAllowed):
        wipe_remarks(meeting, who=viewing(town.lei, at=WEDNESDAY), ground="request", at=WEDNESDAY)
    with pytest.raises(Http404):
        wipe_remarks(meeting, who=viewing(town.sun, at=WEDNESDAY), ground="request", at=WEDNESDAY)
    with pytest.raises(Refused):
        wipe_remarks(meeting, who=who, ground="周阿婆要求", at=WEDNESDAY)
    assert not wiped_since(TUESDAY)
    wipe_remarks(meeting, who=who, ground="request", at=WEDNESDAY)
    stored = Meeting.objects.get()
    assert (stored.remarks, stored.wiped_at, stored.wiped_for) == ("", WEDNESDAY, "request")
    assert (stored.wiped_by, set(stored.present.all())) == (town.chen.posts.get(), {town.gu})
    assert (is_unaltered(stored), wiped_since(TUESDAY)) == (True, True)
    with pytest.raises(Refused):
        wipe_remarks(meeting, who=who, ground="request", at=THURSDAY)


FORGED: dict[str, Any] = {
    "frozen": "{}",
    "number": "CH-3601-2026-0009",
    "sort": "weekly",
    "kinds": "case",
    "since_at": TUESDAY,
    "cut_at": WEDNESDAY,
    "digest": hashlib.sha256(b"{}").hexdigest(),
}


@pytest.mark.parametrize("column", [*FORGED, "unit"])
def test_verify_names_a_meeting_that_is_not_as_it_was_frozen(town: Town, spoilt: None, column: str) -> None:
    number = convened(town, at=TUESDAY).number
    assert verify().differences == ()
    change = {column: town.north if column == "unit" else FORGED[column]}
    if column == "frozen":
        change["digest"] = FORGED["digest"]
    Meeting.objects.update(**change)
    (difference,) = verify().differences
    assert (FORGED["number"] if column == "number" else number) in difference.what


def test_a_digest_from_before_the_key_is_made_anew_only_where_it_fits(town: Town) -> None:
    fits, altered = convened(town, at=TUESDAY), convened(town, at=TUESDAY, sort="weekly")
    bare = hashlib.sha256(fits.frozen.encode()).hexdigest()
    Meeting.objects.update(digest=bare)
    migration = import_module("linli.reports.migrations.0002_remarks_can_be_wiped")
    migration.make_with_the_key(apps, None)
    assert (is_unaltered(Meeting.objects.get(pk=fits.pk)), Meeting.objects.get(pk=altered.pk).digest) == (True, bare)
    Meeting.objects.filter(pk=altered.pk).update(digest=altered.digest)


def held_again(meeting: Meeting, town: Town) -> None:
    hold(meeting, who=chen(town, THURSDAY), present=[], remarks="", at=THURSDAY)


def test_who_may_convene_and_who_may_only_read(town: Town) -> None:
    pebble(town)
    for user in (town.sun, town.fang):
        with pytest.raises(Http404):
            convene("morning", who=viewing(user), unit=town.north, at=TUESDAY)
        with pytest.raises(Http404):
            live("morning", who=viewing(user), unit=town.north, at=TUESDAY)
    for user in (town.lei, town.wang, town.he, town.tan):
        with pytest.raises(NotAllowed):
            convene("morning", who=viewing(user), unit=town.north, at=TUESDAY)
    meeting = convene("morning", who=viewing(town.mei), unit=town.north, at=TUESDAY)
    assert meeting.convened_by == town.mei.posts.get()
    for reader in (town.lei, town.wang, town.chen):
        assert find(viewing(reader), meeting.number) == meeting
    with pytest.raises(Http404):
        find(viewing(town.sun), meeting.number)
    with pytest.raises(NotAllowed):
        close(meeting, who=viewing(town.wang), at=TUESDAY)
    assert not meetings(viewing(town.fang)).exists()


def test_a_meeting_lists_only_the_subtree_of_its_unit_and_its_kinds(town: Town) -> None:
    north = pebble(town, at=TUESDAY)
    said(commands.pass_on, pebble(town, at=TUESDAY), by=town.chen, at=TUESDAY, unit=town.south)
    found = live("morning", who=chen(town, TUESDAY), unit=town.north, at=TUESDAY)
    assert numbers(found[0].rows) == [north.number]
    nothing = live("morning", who=chen(town, TUESDAY), unit=town.north, at=TUESDAY, kinds=("dispute",))
    assert not nothing[0].rows
    assert convene("morning", who=chen(town, TUESDAY), unit=town.north, at=TUESDAY, kinds=("pebble",)).of_kinds == (
        "pebble",
    )


def test_nobody_is_named_in_what_is_frozen(town: Town) -> None:
    said(commands.carry, pebble(town, title="找不到的标题", at=TUESDAY), by=town.wang, at=TUESDAY)
    text = convened(town, at=TUESDAY).frozen
    names = [ZHOU, PHONE, "找不到的标题", *(user.name for user in town.posts.values())]
    assert [name for name in names if name in text] == []
    assert Event.objects.filter(fact="Carried").exists()
    assert "PEBBLE-2026-000001" in text
