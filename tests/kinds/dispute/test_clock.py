"""The limit of mediation: run out, stopped, extended."""

from datetime import timedelta

import pytest

from linli.matters.command import Refused
from tests.kinds.dispute.stages import DAY, MONDAY, mediating
from tests.kinds.dispute.told import agreement, say, session


def test_past_its_limit_it_turns_orange_and_an_agreement_turns_it_back() -> None:
    told = mediating()
    assert told.due_at is not None
    over = told.due_at + DAY
    assert told.wait(over).light == ("orange", "Unresolved past its limit")
    told.say(say.hold_session, at=over, **session(over))
    assert told.say(say.agree, at=over, **agreement(over, 10)).light == (
        "yellow",
        "Agreed; performance is being watched",
    )


def test_the_time_of_an_appraisal_is_not_counted() -> None:
    told, plain = mediating(), mediating()
    told.say(say.pause, at=MONDAY + DAY, pause_reason="appraisal")
    assert (told.state.stage, told.due_at, told.timeline.row()["clock"]) == ("paused", None, "paused")
    assert told.wait(MONDAY + 60 * DAY).light[0] == "yellow"
    told.say(say.resume, at=MONDAY + 11 * DAY)
    assert told.due_at is not None
    assert plain.due_at is not None
    assert told.due_at - plain.due_at >= 10 * DAY


def test_a_limit_that_is_over_can_be_neither_paused_nor_extended() -> None:
    told = mediating()
    assert told.due_at is not None
    over = told.due_at + timedelta(seconds=1)
    extending = {"days": 30, "sides": ["a", "b"]}
    for command, more in ((say.pause, {"pause_reason": "appraisal"}), (say.extend, extending)):
        with pytest.raises(Refused):
            told.say(command, at=over, **more)
    assert told.say(say.extend, at=told.due_at, **extending).state.data["limit"]["extra_days"] == 30
