"""The danger check, taking a dispute on, and who answers for it."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute import choices
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.commands.opening import danger_check
from linli.kinds.dispute.commands.told import OPEN, home, key_of, limit_start, perhaps_key, term_of, words
from linli.kinds.dispute.facts.routing import Accepted, Assigned, HandedTo
from linli.kinds.dispute.forms.opening import AcceptForm, AssessForm, AssignForm, HandToForm
from linli.matters.command import Refused, Scene, command
from linli.matters.facts import Fact


@command(
    msg("Check for danger"),
    act="assess",
    form=AssessForm,
    stages=OPEN,
    hint=msg("One yes turns the matter red; a check with every answer no turns it back."),
)
def assess(scene: Scene) -> Fact:
    """Told: yes or no (bool) for every code of choices.QUESTIONS, and steps."""
    dangers = tuple(code for code in choices.QUESTIONS if scene.told[code])
    if dangers and not words(scene, "steps"):
        raise Refused(_("Write down what was done at once to keep people safe."))
    return danger_check(scene, dangers)


@command(
    msg("Take on"),
    act="record",
    form=AcceptForm,
    stages=("registered",),
    guard=guards.all_of(guards.two_sides, guards.checked, guards.nobody_refuses),
    hint=msg("The limit counts from here; for a court's commission from the signed receipt."),
)
def accept(scene: Scene) -> Accepted:
    """Told: note."""
    term, start_at = term_of(scene.state), limit_start(scene)
    limit = scene.date("limit", term, start_at=start_at)
    return Accepted(limit=limit, term=term, start_at=start_at, note=words(scene, "note"))


@command(msg("Name who is in charge"), act="assign", form=AssignForm, stages=OPEN, weight="aside")
def assign(scene: Scene) -> Assigned:
    """Told: leader, team_lead (users); at least one."""
    leader, team_lead = perhaps_key(scene.told.get("leader")), perhaps_key(scene.told.get("team_lead"))
    if leader is None and team_lead is None:
        raise Refused(_("Name a leader in charge or a head of the team."))
    return Assigned(unit=home(scene.state), leader_user=leader, team_lead_user=team_lead)


@command(
    msg("Hand to another unit"),
    act="assign",
    form=HandToForm,
    stages=("registered", "accepted", "mediating"),
    weight="aside",
)
def hand_to(scene: Scene) -> HandedTo:
    """Told: to_unit, why."""
    unit = key_of(scene.told["to_unit"])
    if unit == home(scene.state):
        raise Refused(_("That unit answers for it already. Choose another one."))
    return HandedTo(from_unit=home(scene.state), unit=unit, why=scene.told["why"])
