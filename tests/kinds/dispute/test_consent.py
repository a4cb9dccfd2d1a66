"""Asking the sides for their consent."""

import pytest

from linli.matters.command import Refused
from tests.kinds.dispute.pure import Told
from tests.kinds.dispute.stages import MONDAY, accepted
from tests.kinds.dispute.told import CALM, say


def test_the_danger_check_comes_before_the_question_of_consent() -> None:
    told, yes = Told(MONDAY), {"side": "a", "agreed": True, "rights_told": True}
    with pytest.raises(Refused):
        told.say(say.consent, at=MONDAY, **yes)
    told.say(say.assess, at=MONDAY, **CALM).say(say.consent, at=MONDAY, **yes)
    assert told.state.data["consents"]["a"]["agreed"]


def test_consent_is_asked_of_a_side_that_is_there_and_was_told_its_rights() -> None:
    told = accepted()
    with pytest.raises(Refused):
        told.say(say.consent, at=MONDAY, side="c", agreed=True, rights_told=True)
    with pytest.raises(Refused):
        told.say(say.consent, at=MONDAY, side="a", agreed=True, rights_told=False)
    told.say(say.consent, at=MONDAY, side="a", agreed=True, rights_told=True)
    assert told.state.data["consents"]["a"]["agreed"]
