"""Judicial confirmation: a complete application, and the court's answer."""

from typing import Any

import pytest

from linli.matters.command import Refused
from tests.kinds.dispute.stages import DAY, MONDAY, TODAY, agreed
from tests.kinds.dispute.told import application, say


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
