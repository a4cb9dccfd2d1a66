"""No day is put in that the course does not allow: none to come, none before the step that comes first."""

from datetime import timedelta

import pytest

from linli.ground.clock import day_of
from linli.matters.command import Refused
from tests.kinds.dispute.pure import WANG, Told
from tests.kinds.dispute.stages import DAY, MONDAY, TODAY, agreed, checked, mediating, performed, terminated
from tests.kinds.dispute.told import agreement, application, say, session, visiting

LATER, BEFORE, THAT_DAY = MONDAY + 4 * DAY, TODAY - DAY, "2026-03-02"


def applied() -> Told:
    return agreed(10).say(say.apply_confirmation, at=MONDAY, **application(TODAY))


def test_nothing_is_performed_before_the_agreement_takes_effect() -> None:
    told, kept = agreed(10), {"number": 1, "proof": "收条"}
    with pytest.raises(Refused, match=THAT_DAY):
        told.say(say.perform, at=LATER, performed_on=BEFORE, **kept)
    assert told.say(say.perform, at=LATER, performed_on=TODAY, **kept).state.stage == "performed"


def test_nobody_visits_before_the_agreement_the_performance_or_the_end_of_mediation() -> None:
    kept_on = TODAY + DAY
    for told, first in ((agreed(10), TODAY), (performed(), kept_on), (terminated(), TODAY)):
        with pytest.raises(Refused, match=first.isoformat()):
            told.say(say.visit, at=LATER, **visiting(first - DAY))
        assert told.say(say.visit, at=LATER, **visiting(first)).state.data["visits"]


def test_between_two_instalments_a_visit_may_lie_before_the_newest_performance() -> None:
    told = agreed(5, 20).say(say.perform, at=LATER, number=1, performed_on=day_of(LATER), proof="收条")
    assert told.say(say.visit, at=LATER, **visiting(TODAY + DAY, performance_found="partly")).state.data["visits"]


def test_confirmation_is_applied_for_from_the_day_of_the_agreement() -> None:
    told = agreed(10)
    with pytest.raises(Refused, match=THAT_DAY):
        told.say(say.apply_confirmation, at=LATER, **application(BEFORE))
    assert told.say(say.apply_confirmation, at=LATER, **application(TODAY)).state.data["agreement"]["confirmation"]


def test_the_court_answers_after_it_was_asked_and_not_tomorrow() -> None:
    told, answer = applied(), {"confirmation_result": "confirmed"}
    with pytest.raises(Refused, match=THAT_DAY):
        told.say(say.confirmation_result, at=LATER, decided_on=BEFORE, **answer)
    with pytest.raises(Refused, match=r"not come yet|尚未到来"):
        told.say(say.confirmation_result, at=LATER, decided_on=day_of(LATER) + DAY, **answer)
    told.say(say.confirmation_result, at=LATER, decided_on=TODAY, **answer)
    assert told.state.data["agreement"]["confirmation"]["state"] == "confirmed"


def test_a_session_is_held_once_it_is_taken_on_and_every_side_has_agreed() -> None:
    told = checked().say(say.accept, at=MONDAY).say(say.name_mediator, at=MONDAY, mediator=WANG)
    told.say(say.consent, at=MONDAY, side="a", agreed=True, rights_told=True)
    told.say(say.consent, at=MONDAY + 2 * DAY, side="b", agreed=True, rights_told=True)
    with pytest.raises(Refused, match="2026-03-04"):
        told.say(say.hold_session, at=LATER, **session(MONDAY + DAY))
    told.say(say.hold_session, at=LATER, **session(MONDAY + 2 * DAY - timedelta(hours=1)))
    assert len(told.state.data["sessions"]) == 1


@pytest.mark.parametrize("more", [{"category": "LB"}, {"origin": "court", "court_stage": "before_filing"}])
def test_a_limit_that_began_earlier_does_not_let_a_session_be_earlier(more: dict[str, str]) -> None:
    told = checked(**more)
    told.say(say.consent, at=MONDAY, side="a", agreed=True, rights_told=True)
    told.say(say.consent, at=MONDAY, side="b", agreed=True, rights_told=True)
    told.say(say.accept, at=MONDAY + 2 * DAY).say(say.name_mediator, at=MONDAY + 2 * DAY, mediator=WANG)
    with pytest.raises(Refused, match="2026-03-04"):
        told.say(say.hold_session, at=LATER, **session(MONDAY))
    assert told.say(say.hold_session, at=LATER, **session(LATER)).state.data["sessions"]


def test_a_side_that_says_yes_twice_agrees_since_the_first_time() -> None:
    told = mediating().say(say.consent, at=LATER, side="b", agreed=True, rights_told=True)
    assert told.say(say.hold_session, at=LATER, **session(MONDAY)).state.data["sessions"]
    told.say(say.consent, at=LATER, side="b", agreed=False, rights_told=True)
    told.say(say.consent, at=LATER, side="b", agreed=True, rights_told=True)
    with pytest.raises(Refused, match="2026-03-06"):
        told.say(say.hold_session, at=LATER, **session(MONDAY))


def test_a_session_of_before_the_return_does_not_count_after_it() -> None:
    told = terminated().say(say.reopen, at=LATER, why="愿意再谈")
    with pytest.raises(Refused, match="2026-03-06"):
        told.say(say.hold_session, at=LATER, **session(MONDAY))
    assert told.say(say.hold_session, at=LATER, **session(LATER)).state.data["sessions"]


def test_an_agreement_takes_effect_from_the_session_that_reached_it() -> None:
    told = mediating().say(say.hold_session, at=LATER, **session(MONDAY + 2 * DAY))
    with pytest.raises(Refused, match="2026-03-04"):
        told.say(say.agree, at=LATER, **agreement(MONDAY + DAY, 10))
    assert told.say(say.agree, at=LATER, **agreement(MONDAY + 2 * DAY, 10)).state.stage == "agreed"


def test_what_happened_may_be_registered_however_long_ago_it_was() -> None:
    assert checked(happened_on=TODAY - 400 * DAY).state.data["happened_on"] == "2025-01-26"
    with pytest.raises(Refused):
        checked(happened_on=TODAY + DAY)
