"""How the file is closed."""

import pytest

from linli.matters.command import Refused
from tests.kinds.dispute.stages import DAY, MONDAY, TODAY, agreed, closed, kept, performed, terminated
from tests.kinds.dispute.told import CALM, DANGER, say, visiting


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


def test_a_visit_before_the_performance_is_not_the_follow_up() -> None:
    """It saw everything well on the way; whether it was performed is seen afterwards."""
    told = agreed(10).say(say.visit, at=MONDAY + DAY, **visiting(TODAY + DAY))
    kept(told, 1, after=2)
    with pytest.raises(Refused):
        told.say(say.close, at=MONDAY + 3 * DAY)
    told.say(say.visit, at=MONDAY + 3 * DAY, **visiting(TODAY + 3 * DAY)).say(say.close, at=MONDAY + 3 * DAY)
    assert told.state.outcome == "settled"


def test_what_ended_without_a_settlement_is_not_called_settled() -> None:
    told = terminated().say(say.assess, at=MONDAY, **DANGER)
    with pytest.raises(Refused):
        told.say(say.close, at=MONDAY)
    told.say(say.assess, at=MONDAY, **CALM).say(say.close, at=MONDAY)
    assert (told.state.outcome, told.light) == (
        "terminated",
        ("green", "Closed without a settlement; the other lawful ways were told"),
    )
