"""Reading what was told: the same from a form, from another matter and from a script."""

import re
from typing import Any

from django.utils.translation import gettext as _

from linli.matters.command import Refused, Scene
from linli.matters.state import UNIT, State

BLANK = re.compile("【[^】]{0,20}】")


def key_of(thing: Any) -> int:
    """The id of a user, unit or cell, told as such or as its id."""
    return thing if isinstance(thing, int) else int(thing.pk)


def perhaps_key(thing: Any) -> int | None:
    return key_of(thing) if thing else None


def words(scene: Scene, name: str) -> str:
    """A text that may be missing."""
    return str(scene.told.get(name) or "")


def filled(scene: Scene, name: str) -> str:
    """A text that may be missing, but in which nothing that a ready phrase leaves open, as 【日期】, is left open.

    Raises Refused.
    """
    text = words(scene, name)
    if left := BLANK.search(text):
        raise Refused(
            _("{blank} is still to be filled in. Write what belongs there, or take it out.").format(blank=left[0])
        )
    return text


def home(state: State) -> int:
    """The unit that answers for the matter."""
    duty = state.holder(UNIT)
    assert duty is not None
    return duty.unit
