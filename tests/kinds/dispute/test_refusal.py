"""Where a dispute in the town does not go on: a side refuses, a clerk may not mediate."""

import pytest

from linli.matters.commands import NotAllowed, Refused
from linli.matters.verify import verify
from tests.kinds.dispute.in_town import DAY, in_mediation, light
from tests.kinds.dispute.told import say, session
from tests.town import MONDAY, Town, said

pytestmark = pytest.mark.django_db


def test_a_side_that_refuses_ends_it_with_the_lawful_ways_told(town: Town) -> None:
    matter = in_mediation(town)
    matter = said(say.consent, matter, by=town.mei, at=MONDAY, side="b", agreed=False, rights_told=True)
    with pytest.raises(Refused):
        said(say.hold_session, matter, by=town.wang, at=MONDAY, **session(MONDAY))
    with pytest.raises(Refused):
        said(say.terminate, matter, by=town.wang, at=MONDAY, termination_reason="unwilling", ways=[])
    matter = said(say.terminate, matter, by=town.wang, at=MONDAY, termination_reason="unwilling", ways=["court"])
    assert (matter.stage, matter.because) == ("terminated", "Mediation ended; the file is still to be closed")
    matter = said(say.close, matter, by=town.wang, at=MONDAY + DAY)
    assert (matter.outcome, light(matter)) == (
        "terminated",
        ("green", "Closed without a settlement; the other lawful ways were told"),
    )
    assert verify().differences == ()


def test_a_clerk_may_register_and_accept_but_not_mediate(town: Town) -> None:
    matter = in_mediation(town)
    with pytest.raises(NotAllowed):
        said(say.hold_session, matter, by=town.mei, at=MONDAY, **session(MONDAY))
    assert said(say.hold_session, matter, by=town.wang, at=MONDAY, **session(MONDAY)).seq > matter.seq
