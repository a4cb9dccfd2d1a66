"""Taking in what residents hand in, by whatever door: which unit gets it, and the opening by the counter's own form."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.matters.command import Refused
from linli.matters.commands import Done, Saying, open_matter
from linli.matters.kind import Kind
from linli.place.chart import street_of
from linli.place.models import Cell, Unit
from linli.place.tree import path_of
from linli.policy.centre import the_centre

NOBODY_ABOVE = msg(
    "Nobody here stands above the unit that is complained of. Please hand it in where that unit is supervised, or call."
)


def take_in(kind: Kind, *, told: Mapping[str, Any], saying: Saying) -> Done:
    """Open the matter, once. Raises NotAllowed, Refused, SentBefore."""
    assert kind.counter is not None
    unit = unit_for(told, avoids=kind.counter.avoids)
    return open_matter(kind, unit=unit, told=told, saying=saying, opening=kind.counter.hand_in)


def unit_for(told: Mapping[str, Any], *, avoids: str = "") -> Unit:
    """The street or town of the cell; else the unit that the centre names, or one at the top: it finds out where.

    Where that is who is complained of or stands below it, the unit above those. Raises Refused where there is none.
    """
    cell = next((value for value in told.values() if isinstance(value, Cell)), None)
    unit, avoided = street_of(cell) if cell else _without_a_place(), told.get(avoids)
    if avoided is None or avoided.pk not in path_of(unit):
        return unit
    above: Unit | None = avoided.parent
    if above is None:
        raise Refused(_(NOBODY_ABOVE))
    return above


def _without_a_place() -> Unit:
    named = the_centre().takes_in
    if named is not None and named.closed_on is None:
        return named
    return Unit.objects.filter(parent=None, closed_on=None).earliest("code")
