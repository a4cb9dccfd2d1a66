"""The whole course of a request through the database: from the call to answered, and who may do what."""

import pytest
from django.http import Http404

from linli.matters.commands import NotAllowed
from linli.matters.verify import verify
from tests.kinds.request.in_town import accepted, clerk, dispatched, light, replied
from tests.kinds.request.told import say, sending
from tests.town import MONDAY, Town, said, state_of

pytestmark = pytest.mark.django_db


def test_from_the_call_to_the_answer(town: Town) -> None:
    matter = replied(town)
    assert (matter.number, matter.holder, matter.unit) == ("QS-2026-000001", town.he, town.north)
    assert light(matter) == ("yellow", "Answered; to be called back")
    assert state_of(matter).data["cycles"][0]["in_time"] is True
    assert verify().differences == ()


def test_the_desk_dispatches_and_the_unit_signs(town: Town) -> None:
    with pytest.raises(Http404):
        said(say.dispatch, accepted(town), by=town.mei, at=MONDAY, **sending(town.north))
    matter = dispatched(town)
    for outsider in (clerk(town), town.mei):
        with pytest.raises(NotAllowed):
            said(say.sign, matter, by=outsider, at=MONDAY)
    assert said(say.sign, matter, by=town.he, at=MONDAY).holder == town.he
