"""Stopping the clock and letting it go on."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute.commands.limit import limit_again, limit_is_over
from linli.kinds.dispute.facts.clock import Paused, Resumed
from linli.kinds.dispute.forms.clock import PauseForm, ResumeForm
from linli.matters.command import Refused, Scene, command
from linli.matters.told import words


@command(
    msg("Stop the clock"),
    act="mediate",
    form=PauseForm,
    stages=("mediating",),
    weight="aside",
    hint=msg("The time of an expert appraisal is not counted."),
)
def pause(scene: Scene) -> Paused:
    """Told: pause_reason, why."""
    if limit_is_over(scene):
        raise Refused(
            _("The limit has run out, so the clock cannot be stopped any more. Settle it, or end the mediation.")
        )
    return Paused(pause_reason=scene.told["pause_reason"], why=words(scene, "why"))


@command(msg("Let the clock go on"), act="mediate", form=ResumeForm, stages=("paused",))
def resume(scene: Scene) -> Resumed:
    """Told: note."""
    return Resumed(limit=limit_again(scene, until_at=scene.at), note=words(scene, "note"))
