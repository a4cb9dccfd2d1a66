"""Reading what was told: the same from a form, from another matter and from a script."""

from typing import Any

from linli.matters.command import Scene
from linli.matters.state import UNIT, State


def key_of(thing: Any) -> int:
    """The id of a user, unit or cell, told as such or as its id."""
    return thing if isinstance(thing, int) else int(thing.pk)


def perhaps_key(thing: Any) -> int | None:
    return key_of(thing) if thing else None


def words(scene: Scene, name: str) -> str:
    """A text that may be missing."""
    return str(scene.told.get(name) or "")


def home(state: State) -> int:
    """The unit that answers for the matter."""
    duty = state.holder(UNIT)
    assert duty is not None
    return duty.unit
