"""The meetings of the county: frozen at their own moment, and what was instructed in them."""

import pytest

from linli.demo.occasions import PRESENT
from linli.ground.clock import parse_moment
from linli.matters.access import Viewer, viewer
from linli.matters.models import Event, Matter
from linli.reports.meeting import as_it_was, is_unaltered
from linli.reports.minutes import done_of, given_in
from linli.reports.models import Meeting
from linli.staff.models import User
from tests.demo.moments import AT

pytestmark = [pytest.mark.django_db, pytest.mark.slow]

FRIDAY_MORNING, FRIDAY_EVENING = parse_moment("2026-11-20T08:30+08:00"), parse_moment("2026-11-20T16:00+08:00")


def reader() -> Viewer:
    return viewer(User.objects.get(username="chen"), at=AT)


def morning() -> Meeting:
    return Meeting.objects.get(sort="morning")


def test_a_morning_meeting_of_the_last_working_day_and_last_weeks_review_are_held_and_closed() -> None:
    assert dict(Meeting.objects.values_list("sort", "cut_at")) == {"morning": FRIDAY_MORNING, "weekly": FRIDAY_EVENING}
    for row in Meeting.objects.all():
        assert row.held_at is not None
        assert row.closed_at is not None
        assert row.cut_at < row.held_at < row.closed_at < AT
        assert set(row.present.values_list("username", flat=True)) == set(PRESENT)
        assert row.remarks
        assert is_unaltered(row)


def test_its_list_shows_the_ledger_as_it_stood_then() -> None:
    sections = {found.section.name: found.rows for found in as_it_was(morning())}
    rows = [row for rows in sections.values() for row in rows]
    assert sections["red"]
    assert sections["overdue"]
    assert {row.kind for row in rows} == {"case", "dispute", "request"}
    assert all(row.opened_at <= FRIDAY_MORNING for row in rows)
    for row in sections["red"]:
        last = Event.objects.filter(matter=row.matter, at__lte=FRIDAY_MORNING, fact="Turned").order_by("-seq").first()
        assert last is not None
        assert '"colour":"red"' in last.payload
    new = Matter.objects.filter(
        unit_2=morning().unit_id, opened_at__gt=morning().since_at, opened_at__lte=FRIDAY_MORNING
    )
    assert {row.matter for row in sections["new"]} == set(new.values_list("pk", flat=True))


def test_of_three_instructions_one_is_done_one_is_overdue_and_one_is_due_on_friday() -> None:
    given, done = given_in(morning(), who=reader(), at=AT), done_of(morning(), who=reader(), at=AT)
    assert len(given) == 3
    assert len(done) == 1
    still_open = [row for row in given if (row.matter, row.seq) not in {(one.matter, one.seq) for one in done}]
    assert [(row.at < AT, f"{row.at:%Y-%m-%d}") for row in still_open if row.at] == [
        (True, "2026-11-20"),
        (False, "2026-11-27"),
    ]
    assert {row.user for row in given} == {row.holder for row in given}


def test_who_was_told_said_that_it_is_done_and_the_leader_had_told_them() -> None:
    said = Event.objects.filter(fact="Instructed")
    assert set(said.values_list("user__username", flat=True)) == {"chen"}
    fulfilled = Event.objects.get(fact="Fulfilled")
    assert fulfilled.user == fulfilled.matter.holder
    assert said.filter(matter=fulfilled.matter, at__lt=fulfilled.at).exists()
