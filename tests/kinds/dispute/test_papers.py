"""A court's commission that did not lead to a settlement: its papers go back."""

import pytest

from linli.matters.command import Refused
from tests.kinds.dispute.pure import Told
from tests.kinds.dispute.stages import DAY, MONDAY, TODAY, accepted, checked, terminated
from tests.kinds.dispute.told import say

COURT = {"origin": "court", "channel": "court", "court_stage": "before_filing"}
LATER = MONDAY + 3 * DAY


def failed() -> Told:
    end = {"termination_reason": "too_far_apart", "ways": ["court"]}
    return accepted(**COURT).say(say.terminate, at=MONDAY + DAY, **end)


def test_a_failed_commission_is_closed_when_the_court_has_its_papers_back() -> None:
    told = failed()
    with pytest.raises(Refused, match=r"Return the papers|退还"):
        told.say(say.close, at=LATER)
    told.say(say.return_papers, at=LATER, returned_on=TODAY + 2 * DAY).say(say.close, at=LATER)
    assert (told.state.outcome, told.state.data["papers_returned_on"]) == ("terminated", "2026-03-04")


def test_papers_go_back_once_after_the_end_and_not_tomorrow() -> None:
    told = failed()
    for day in (TODAY, TODAY + 4 * DAY):
        with pytest.raises(Refused):
            told.say(say.return_papers, at=LATER, returned_on=day)
    told.say(say.return_papers, at=LATER, returned_on=TODAY + DAY)
    with pytest.raises(Refused, match=r"no papers of a court|没有需要退还"):
        told.say(say.return_papers, at=LATER, returned_on=TODAY + DAY)


def test_where_no_court_gave_papers_none_go_back() -> None:
    told = terminated()
    with pytest.raises(Refused, match=r"no papers of a court|没有需要退还"):
        told.say(say.return_papers, at=MONDAY, returned_on=TODAY)
    assert told.say(say.close, at=MONDAY).state.outcome == "terminated"


def test_a_commission_that_is_not_taken_on_goes_back_as_well() -> None:
    told = checked(**COURT).say(say.decline, at=MONDAY, decline_reason="one_refuses", told="请回法院立案")
    with pytest.raises(Refused, match="2026-03-02"):
        told.say(say.return_papers, at=LATER, returned_on=TODAY - DAY)
    told.say(say.return_papers, at=LATER, returned_on=TODAY)
    assert (told.state.stage, told.light[0]) == ("declined", "green")


def test_taken_up_again_a_commission_has_papers_to_return_again() -> None:
    told = failed().say(say.return_papers, at=LATER, returned_on=TODAY + DAY).say(say.reopen, at=LATER, why="再次委派")
    told.say(say.terminate, at=LATER, termination_reason="too_far_apart", ways=["court"])
    assert told.say(say.return_papers, at=LATER, returned_on=TODAY + 3 * DAY).state.data["papers_returned_on"]
