"""Looking at units that were told: what they are, and whether they stand at or below another."""

from typing import Any

from linli.place.models import Unit
from linli.place.tree import path_of


def unit_of(thing: Any) -> Unit:
    """The unit, told as such or as its id."""
    return thing if isinstance(thing, Unit) else Unit.objects.get(pk=thing)


def stands_in(thing: Any, unit: int | None) -> bool:
    """Whether the thing told is that unit or stands below it."""
    return unit is not None and unit in path_of(unit_of(thing))
