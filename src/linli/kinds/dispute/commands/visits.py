"""Recording a follow-up visit."""

from linli.ground.text import msg
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.commands.days import AGREEMENT, END, PERFORMANCE, refuse_odd_day
from linli.kinds.dispute.facts.visits import Visited
from linli.kinds.dispute.forms.ending import VisitForm
from linli.matters.command import Scene, command


@command(
    msg("Record a follow-up visit"),
    act="handle",
    form=VisitForm,
    stages=("agreed", "performed", "terminated"),
    settled=guards.followed_up,
    hint=msg("Is it performed, are the sides content, does anything flare up again?"),
)
def visit(scene: Scene) -> Visited:
    """Told: visited_on, performance_found, satisfaction, escalation, findings."""
    told, escalation = scene.told, bool(scene.told.get("escalation"))
    refuse_odd_day(scene, told["visited_on"], AGREEMENT, PERFORMANCE, END)
    return Visited(
        visited_on=told["visited_on"],
        performance_found=told["performance_found"],
        satisfaction=told["satisfaction"],
        escalation=escalation,
        findings=told["findings"],
        look_again=scene.date("look_again", "dispute.danger_look", category="") if escalation else None,
    )
