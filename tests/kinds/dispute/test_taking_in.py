"""Histories of disputes come in by the same rules as if they had been told here, and say no more than their rows."""

from typing import Any

import pytest
from django.db import transaction

from linli.ground.clock import day_of
from linli.kinds.dispute.kind import DISPUTE
from linli.matters.elsewhere import known_as
from linli.matters.incoming import SHUT, Wrong
from linli.matters.models import Event, Matter
from linli.matters.reading import events_of
from linli.matters.taking_in import weigh
from linli.matters.verify import verify
from linli.tally.catching import rebuild
from linli.tally.models import Entry
from tests.kinds.dispute.outside import COURSES, FAILED, HOUR, OVER, SETTLED, mixed, post, row, taken
from tests.kinds.dispute.told import CALM, say
from tests.kinds.taking import TABLES, counted, ledger, said, told_by_the_gate
from tests.town import FRIDAY, MONDAY, NEXT_MONDAY, Town, state_of
from tests.town import said as say_here

pytestmark = pytest.mark.django_db


def matter(place: int) -> Matter:
    return Matter.objects.get(taken__external=f"TJ{place:04}")


def test_a_set_is_written_as_the_gate_writes_one_by_one(town: Town) -> None:
    with transaction.atomic():
        told_by_the_gate(DISPUTE, mixed(14), by=post(town), at=FRIDAY)
        one_by_one = ledger()
        transaction.set_rollback(True)
    taken(town, mixed(14))
    for table, as_set, by_gate in zip(TABLES, ledger(), one_by_one, strict=True):
        assert as_set == by_gate, table


def test_what_its_list_did_not_say_is_known_as_filled_in(town: Town) -> None:
    taken(town, [row(1), row(2, **{"origin": ""})])
    there = [known_as(matter(place), DISPUTE, events_of(matter(place))) for place in (1, 2)]
    assert [list(one.filled_in) if one else None for one in there] == [
        ["Class", "How it came"],
        ["Class", "Where it comes from", "How it came"],
    ]


def test_a_row_tells_its_course_with_its_own_moments(town: Town) -> None:
    taken(town, mixed(7))
    opened = ["Opened", "PartyAdded", "PartyAdded"]
    assert [said(matter(place))[3:] for place in range(1, 8)] == [
        [],
        ["Accepted"],
        ["Accepted", "Agreed"],
        ["Accepted", "Agreed", "Performed", "Closed"],
        ["Accepted", "Terminated"],
        ["Accepted", "Terminated", "Closed"],
        ["Declined"],
    ]
    assert {tuple(said(matter(place))[:3]) for place in range(1, 8)} == {tuple(opened)}
    moments = dict(Event.objects.filter(matter=matter(4)).values_list("fact", "at"))
    assert moments["Agreed"] == MONDAY + 30 * HOUR
    assert (moments["Performed"], moments["Closed"]) == (MONDAY + 50 * HOUR,) * 2
    assert verify().differences == ()


def test_what_came_of_it_is_what_the_row_says(town: Town) -> None:
    taken(town, mixed(7))
    outcomes = [matter(place).outcome for place in range(1, 8)]
    assert outcomes == ["", "", "", "settled", "", "terminated", "declined"]
    assert state_of(matter(3)).data["agreement"]["amount_fen"] == 120_050
    assert state_of(matter(5)).data["ending"]["reason"] == "too_far_apart"


def test_who_they_are_stands_in_sealed_words_alone(town: Town) -> None:
    taken(town, mixed(4))
    assert "周桂兰" not in state_of(matter(4)).written()
    names = list(matter(4).words.filter(field="name"))
    assert [(word.text, bool(word.sealed)) for word in names] == [("", True)] * 2


def test_nothing_is_said_that_no_row_says(town: Town) -> None:
    """No consent, no danger check, no session, no mediator, no visit of ours."""
    taken(town, mixed(7))
    state = state_of(matter(4))
    assert not any(state.data[name] for name in ("consents", "checks", "sessions", "visits"))
    assert state.data["agreement"]["form"] == "written"
    taken(town, [row(8, **{**SETTLED, "agreement_form": ""})], digest="b")
    assert state_of(matter(8)).data["agreement"]["form"] == "oral"


def test_a_title_made_of_the_story_names_nobody(town: Town) -> None:
    taken(town, [row(1)])
    assert matter(1).title == "甲方家楼上阳台渗水，与乙方争执不下。"


def test_figures_count_what_came_in(town: Town) -> None:
    taken(town, mixed(7))
    rebuild()
    measures = set(Entry.objects.values_list("measure", flat=True))
    assert {"dispute.written", "dispute.terminated", "dispute.declined", "dispute.performed"} <= measures


def test_what_a_list_tells_is_counted_and_no_step_of_it_in_time_or_late(town: Town) -> None:
    taken(town, mixed(7))
    rebuild()
    entries = Entry.objects.filter(kind="dispute")
    assert entries.filter(measure="dispute.terminated").count() == 2
    assert not entries.filter(measure__startswith="dispute.step_").exists()


def test_the_same_file_again_brings_nothing_new(town: Town) -> None:
    taken(town, mixed(7))
    before = ledger()
    assert counted(taken(town, mixed(7), digest="b")[-1].taking) == (7, 0, 7, 0, 0)
    assert ledger() == before


def test_what_went_on_since_is_added_and_nothing_is_written_over(town: Town) -> None:
    taken(town, [row(1), row(2), row(3, **SETTLED)])
    again = [
        row(1, **SETTLED, **OVER, title="阳台漏水"),
        row(2, phone_b="13800000012", category="物业", requests="请求维修。"),
        row(3, **SETTLED, **OVER),
    ]
    assert counted(taken(town, again, digest="b", at=NEXT_MONDAY)[-1].taking) == (3, 0, 0, 3, 0)
    assert said(matter(1))[3:] == ["Renamed", "Accepted", "Agreed", "Performed", "Closed"]
    assert said(matter(2))[3:] == ["PartyCorrected", "Classified", "Noted"]
    assert said(matter(3))[3:] == ["Accepted", "Agreed", "Performed", "Closed"]
    assert counted(taken(town, again, digest="c", at=NEXT_MONDAY)[-1].taking) == (3, 0, 3, 0, 0)
    assert verify().differences == ()


def test_a_class_that_was_put_right_here_stays_where_the_list_only_has_another_type(town: Town) -> None:
    taken(town, [row(1)])
    found = matter(1)
    say_here(say.classify, found, by=town.mei, at=FRIDAY, dispute_class="police_led", category=found.category)
    taken(town, [row(1, category="物业")], digest="b", at=NEXT_MONDAY)
    assert (matter(1).category, state_of(matter(1)).data["dispute_class"]) == ("PM", "police_led")


def test_no_list_ends_what_somebody_here_mediates(town: Town) -> None:
    taken(town, [row(1, accepted_at=MONDAY + 9 * HOUR)])
    found = say_here(say.assess, matter(1), by=town.mei, at=FRIDAY, **CALM)
    for side in ("a", "b"):
        found = say_here(say.consent, found, by=town.mei, at=FRIDAY, side=side, agreed=True, rights_told=True)
    say_here(say.name_mediator, found, by=town.gu, at=FRIDAY, mediator=town.wang)
    before = ledger()
    accepted = {"accepted_at": MONDAY + 9 * HOUR}
    [wrong] = taken(town, [row(1, **accepted, **FAILED)], digest="b", at=NEXT_MONDAY)[-1].wrong
    assert (str(wrong.wrong), ledger()) == (str(Wrong("result", SHUT)), before)


def test_a_course_told_otherwise_that_nothing_can_add_is_given_back(town: Town) -> None:
    taken(town, [row(1, **SETTLED)])
    before = ledger()
    [wrong] = taken(town, [row(1, **{**SETTLED, "agreement": "另一份协议。"})], digest="b", at=NEXT_MONDAY)[-1].wrong
    assert (wrong.wrong and wrong.wrong.column, ledger()) == ("agreement", before)


WRONG: tuple[tuple[dict[str, Any], str], ...] = (
    ({"closed_at": MONDAY}, "closed_at"),
    ({"ended_at": MONDAY + HOUR}, "result"),
    (OVER, "result"),
    ({"result": "settled"}, "ended_at"),
    ({**SETTLED, "result": "converted"}, "result"),
    ({**FAILED, "termination_reason": ""}, "termination_reason"),
    ({"result": "declined", **OVER}, "decline_reason"),
    ({**SETTLED, "amount_fen": "很多"}, "amount_fen"),
    ({"origin": "court"}, "opened_at"),
    ({"category": "月亮"}, "category"),
    ({"story": ""}, "story"),
    ({"title": "周桂兰家的阳台"}, "opened_at"),
)


def test_each_wrong_row_is_named_with_its_column_and_the_others_come_in(town: Town) -> None:
    rows = [row(place, **more) for place, (more, _column) in enumerate(WRONG, 1)] + [row(99)]
    wrong = [(place, column) for place, (_more, column) in enumerate(WRONG, 1)]
    foreseen = [one for one in weigh(DISPUTE, rows, source="12345", by=post(town), at=FRIDAY) if one.wrong]
    assert [(one.place, one.wrong.column) for one in foreseen if one.wrong] == wrong
    told = taken(town, rows)[-1]
    assert [(one.place, one.wrong.column) for one in told.wrong if one.wrong] == wrong
    assert counted(told.taking) == (len(rows), 1, 0, 0, len(wrong))


def test_what_came_in_can_go_on_by_hand(town: Town) -> None:
    taken(town, mixed(len(COURSES)))
    keeping = {"number": 0, "performed_on": day_of(FRIDAY), "proof": "收条"}
    assert say_here(say.perform, matter(3), by=town.wang, at=FRIDAY, **keeping).stage == "performed"
    assert say_here(say.reopen, matter(6), by=town.chen, at=FRIDAY, why="又吵起来了。").stage == "accepted"
