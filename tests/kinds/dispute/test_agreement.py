"""The agreement: written down, kept in instalments or not, and confirmed by the court."""

from datetime import date, timedelta
from typing import Any

import pytest

from linli.ground.clock import day_of
from linli.matters.command import Refused
from tests.kinds.dispute.pure import Told
from tests.kinds.dispute.stages import DAY, MONDAY, agreed, mediating, performed
from tests.kinds.dispute.told import agreement, application, say, session

TODAY = day_of(MONDAY)


def kept(told: Told, number: int, *, after: int) -> Told:
    at = MONDAY + timedelta(days=after)
    return told.say(say.perform, at=at, number=number, performed_on=day_of(at), proof="转账凭证")


@pytest.mark.parametrize(
    "wrong",
    [
        {"effective_on": TODAY + DAY},
        {"amount_fen": 150_000},
        {"copies": 2},
        {"instalments": ({"due_on": TODAY - DAY, "by_side": "b", "amount_fen": 1},)},
    ],
)
def test_an_agreement_that_does_not_add_up_is_refused(wrong: dict[str, Any]) -> None:
    told = mediating().say(say.hold_session, at=MONDAY, **session(MONDAY))
    with pytest.raises(Refused):
        told.say(say.agree, at=MONDAY, **{**agreement(MONDAY, 10), **wrong})
    told.say(say.agree, at=MONDAY, **agreement(MONDAY, 10, amount_fen=100_000, copies=3))
    assert told.state.data["agreement"]["amount_fen"] == 100_000


def test_an_oral_agreement_needs_no_copies() -> None:
    told = agreed(10, agreement_form="oral", copies=1)
    assert (told.state.data["agreement"]["form"], told.state.data["agreement"]["copies"]) == ("oral", 1)


def test_instalments_fall_due_one_after_the_other() -> None:
    told = agreed(20, 5)
    assert told.due_at is not None
    assert day_of(told.due_at) == TODAY + 5 * DAY
    assert kept(told, 1, after=3).due_at is not None
    assert day_of(told.state.marks["performance"].at) == TODAY + 20 * DAY
    assert kept(told, 2, after=20).state.stage == "performed"


def test_an_instalment_is_kept_once_and_not_tomorrow() -> None:
    told = agreed(5, 20)
    with pytest.raises(Refused):
        told.say(say.perform, at=MONDAY, number=1, performed_on=TODAY + DAY, proof="收条")
    kept(told, 1, after=0)
    with pytest.raises(Refused):
        kept(told, 1, after=1)
    assert kept(told, 2, after=1).state.stage == "performed"


def test_everything_can_be_performed_at_once() -> None:
    told = kept(agreed(5, 20, 40), 0, after=2)
    assert (told.state.stage, told.facts[-4:]) == ("performed", ["Performed", "Performed", "Performed", "Turned"])
    assert "visit" in told.state.marks


def test_what_is_not_performed_in_time_turns_it_orange_until_it_is() -> None:
    told = agreed(5, 40)
    late = told.state.marks["performance"].at
    assert told.wait(late).light == ("orange", "Agreement not performed in time")
    assert kept(told, 1, after=8).light == ("yellow", "Agreed; performance is being watched")


def test_a_default_is_recorded_from_the_day_after_it_was_due() -> None:
    told, missed = agreed(5, 40), {"number": 1, "finding": "未转账", "step": "约谈"}
    with pytest.raises(Refused):
        told.say(say.default, at=MONDAY + 5 * DAY, **missed)
    told.say(say.default, at=MONDAY + 6 * DAY, **missed)
    assert told.light == ("orange", "Part of the agreement was not performed")
    with pytest.raises(Refused):
        told.say(say.default, at=MONDAY + 6 * DAY, **missed)
    told.say(say.urge_performance, at=MONDAY + 7 * DAY, by_side="b", text="电话督促")
    assert kept(told, 1, after=8).light[0] == "yellow"


def test_a_performance_that_proves_untrue_is_taken_back() -> None:
    told = performed()
    with pytest.raises(Refused):
        told.say(say.urge_performance, at=MONDAY + 11 * DAY, by_side="b", text="电话督促")
    told.say(say.default, at=MONDAY + 11 * DAY, number=1, finding="收条不实", step="约谈")
    assert (told.state.stage, told.light[0]) == ("agreed", "orange")


@pytest.mark.parametrize(
    "wrong",
    [
        {"jointly": False},
        {"bars": ["title"]},
        {"papers": ["agreement", "body", "identity"]},
        {"about_property": True},
        {"applied_on": TODAY + DAY},
    ],
)
def test_an_application_the_court_would_not_take_is_refused(wrong: dict[str, Any]) -> None:
    told = agreed(10)
    with pytest.raises(Refused):
        told.say(say.apply_confirmation, at=MONDAY, **{**application(TODAY), **wrong})
    told.say(say.apply_confirmation, at=MONDAY, **application(TODAY))
    assert told.state.data["agreement"]["confirmation"]["state"] == "applied"


def test_the_window_is_thirty_days_and_rolls_over_the_holiday() -> None:
    """In effect on 2 March: the thirtieth day is 1 April, a Wednesday. From 3 March it is 2 April."""
    told = agreed(90)
    window = told.state.marks["confirmation"].at
    assert day_of(window) == date(2026, 4, 1)
    with pytest.raises(Refused):
        told.say(say.apply_confirmation, at=window + DAY, **application(day_of(window + DAY)))
    told.say(say.apply_confirmation, at=window, **application(day_of(window)))
    assert "confirmable" not in told.state.flags


def test_both_sides_are_to_be_reminded_after_twenty_and_after_twenty_seven_days() -> None:
    told = agreed(90)
    marks = told.state.marks
    reminders = [day_of(marks[name].at) - TODAY for name in ("confirmation_first", "confirmation_second")]
    assert reminders == [20 * DAY, 27 * DAY]
    seen = [told.wait(marks[name].at).light for name in ("confirmation_first", "confirmation_second", "confirmation")]
    assert seen == [
        ("yellow", "Agreed; remind both sides of judicial confirmation"),
        ("yellow", "Agreed; last days to apply for judicial confirmation"),
        ("yellow", "Agreed; the time to apply for judicial confirmation is over"),
    ]


def test_the_court_answers_only_what_was_applied_for() -> None:
    told, answer = agreed(10), {"confirmation_result": "withdrawn", "decided_on": TODAY}
    with pytest.raises(Refused):
        told.say(say.confirmation_result, at=MONDAY, **answer)
    told.say(say.apply_confirmation, at=MONDAY, **application(TODAY))
    with pytest.raises(Refused):
        told.say(say.apply_confirmation, at=MONDAY, **application(TODAY))
    told.say(say.confirmation_result, at=MONDAY, **answer)
    told.say(say.apply_confirmation, at=MONDAY, **application(TODAY))
    told.say(say.confirmation_result, at=MONDAY, confirmation_result="confirmed", decided_on=TODAY)
    assert told.state.data["agreement"]["confirmation"]["state"] == "confirmed"
