"""By which entry of the dispatch catalogue a request goes to a unit, and when a reason is needed instead."""

from dataclasses import dataclass

import pytest

from linli.kinds.request.catalogue import assisting, justifying, leading
from linli.matters.command import Refused
from linli.place.models import UnitKind
from tests.kinds.request.in_town import accepted, clerk, dispatched, in_hand
from tests.kinds.request.told import say
from tests.town import MONDAY, Town, resident, said, state_of, unit

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Line:
    pk: int
    role: str
    unit_id: int
    basis: str = "《职责目录》第三条"


def test_the_entry_that_names_the_unit_justifies_it_and_another_unit_needs_a_reason(town: Town) -> None:
    entries = (Line(4, "assisting", town.street.pk), Line(5, "lead", town.north.pk))
    found = justifying(entries, town.north.pk, why="")
    assert found is not None
    assert (found.pk, leading(entries), assisting(entries)) == (5, found, (town.street.pk,))
    with pytest.raises(Refused, match=town.north.name):
        justifying(entries, town.south.pk, why=" ")
    assert justifying(entries, town.south.pk, why="路灯在南社区") is None


def test_where_the_catalogue_names_no_unit_the_dispatch_says_why(town: Town) -> None:
    matter = accepted(town)
    with pytest.raises(Refused, match=r"目录没有"):
        said(say.dispatch, matter, by=clerk(town), at=MONDAY, to_unit=town.north)
    matter = said(say.dispatch, matter, by=clerk(town), at=MONDAY, to_unit=town.north, why="路灯在北社区")
    assert state_of(matter).data["catalogue"] is None


def test_only_streets_towns_and_communities_return_by_their_duty_list(town: Town) -> None:
    told = {"return_ground": "not_on_duty_list", "why": "属于部门职责"}
    bureau = unit("3609", "县城管局", kind=UnitKind.DEPARTMENT, under=town.county)
    matter = said(say.re_dispatch, in_hand(town), by=clerk(town), at=MONDAY, to_unit=bureau, why="职责在该局")
    handler = resident("bao", "包勤", unit=bureau, role="handler")
    with pytest.raises(Refused, match=r"履职清单"):
        said(say.send_back, matter, by=handler, at=MONDAY, **told)
    matter = said(say.send_back, dispatched(town), by=town.he, at=MONDAY, **told)
    assert matter.stage == "return_asked"
