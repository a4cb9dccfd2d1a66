"""The agreement, written down so that it adds up."""

from typing import Any

import pytest

from linli.matters.command import Refused
from tests.kinds.dispute.stages import DAY, MONDAY, TODAY, agreed, mediating
from tests.kinds.dispute.told import agreement, say, session


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
