"""Who asked does not decide."""

from django.utils.translation import gettext as _

from linli.kinds.request.course import Row
from linli.matters.command import Refused, Scene


def refuse_own(scene: Scene, asked: Row | None) -> None:
    """Two pairs of eyes: more time or a return is decided by somebody else than who asked for it."""
    if asked and asked["by_user"] == scene.by.user_id:
        raise Refused(_("You asked for this yourself. Somebody else at the desk decides."))
