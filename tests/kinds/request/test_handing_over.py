"""Matters go on as another kind: a request as a dispute or a case, and a case or a dispute as a request."""

import pytest

from linli.kinds.dispute.kind import DISPUTE
from linli.matters.command import Refused
from linli.matters.commands import NotAllowed
from linli.matters.models import Matter
from tests.kinds.case.in_town import accepted as case_accepted
from tests.kinds.case.told import say as say_to_case
from tests.kinds.request.in_town import accepted, clerk, dispatched, in_hand, light, replied, taken_in
from tests.kinds.request.told import say
from tests.town import MONDAY, TUESDAY, Town, said, state_of

pytestmark = pytest.mark.django_db
HANDED = {"title": "路灯引发的纠纷", "text": "两户为路灯位置争执。", "why": "实为邻里纠纷"}


def test_a_request_goes_on_as_a_dispute_where_it_is_handled(town: Town) -> None:
    for matter in (taken_in(town), accepted(town), dispatched(town), in_hand(town)):
        with pytest.raises(NotAllowed):
            said(say.convert, matter, by=town.tan, at=TUESDAY, to_kind="dispute", **HANDED)
        ended = said(say.convert, matter, by=clerk(town), at=TUESDAY, to_kind="dispute", **HANDED)
        assert (ended.stage, light(ended)[0], state_of(ended).marks) == ("converted", "green", {})
        other = Matter.objects.get(number=state_of(ended).tied("goes_on_as")[0])
        assert (other.kind, other.unit, state_of(other).tied("from")) == (DISPUTE.name, matter.unit, [matter.number])
    with pytest.raises(Refused):
        said(say.convert, replied(town), by=clerk(town), at=TUESDAY, to_kind="dispute", **HANDED)


def test_what_complains_of_a_unit_or_is_confidential_goes_on_as_nothing_else(town: Town) -> None:
    for told in ({"confidential": True}, {"sort": "complaint", "reported_unit": town.south}):
        matter = taken_in(town, **told)
        with pytest.raises(Refused, match=r"保密|complains"):
            said(say.convert, matter, by=clerk(town), at=TUESDAY, to_kind="dispute", **HANDED)
        assert Matter.objects.filter(kind=DISPUTE.name).count() == 0
    assert said(say.convert, taken_in(town), by=clerk(town), at=TUESDAY, to_kind="dispute", **HANDED).closed_at


def test_danger_goes_along_in_both_directions(town: Town) -> None:
    ended = said(say.convert, taken_in(town, urgency="life"), by=clerk(town), at=MONDAY, to_kind="case", **HANDED)
    case = Matter.objects.get(number=state_of(ended).tied("goes_on_as")[0])
    assert case.colour == "red"
    back = said(say_to_case.convert, case, by=town.chen, at=MONDAY, to_kind="request", **HANDED)
    request = Matter.objects.get(number=state_of(back).tied("goes_on_as")[0])
    assert (request.kind, request.stage, light(request)) == (
        "request",
        "handed_in",
        ("red", "Danger to life or property"),
    )


def test_what_is_handed_over_is_to_be_accepted_by_the_desk_of_its_unit(town: Town) -> None:
    case = case_accepted(town)
    said(say_to_case.convert, case, by=town.chen, at=MONDAY, to_kind="request", **HANDED)
    request = Matter.objects.get(kind="request")
    assert (request.unit, request.title, state_of(request).data["from_number"]) == (
        town.north,
        HANDED["title"],
        case.number,
    )
    request = said(say.accept, request, by=town.mei, at=MONDAY)
    assert light(request) == ("yellow", "Accepted; to be dispatched")
