"""By which entry of the dispatch catalogue a request goes to a unit, and when a reason is needed instead."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from linli.kinds.request.catalogue import assisting, justifying, leading
from linli.matters.command import Refused
from linli.place.models import UnitKind
from linli.policy.book import book
from linli.policy.catalogue import CatalogueEntry, entries_for, on_town_list
from linli.policy.models import Catalogue, Category, TownDuty
from tests.kinds.request.in_town import accepted, clerk, dispatched, in_hand
from tests.kinds.request.told import say
from tests.town import MONDAY, Town, resident, said, state_of, unit

pytestmark = pytest.mark.django_db
DAY = date(2026, 3, 2)
YESTERDAY = date(2026, 3, 1)


def line(pk: int, role: str, unit_id: int) -> CatalogueEntry:
    return CatalogueEntry(pk, role, unit_id, "《职责目录》第三条", "street-light")


def test_the_entry_that_names_the_unit_justifies_it_and_another_unit_needs_a_reason(town: Town) -> None:
    entries = (line(4, "assisting", town.street.pk), line(5, "lead", town.north.pk))
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
    listed = dispatched(town)
    with pytest.raises(Refused, match=r"已列入|清单"):
        said(say.send_back, listed, by=town.he, at=MONDAY, **told)
    TownDuty.objects.update(valid_until=YESTERDAY, changed_at=MONDAY)
    matter = said(say.send_back, listed, by=town.he, at=MONDAY, **told)
    assert matter.stage == "return_asked"


def test_the_shipped_catalogue_names_the_street_of_the_place_and_another_unit_needs_a_reason(town: Town) -> None:
    matter = accepted(town, cell=town.cell)
    with pytest.raises(Refused, match=town.street.name):
        said(say.dispatch, matter, by=clerk(town), at=MONDAY, to_unit=town.north)
    matter = said(say.dispatch, matter, by=clerk(town), at=MONDAY, to_unit=town.street)
    lead = Catalogue.objects.get(category__code="street-light", role="lead")
    assert state_of(matter).data["catalogue"] == {"pk": lead.pk, "basis": lead.basis}


def test_the_form_proposes_what_the_catalogue_names_and_says_by_which_entry(town: Town, client: Client) -> None:
    matter = accepted(town, cell=town.cell)
    lead = Catalogue.objects.get(category__code="street-light", role="lead")
    client.force_login(clerk(town))
    place = reverse("act", args=(matter.number, "dispatch"))
    page = client.get(place).content.decode()
    assert lead.basis in page
    assert town.street.name in page
    Catalogue.objects.update(valid_until=YESTERDAY, changed_at=MONDAY)
    assert lead.basis not in client.get(place).content.decode()


def test_the_unit_complained_of_is_not_proposed_even_where_the_catalogue_names_it(town: Town, client: Client) -> None:
    basis = Catalogue.objects.get(category__code="disturbance", role="lead").basis
    for reported, proposed in ((None, True), (town.south, True), (town.north, False)):
        matter = accepted(town, cell=town.cell, category="noise-life", reported_unit=reported)
        client.force_login(clerk(town))
        page = client.get(reverse("act", args=(matter.number, "dispatch"))).content.decode()
        assert (basis in page) is proposed
        assert (f"({town.north.code})" in page) is proposed
    with pytest.raises(Refused, match=r"目录没有"):
        said(say.dispatch, matter, by=clerk(town), at=MONDAY, to_unit=town.south)


def test_the_nearest_category_upwards_wins_and_its_place_decides_the_unit(town: Town) -> None:
    def units(category: str, cell: int | None = town.cell.pk) -> list[tuple[str, int]]:
        return [
            (one.role, one.unit_id) for one in entries_for(category, cell, book=book(MONDAY), kind="request", on=DAY)
        ]

    assert units("street-light") == [("lead", town.street.pk), ("assisting", town.north.pk)]
    assert units("noise-life") == [("lead", town.north.pk)]
    assert units("manhole") == [("lead", town.street.pk)]
    assert units("manhole", None) == units("policy") == []
    fixed = {"category": Category.objects.get(kind="request", code="manhole"), "to": "unit", "unit": town.south}
    Catalogue.objects.create(**fixed, role="lead", basis="《井盖管理办法》", valid_from=DAY)
    assert units("manhole") == units("manhole", None) == [("lead", town.south.pk)]
    assert entries_for("manhole", None, book=book(MONDAY), kind="request", on=YESTERDAY) == ()
    assert entries_for("manhole", None, book=book(MONDAY), kind="dispute", on=DAY) == ()


def test_the_duty_list_holds_for_the_categories_below_and_while_it_is_in_force(town: Town) -> None:
    assert "履职清单" in on_town_list("street-light", book=book(MONDAY), kind="request", on=DAY)
    assert on_town_list("policy", book=book(MONDAY), kind="request", on=DAY) == ""
    TownDuty.objects.update(valid_until=YESTERDAY, changed_at=MONDAY)
    assert on_town_list("street-light", book=book(MONDAY), kind="request", on=DAY) == ""
