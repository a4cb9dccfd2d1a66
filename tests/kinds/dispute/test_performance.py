"""The agreement kept in instalments, or not."""

import pytest

from linli.ground.clock import day_of
from linli.matters.command import Refused
from tests.kinds.dispute.stages import DAY, MONDAY, TODAY, agreed, kept, performed
from tests.kinds.dispute.told import say


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
