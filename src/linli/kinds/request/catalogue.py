"""What the dispatch catalogue says of a request: which unit leads, which assist, and on what basis."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from django.utils.translation import gettext as _

from linli.ground.clock import day_of
from linli.matters.command import Refused, Scene
from linli.place.models import Unit


class Entry(Protocol):
    """An entry that holds for the category and the place of a request."""

    @property
    def pk(self) -> int: ...
    @property
    def role(self) -> str: ...
    @property
    def unit_id(self) -> int: ...
    @property
    def basis(self) -> str: ...


def entries_now(scene: Scene) -> tuple[Entry, ...]:
    """The entries in force today."""
    return entries_for(scene.state.category, scene.state.cell, on=day_of(scene.at, zone=scene.book.calendar.zone))


def entries_for(category: str, cell: int | None, *, on: date) -> tuple[Entry, ...]:
    """The office keeps no catalogue yet: every dispatch says why."""
    return ()


def listing(scene: Scene) -> str:
    """By what basis the category is on the duty list of streets and towns; empty where it is not."""
    return ""


def leading(entries: Sequence[Entry]) -> Entry | None:
    return next((entry for entry in entries if entry.role == "lead"), None)


def assisting(entries: Sequence[Entry]) -> tuple[int, ...]:
    return tuple(entry.unit_id for entry in entries if entry.role == "assisting")


def justifying(entries: Sequence[Entry], unit: int, *, why: str) -> Entry | None:
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
