"""Recording a follow-up visit."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute.commands.days import today
from linli.kinds.dispute.facts.visits import Visited
from linli.kinds.dispute.forms.ending import VisitForm
from linli.matters.command import Refused, Scene, command


@command(
    msg("Record a follow-up visit"),
    act="handle",
    form=VisitForm,
    stages=("agreed", "performed", "terminated"),
    hint=msg("Is it performed, are the sides content, does anything flare up again?"),
)
def visit(scene: Scene) -> Visited:
    """Told: visited_on, performance_found, satisfaction, escalation, findings."""
    told, escalation = scene.told, bool(scene.told.get("escalation"))
    if told["visited_on"] > today(scene):
        raise Refused(_("That day has not come yet. Put in a day up to today."))
    return Visited(
        visited_on=told["visited_on"],
        performance_found=told["performance_found"],
        satisfaction=told["satisfaction"],
        escalation=escalation,
        findings=told["findings"],
        look_again=scene.date("look_again", "dispute.danger_look", category="") if escalation else None,
    )
