"""Sending a request to the unit that handles it, and what becomes of it when the unit holds it is not in charge."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.request import course
from linli.kinds.request.commands import guards
from linli.kinds.request.commands.decisions import refuse_own
from linli.kinds.request.commands.sending import refuse_listed, sent
from linli.kinds.request.facts.routing import Designated, Dispatched, ReDispatched, ReturnAsked, ReturnUpheld
from linli.kinds.request.forms.routing import (
    DesignateForm,
    DispatchForm,
    ReDispatchForm,
    SendBackForm,
    UpholdReturnForm,
)
from linli.matters.command import Refused, Scene, command
from linli.matters.state import DESK, UNIT
from linli.matters.told import home, key_of, words

WITH_UNIT = ("dispatched", "in_progress")
RETURN_ASKED = ("return_asked",)


@command(msg("Dispatch"), act="assign", form=DispatchForm, stages=("accepted",), of=DESK)
def dispatch(scene: Scene) -> Dispatched:
    """Told: to_unit; perhaps assisting (units), why (where the catalogue names another unit, or none), task (needed
    where it is confidential).
    """
    return Dispatched(**sent(scene))


@command(
    msg("Return it"),
    act="handle",
    form=SendBackForm,
    stages=WITH_UNIT,
    guard=guards.returnable,
    of=UNIT,
    weight="aside",
    hint=msg("Only if it is clearly not your duty, and only once. The desk rules; the limit runs on."),
)
def send_back(scene: Scene) -> ReturnAsked:
    """Told: return_ground, why."""
    ground, unit = scene.told["return_ground"], home(scene.state)
    if ground == "not_on_duty_list":
        refuse_listed(scene, unit)
    return ReturnAsked(
        unit=unit, return_ground=ground, why=scene.told["why"], ruling=scene.date("ruling", "request.ruling")
    )


@command(msg("Uphold the return"), act="assign", form=UpholdReturnForm, stages=RETURN_ASKED, of=DESK)
def uphold_return(scene: Scene) -> ReturnUpheld:
    """Told: perhaps note. It is at the desk again, to be dispatched anew."""
    refuse_own(scene, course.last_return(scene.state))
    return ReturnUpheld(
        unit=course.desk(scene.state),
        dispatch=scene.date("dispatch", "request.dispatch"),
        note=words(scene, "note"),
    )


@command(
    msg("Dispatch to another unit"),
    act="assign",
    form=ReDispatchForm,
    stages=(*WITH_UNIT, *RETURN_ASKED),
    of=DESK,
    settled=guards.no_return_asked,
)
def re_dispatch(scene: Scene) -> ReDispatched:
    """Told: as for dispatch. The limit of the reply runs on."""
    if scene.state.stage in RETURN_ASKED:
        refuse_own(scene, course.last_return(scene.state))
    if key_of(scene.told["to_unit"]) == home(scene.state):
        raise Refused(_("That unit has it already. Choose another one, or designate it for good."))
    return ReDispatched(**sent(scene))


@command(
    msg("Designate a unit for good"),
    act="assign",
    form=DesignateForm,
    stages=RETURN_ASKED,
    of=DESK,
    hint=msg("This unit or another one; it may then not be returned any more."),
)
def designate(scene: Scene) -> Designated:
    """Told: as for dispatch, and why in any case."""
    refuse_own(scene, course.last_return(scene.state))
    if not words(scene, "why").strip():
        raise Refused(_("Say why that unit is in charge: it may not return the request any more."))
    return Designated(**sent(scene))
