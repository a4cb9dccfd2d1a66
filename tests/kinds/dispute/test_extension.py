"""More time, agreed by every side."""

from datetime import timedelta

import pytest

from linli.matters.command import Refused
from tests.kinds.dispute.stages import DAY, MONDAY, mediating
from tests.kinds.dispute.told import say


def test_more_time_needs_every_side() -> None:
    told, before = mediating(), mediating().due_at
    with pytest.raises(Refused, match=r"Side B|乙方"):
        told.say(say.extend, at=MONDAY, days=30, sides=["a"])
    told.say(say.extend, at=MONDAY, days=30, sides=["a", "b"])
    told.say(say.extend, at=MONDAY, days=5, sides=["a", "b"])
    assert before is not None
    assert told.due_at is not None
    assert timedelta(days=34) <= told.due_at - before <= timedelta(days=40)


def test_a_pause_and_an_extension_add_up() -> None:
    told = mediating().say(say.extend, at=MONDAY, days=30, sides=["a", "b"])
    before = told.due_at
    told.say(say.pause, at=MONDAY + DAY, pause_reason="appraisal").say(say.resume, at=MONDAY + 16 * DAY)
    assert before is not None
    assert told.due_at is not None
    assert told.due_at - before >= 5 * DAY
