"""How a dispute ends without a settlement: declined or terminated, with a true reason."""

from datetime import timedelta

import pytest

from linli.matters.command import Refused
from tests.kinds.dispute.stages import (
    MONDAY,
    TODAY,
    accepted,
    agreed,
    checked,
    mediating,
)
from tests.kinds.dispute.told import DANGER, application, say


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


def test_a_labour_dispute_is_told_of_arbitration_which_comes_before_an_action() -> None:
    told, why = mediating(category="LB"), {"termination_reason": "too_far_apart"}
    with pytest.raises(Refused, match=r"arbitration comes before|先经仲裁"):
        told.say(say.terminate, at=MONDAY, ways=["court"], **why)
    told.say(say.terminate, at=MONDAY, ways=["labour_arbitration", "court"], **why)
    assert mediating().say(say.terminate, at=MONDAY, ways=["court"], **why).state.stage == "terminated"


def test_only_what_a_court_confirmed_can_be_enforced() -> None:
    told, end = agreed(10), {"termination_reason": "not_performed", "ways": ["enforcement"]}
    with pytest.raises(Refused, match=r"Only an agreement that a court confirmed|经司法确认"):
        told.say(say.terminate, at=MONDAY, **end)
    told.say(say.apply_confirmation, at=MONDAY, **application(TODAY))
    told.say(say.confirmation_result, at=MONDAY, confirmation_result="confirmed", decided_on=TODAY)
    assert told.say(say.terminate, at=MONDAY, **end).state.data["ending"]["ways"] == ["enforcement"]


def test_it_ends_also_before_the_first_session() -> None:
    told = accepted().say(say.terminate, at=MONDAY, termination_reason="unreachable", ways=["court"])
    assert told.state.stage == "terminated"
