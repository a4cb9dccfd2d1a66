"""What a list tells is counted by the days that it tells, and no step of it as one that was taken here."""

from datetime import timedelta

import pytest

from linli.matters.models import Event, Matter, Words
from linli.reports.making import make
from linli.reports.offered import find
from linli.tally.catching import rebuild
from linli.tally.models import Entry
from linli.tally.periods import period_named
from tests.kinds.request.outside import CLOSED, HOUR, row, taken
from tests.kinds.request.told import say
from tests.kinds.taking import counted, said
from tests.town import FRIDAY, MONDAY, NEXT_MONDAY, Town
from tests.town import said as say_here

pytestmark = pytest.mark.django_db


def matter(place: int) -> Matter:
    return Matter.objects.get(taken__external=f"12345-{place:04}")


def test_what_a_list_puts_right_does_not_take_the_days_along_that_it_tells(town: Town) -> None:
    """The second list comes when every limit is over, and tells that both were closed in time."""
    taken(town, [row(1), row(2)], at=MONDAY + HOUR)
    weeks_later = NEXT_MONDAY + timedelta(weeks=4)
    again = [row(1, **CLOSED, title="路灯又不亮", channel="app"), row(2, **CLOSED)]
    events = Event.objects.filter(fact__in=["RepliedThere", "ClosedUnconfirmed"])
    assert counted(taken(town, again, digest="b", at=weeks_later)[-1].taking) == (2, 0, 0, 2, 0)
    assert set(events.values_list("at", flat=True)) == {CLOSED["closed_at"]}
    assert said(matter(1))[2:4] == ["Renamed", "Noted"]
    rebuild()
    in_time = Entry.objects.filter(measure="request.once_in_time")
    assert set(in_time.values_list("matter", flat=True)) == {matter(1).pk, matter(2).pk}


def test_a_month_of_lists_alone_has_no_step_and_the_report_says_why_below_each_table_of_steps(town: Town) -> None:
    taken(town, [row(1, **CLOSED), row(2, **CLOSED)])
    told = make(find("time-limits"), town.street, period_named(f"{MONDAY:%Y-%m}"), at=NEXT_MONDAY)
    tables = {section.name: section for section in told.sections}
    assert not tables["request_steps"].rows
    assert {row.cells[0].text for row in tables["units"].every_row} == {"0"}
    noted = {name for name, section in tables.items() if "导入清单所载的环节不计入本表。" in section.note}
    assert noted == tables.keys() - {"times"}


def test_of_what_a_list_begins_and_a_hand_goes_on_with_the_hand_alone_took_a_step(town: Town) -> None:
    taken(town, [row(1, handler="360101", accepted_at=MONDAY + HOUR, dispatched_at=MONDAY + HOUR)])
    found = say_here(say.sign, matter(1), by=town.he, at=FRIDAY)
    rebuild()
    steps = Entry.objects.filter(matter=found, measure__startswith="request.step_")
    assert list(steps.values_list("step", flat=True)) == ["sign"]


def test_solved_is_kept_where_the_list_does_not_say_how_satisfied_the_resident_was(town: Town) -> None:
    taken(town, [row(1, **CLOSED, solved="yes"), row(2, **CLOSED, solved="partly"), row(3, **CLOSED)])
    assert [said(matter(place))[-2:] for place in (1, 2, 3)] == [
        ["RatedThere", "Closed"],
        ["RatedThere", "ClosedUnconfirmed"],
        ["RepliedThere", "ClosedUnconfirmed"],
    ]
    rebuild()
    assert not Entry.objects.filter(measure="request.").exists()
    answers = Entry.objects.filter(measure__startswith="request.solved_")
    assert sorted(answers.values_list("measure", "matter")) == [
        ("request.solved_partly", matter(2).pk),
        ("request.solved_yes", matter(1).pk),
    ]


def test_a_day_that_nothing_here_corrects_is_noted_as_the_clock_here_shows_it(town: Town) -> None:
    taken(town, [row(1)])
    taken(town, [row(1, opened_at=MONDAY + 3 * HOUR)], digest="b", at=NEXT_MONDAY)
    note = Words.objects.get(matter=matter(1), field="text")
    assert note.text == "登记时间：2026-03-02 12:00"
