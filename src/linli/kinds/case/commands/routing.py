"""Who answers for a case in person, and which unit does."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.case.commands import guards
from linli.kinds.case.commands.told import AT_WORK
from linli.kinds.case.facts.routing import Assigned
from linli.kinds.case.forms.routing import AssignForm, HandToForm
from linli.kinds.case.rules import LIVE
from linli.matters.command import Refused, Scene, command
from linli.matters.handing import HandedTo
from linli.matters.told import home, key_of, perhaps_key


@command(
    msg("Name leader, team lead and officer"),
    act="assign",
    form=AssignForm,
    stages=LIVE,
    settled=guards.taken_on,
    hint=msg("Whoever is left blank stays as named before."),
)
def assign(scene: Scene) -> Assigned:
    """Told: leader, team_lead, officer (users); at least one."""
    named = {f"{name}_user": perhaps_key(scene.told.get(name)) for name in ("leader", "team_lead", "officer")}
    if not any(named.values()):
        raise Refused(_("Name at least one of the three."))
    return Assigned(unit=home(scene.state), **named)


@command(
    msg("Hand to another unit"),
    act="assign",
    form=HandToForm,
    stages=AT_WORK,
    settled=guards.placed,
    hint=msg("To the unit that investigates it, such as the police station of the place."),
)
def hand_to(scene: Scene) -> HandedTo:
    """Told: to_unit, why."""
    unit = key_of(scene.told["to_unit"])
    if unit == home(scene.state):
        raise Refused(_("That unit answers for it already. Choose another one."))
    return HandedTo(from_unit=home(scene.state), unit=unit, why=scene.told["why"])
