"""Who asked does not decide."""

from typing import Any

from django.utils.translation import gettext as _

from linli.matters.command import Refused, Scene


def refuse_own(scene: Scene, asked: dict[str, Any]) -> None:
    """Two pairs of eyes: an extension or a result is decided by somebody else than who asked for it."""
    if asked["by_user"] == scene.by.user_id:
        raise Refused(_("You asked for this yourself. Somebody else with the right to approve decides."))
