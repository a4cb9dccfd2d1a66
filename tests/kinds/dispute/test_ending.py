"""How a dispute ends, and how it comes back."""

from datetime import timedelta

import pytest

from linli.ground.clock import day_of
from linli.matters.command import Refused
from tests.kinds.dispute.stages import (
    DAY,
    MONDAY,
    accepted,
    agreed,
    checked,
    closed,
    mediating,
    performed,
    terminated,
    visited,
)
from tests.kinds.dispute.told import CALM, DANGER, agreement, say, session, visiting

TODAY = day_of(MONDAY)


def test_it_is_not_taken_on_with_a_reason_and_where_to_turn() -> None:
    told = checked().say(say.decline, at=MONDAY, decline_reason="administrative", told="请向自然资源局申请确权")
    assert (told.state.stage, told.state.outcome) == ("declined", "declined")
    assert told.light == ("green", "Not taken on; where to turn was told")


def test_danger_is_not_sent_away_except_to_the_police() -> None:
    told = checked().say(say.assess, at=MONDAY, **DANGER)
    with pytest.raises(Refused):
        told.say(say.decline, at=MONDAY, decline_reason="not_ours", told="请找社区")
    told.say(say.decline, at=MONDAY, decline_reason="criminal", told="已移送派出所")
    assert told.light[0] == "green"


def test_mediation_ends_with_a_true_reason_and_the_lawful_ways() -> None:
    told = mediating()
    for reason, ways in (("unwilling", []), ("term_over", ["court"]), ("not_performed", ["court"])):
        with pytest.raises(Refused):
            told.say(say.terminate, at=MONDAY, termination_reason=reason, ways=ways)
    assert told.due_at is not None
    over = told.due_at + timedelta(seconds=1)
    told.say(say.terminate, at=over, termination_reason="term_over", ways=["arbitration", "court"])
    assert told.state.data["ending"]["ways"] == ["arbitration", "court"]
    assert told.light == ("yellow", "Mediation ended; the file is still to be closed")


def test_an_agreement_ends_only_when_it_fails() -> None:
    told = agreed(10)
    with pytest.raises(Refused):
        told.say(say.terminate, at=MONDAY, termination_reason="unwilling", ways=["court"])
    told.say(say.terminate, at=MONDAY, termination_reason="not_performed", ways=["court"])
    assert told.state.stage == "terminated"


def test_it_ends_also_before_the_first_session() -> None:
    told = accepted().say(say.terminate, at=MONDAY, termination_reason="unreachable", ways=["court"])
    assert told.state.stage == "terminated"


def test_nobody_is_visited_tomorrow() -> None:
    told = performed()
    with pytest.raises(Refused):
        told.say(say.visit, at=MONDAY + DAY, **visiting(TODAY + 2 * DAY))
    told.say(say.visit, at=MONDAY + DAY, **visiting(TODAY + DAY))
    assert told.state.data["visits"][0]["satisfaction"] == "satisfied"


def test_the_follow_up_visit_is_due_fifteen_working_days_after_performance() -> None:
    told = performed()
    assert told.due_at is not None
    assert day_of(told.due_at) == TODAY + 22 * DAY
    assert told.wait(told.due_at).light == ("yellow", "Performed; the follow-up visit is overdue")


def test_a_late_visit_takes_the_overdue_away() -> None:
    told = performed()
    late = told.state.marks["visit"].at + DAY
    assert told.wait(late).light[1] == "Performed; the follow-up visit is overdue"
    told.say(say.visit, at=late, **visiting(day_of(late)))
    assert told.light == ("yellow", "Performed and visited; the file is still to be closed")
    assert told.due_at is None


def test_a_closed_dispute_has_no_dates_left_to_keep() -> None:
    assert (closed().state.marks, closed().state.flags) == ({}, [])
    assert list(terminated().state.marks) == []


def test_it_is_closed_after_a_visit_that_found_everything_performed() -> None:
    told = performed()
    with pytest.raises(Refused):
        told.say(say.close, at=MONDAY + DAY)
    told.say(say.visit, at=MONDAY + DAY, **visiting(TODAY + DAY, performance_found="partly"))
    with pytest.raises(Refused):
        told.say(say.close, at=MONDAY + DAY)
    told.say(say.visit, at=MONDAY + 2 * DAY, **visiting(TODAY + 2 * DAY)).say(say.close, at=MONDAY + 2 * DAY)
    assert (told.state.outcome, told.light) == ("settled", ("green", "Settled, and followed up"))


def test_a_visit_that_sees_it_flare_up_turns_it_red_and_keeps_it_open() -> None:
    told = visited(escalation=True)
    assert told.light == ("red", "Someone may get hurt")
    with pytest.raises(Refused):
        told.say(say.close, at=MONDAY + 10 * DAY)
    told.say(say.assess, at=MONDAY + 10 * DAY, **CALM).say(say.close, at=MONDAY + 10 * DAY)
    assert told.light[0] == "green"


def test_what_ended_without_a_settlement_is_not_called_settled() -> None:
    told = terminated().say(say.assess, at=MONDAY, **DANGER)
    with pytest.raises(Refused):
        told.say(say.close, at=MONDAY)
    told.say(say.assess, at=MONDAY, **CALM).say(say.close, at=MONDAY)
    assert (told.state.outcome, told.light) == (
        "terminated",
        ("green", "Closed without a settlement; the other lawful ways were told"),
    )


def test_it_is_opened_again_with_a_new_limit_and_needs_a_new_session() -> None:
    told = closed()
    again = MONDAY + 60 * DAY
    told.say(say.reopen, at=again, why="又漏水了")
    assert (told.state.stage, told.state.outcome, told.state.closed_at) == ("mediating", "", None)
    assert told.due_at is not None
    assert told.due_at > again + 29 * DAY
    with pytest.raises(Refused):
        told.say(say.agree, at=again, **agreement(again, 10))
    told.say(say.hold_session, at=again, **session(again)).say(say.agree, at=again, **agreement(again, 10))
    assert len(told.state.data["earlier"]) == 1


def test_what_was_not_taken_on_comes_back_to_the_window() -> None:
    told = checked().say(say.decline, at=MONDAY, decline_reason="in_court", told="等待法院")
    assert told.say(say.reopen, at=MONDAY + DAY, why="已撤诉").state.stage == "registered"
    with pytest.raises(Refused):
        told.say(say.reopen, at=MONDAY + DAY, why="已撤诉")


def test_one_who_refused_is_asked_again_after_reopening() -> None:
    told = mediating().say(say.consent, at=MONDAY, side="b", agreed=False, rights_told=True)
    told.say(say.terminate, at=MONDAY, termination_reason="unwilling", ways=["court"])
    assert told.say(say.reopen, at=MONDAY + DAY, why="愿意再谈").state.stage == "accepted"
    assert told.say(say.consent, at=MONDAY + DAY, side="b", agreed=True, rights_told=True).state.stage == "mediating"
