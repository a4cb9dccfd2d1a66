"""Histories of cases come in by the same rules as if they had been told here, and say no more than their rows."""

from typing import Any

import pytest
from django.db import transaction

from linli.ground.clock import utc_text
from linli.kinds.case import course
from linli.kinds.case.kind import CASE
from linli.matters.elsewhere import known_as
from linli.matters.incoming import SHUT, Wrong
from linli.matters.models import Event, Matter
from linli.matters.reading import events_of
from linli.matters.taking_in import weigh
from linli.matters.verify import verify
from linli.tally.catching import rebuild
from linli.tally.models import Entry
from tests.kinds.case.outside import COURSES, FILED, HOUR, SOLVED, mixed, post, row, taken
from tests.kinds.case.told import say, solved
from tests.kinds.taking import TABLES, counted, ledger, said, told_by_the_gate
from tests.town import FRIDAY, MONDAY, NEXT_MONDAY, Town, state_of
from tests.town import said as say_here

pytestmark = pytest.mark.django_db
ALL = len(COURSES)


def matter(place: int) -> Matter:
    return Matter.objects.get(taken__external=f"A{place:04}")


def test_a_set_is_written_as_the_gate_writes_one_by_one(town: Town) -> None:
    with transaction.atomic():
        told_by_the_gate(CASE, mixed(2 * ALL), by=post(town), at=FRIDAY)
        one_by_one = ledger()
        transaction.set_rollback(True)
    taken(town, mixed(2 * ALL))
    for table, as_set, by_gate in zip(TABLES, ledger(), one_by_one, strict=True):
        assert as_set == by_gate, table


def test_what_its_list_did_not_say_is_known_as_filled_in(town: Town) -> None:
    taken(town, [row(1), row(2, **{"source": ""})])
    there = [known_as(matter(place), CASE, events_of(matter(place))) for place in (1, 2)]
    assert [list(one.filled_in) if one else None for one in there] == [[], ["How it came"]]


def test_a_row_tells_its_course_with_its_own_moments(town: Town) -> None:
    taken(town, mixed(ALL))
    done = ["Filed", "ReportedThere", "ResultApproved"]
    assert [said(matter(place))[2:] for place in range(1, ALL + 1)] == [
        [],
        ["Filed"],
        done,
        done,
        done,
        ["Filed", "ReportedThere", "Suspended"],
        done,
        ["FilingDeclined"],
    ]
    moments = dict(Event.objects.filter(matter=matter(4)).values_list("fact", "at"))
    assert (moments["Filed"], moments["ResultApproved"]) == (MONDAY + 26 * HOUR, MONDAY + 60 * HOUR)
    assert verify().differences == ()


def test_what_came_of_it_is_what_the_row_says(town: Town) -> None:
    taken(town, mixed(ALL))
    outcomes = [matter(place).outcome for place in range(1, ALL + 1)]
    assert outcomes == ["", "", "solved", "solved", "handled", "", "transferred", "not_filed"]
    assert matter(6).stage == "suspended"
    state = state_of(matter(3))
    assert (state.data["loss_fen"], state.data["source"]) == (1_200_000, "police_110")
    assert matter(3).title == "报案人报称夜间住宅被人进入，现金丢失。"


def test_nobody_here_reported_what_was_decided_there(town: Town) -> None:
    taken(town, mixed(3))
    assert state_of(matter(3)).data["result"]["by_user"] is None


def test_a_row_that_does_not_say_when_it_happened_lays_nothing_beside_others(town: Town) -> None:
    silent = {"occurred_from": "", "occurred_until": ""}
    taken(town, [row(1, **silent), row(2)])
    assert course.trace(state_of(matter(1))) is None
    assert course.trace(state_of(matter(2))) is not None
    taken(town, [row(1, **silent, loss_fen="2万")], digest="b", at=NEXT_MONDAY)
    assert said(matter(1))[2:] == ["Noted"]


def test_figures_count_what_came_in(town: Town) -> None:
    taken(town, mixed(ALL))
    rebuild()
    measures = set(Entry.objects.values_list("measure", flat=True))
    assert {"case.filed_solved", "case.solved", "case.concluded", "case.not_filed", "case.suspended"} <= measures


def test_the_same_file_again_brings_nothing_new(town: Town) -> None:
    taken(town, mixed(ALL))
    before = ledger()
    assert counted(taken(town, mixed(ALL), digest="b")[-1].taking) == (ALL, 0, ALL, 0, 0)
    assert ledger() == before


def test_what_went_on_since_is_added_and_nothing_is_written_over(town: Town) -> None:
    taken(town, [row(1), row(2), row(3, **FILED)])
    again = [
        row(1, **SOLVED, title="柳树街住宅被盗"),
        row(2, phone="13800000012", category="其他盗窃", method="技术开锁", loss_fen="2万", source="window"),
        row(3, **SOLVED),
    ]
    assert counted(taken(town, again, digest="b", at=NEXT_MONDAY)[-1].taking) == (3, 0, 0, 3, 0)
    assert said(matter(1))[2:] == ["Renamed", "Filed", "ReportedThere", "ResultApproved"]
    corrected = ["Classified", "OccurrenceCorrected", "MethodDescribed", "ComplainantAdded", "Noted"]
    assert said(matter(2))[2:] == corrected
    assert said(matter(3))[2:] == ["Filed", "ReportedThere", "ResultApproved"]
    assert counted(taken(town, again, digest="c", at=NEXT_MONDAY)[-1].taking) == (3, 0, 3, 0, 0)
    assert verify().differences == ()


def test_what_a_later_list_is_silent_about_stays_as_it_was_said(town: Town) -> None:
    taken(town, [row(1, point="115.005,28.005")])
    before = matter(1)
    assert before.cell_id is not None
    taken(town, [row(1, loss_fen="2万", occurred_until="")], digest="b", at=NEXT_MONDAY)
    assert said(matter(1))[2:] == ["OccurrenceCorrected", "Noted"]
    assert matter(1).cell_id == before.cell_id
    assert state_of(matter(1)).data["loss_fen"] == 2_000_000
    assert state_of(matter(1)).data["occurred_until"] == utc_text(MONDAY - 3 * HOUR)


def test_no_list_decides_what_somebody_here_reported(town: Town) -> None:
    taken(town, [row(1, **FILED)])
    found = say_here(say.assign, matter(1), by=town.gu, at=FRIDAY, officer=town.he)
    say_here(say.report_result, found, by=town.he, at=FRIDAY, **solved(FRIDAY.date()))
    before = ledger()
    [wrong] = taken(town, [row(1, **SOLVED)], digest="b", at=NEXT_MONDAY)[-1].wrong
    assert (str(wrong.wrong), ledger()) == (str(Wrong("result", SHUT)), before)


WRONG: tuple[tuple[dict[str, Any], str], ...] = (
    ({"filed_at": MONDAY - HOUR}, "filed_at"),
    ({"occurred_until": MONDAY + HOUR}, "opened_at"),
    ({"closed_at": MONDAY + 60 * HOUR}, "result"),
    ({"result": "handled"}, "closed_at"),
    ({"result": "converted", "closed_at": MONDAY + 60 * HOUR}, "result"),
    ({"result": "not_filed"}, "decline_reason"),
    ({"loss_fen": "很多"}, "loss_fen"),
    ({"category": "月亮"}, "category"),
    ({"story": ""}, "story"),
    ({"title": "周桂兰家被盗"}, "opened_at"),
)


def test_each_wrong_row_is_named_with_its_column_and_the_others_come_in(town: Town) -> None:
    rows = [row(place, **more) for place, (more, _column) in enumerate(WRONG, 1)] + [row(99)]
    wrong = [(place, column) for place, (_more, column) in enumerate(WRONG, 1)]
    foreseen = [one for one in weigh(CASE, rows, source="12345", by=post(town), at=FRIDAY) if one.wrong]
    assert [(one.place, one.wrong.column) for one in foreseen if one.wrong] == wrong
    told = taken(town, rows)[-1]
    assert [(one.place, one.wrong.column) for one in told.wrong if one.wrong] == wrong
    assert counted(told.taking) == (len(rows), 1, 0, 0, len(wrong))


def test_what_came_in_can_go_on_by_hand(town: Town) -> None:
    taken(town, mixed(ALL))
    assert say_here(say.resume, matter(6), by=town.he, at=FRIDAY, why="有新线索。").stage == "filed"
    assert say_here(say.reopen, matter(3), by=town.chen, at=FRIDAY, why="有新情况。").stage == "filed"
