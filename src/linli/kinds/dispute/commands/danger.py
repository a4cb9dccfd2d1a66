"""The danger check."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute import choices
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.commands.stages import OPEN
from linli.kinds.dispute.facts.danger import DangerCleared, DangerFound
from linli.kinds.dispute.forms.danger import AssessForm
from linli.matters.command import Refused, Scene, command
from linli.matters.facts import Dated, Fact
from linli.matters.told import words


@command(
    msg("Check for danger"),
    act="assess",
    form=AssessForm,
    stages=OPEN,
    settled=guards.calm,
    hint=msg("One yes turns the matter red; a check with every answer no turns it back."),
)
def assess(scene: Scene) -> Fact:
    """Told: yes or no (bool) for every code of choices.QUESTIONS, and steps."""
    dangers = tuple(code for code in choices.QUESTIONS if scene.told[code])
    if dangers and not words(scene, "steps"):
        raise Refused(_("Write down what was done at once to keep people safe."))
    return danger_check(scene, dangers)


def danger_check(scene: Scene, dangers: tuple[str, ...]) -> Fact:
    """What a check comes to: one yes is danger."""
    safe = tuple(code for code in choices.DANGERS if code not in dangers)
    if not dangers:
        return DangerCleared(safe=safe, steps=words(scene, "steps"))
    return DangerFound(dangers=dangers, safe=safe, look_again=next_look(scene), steps=words(scene, "steps"))


def next_look(scene: Scene) -> Dated:
    """By when it is to be looked at again as long as someone may get hurt."""
    return scene.date("look_again", "dispute.danger_look", category="")
