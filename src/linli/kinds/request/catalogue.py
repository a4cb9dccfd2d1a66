"""What the dispatch catalogue says of a request: which unit leads, which assist, and on what basis."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from linli.ground.clock import day_of
from linli.matters.command import Refused, Scene
from linli.place.models import Unit
from linli.place.tree import path_of
from linli.policy.catalogue import CatalogueEntry, entries_for, on_town_list


def entries_now(scene: Scene) -> tuple[CatalogueEntry, ...]:
    """The entries in force today for its category at its place, without those of the unit that is complained of."""
    state, on = scene.state, _today(scene)
    entries = entries_for(state.category, state.cell, book=scene.book, kind="request", on=on)
    reported = state.data["reported_unit"]
    if reported is None:
        return entries
    return tuple(one for one in entries if reported not in path_of(Unit.objects.get(pk=one.unit_id)))


def listing(scene: Scene) -> str:
    """By what basis the category is on the duty list of streets and towns; empty where it is not."""
    return on_town_list(scene.state.category, book=scene.book, kind="request", on=_today(scene))


def _today(scene: Scene) -> date:
    return day_of(scene.at, zone=scene.book.calendar.zone)


def leading(entries: Sequence[CatalogueEntry]) -> CatalogueEntry | None:
    return next((entry for entry in entries if entry.role == "lead"), None)


def assisting(entries: Sequence[CatalogueEntry]) -> tuple[int, ...]:
    return tuple(entry.unit_id for entry in entries if entry.role == "assisting")


def justifying(entries: Sequence[CatalogueEntry], unit: int, *, why: str) -> CatalogueEntry | None:
    """The entry by which it goes to that unit; None where the reason told does. Raises Refused where neither does."""
    lead = leading(entries)
    if lead and lead.unit_id == unit:
        return lead
    if why.strip():
        return None
    if lead is None:
        raise Refused(_("The dispatch catalogue names no unit for this category. Say why it goes there."))
    sentence = _("The dispatch catalogue names {unit}. Choose it, or say why it goes elsewhere.")
    raise Refused(sentence.format(unit=Unit.objects.get(pk=lead.unit_id).label))
