"""Splitting off a part of a request for another unit; the whole is answered when its parts are."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.request import course, joined
from linli.kinds.request.commands.sending import sent
from linli.kinds.request.facts.splitting import Lapsed, PartAnswered, PartDropped, Split
from linli.kinds.request.forms.splitting import SplitForm
from linli.matters.command import Decision, Opening, Refused, Scene, command
from linli.matters.state import DESK, State
from linli.matters.told import home

SPLITTABLE = ("accepted", "dispatched", "in_progress", "redo")


def splittable(state: State) -> str:
    return NO_PART_OF_A_PART if joined.part_of(state) else ""


@command(
    msg("Give a part to another unit"),
    act="assign",
    of=DESK,
    form=SplitForm,
    stages=SPLITTABLE,
    guard=splittable,
    weight="aside",
    hint=msg("Its answer comes to this request, which is then answered as a whole."),
)
def split(scene: Scene) -> Decision:
    """Told: to_unit, title, task; perhaps why (where the catalogue names another unit, or none)."""
    state, going = scene.state, sent(scene)
    if going["unit"] == home(state):
        raise Refused(_("That unit handles the whole already. Choose another one."))
    number = scene.reserve(state.kind)
    told = {
        "part_of": scene.number,
        "unit": course.desk(state),
        "title": scene.told["title"],
        "text": scene.told["task"],
        "category": state.category,
        "cell": state.cell,
        "sent": going,
        **{name: state.data[name] for name in ("sort", "urgency", "confidential", "reported_unit")},
    }
    fact = Split(number=number, unit=going["unit"], task=scene.told["task"])
    return Decision((fact,), opening=Opening(state.kind, number, told))


@command(msg("Part answered"), act="handle", only_beside=True, weight="hidden")
def part_answered(scene: Scene) -> PartAnswered:
    """Told beside `reply` of the part: number, result, text, handlers."""
    told = {name: scene.told[name] for name in ("number", "result", "text")}
    return PartAnswered(**told, handlers=tuple(scene.told["handlers"]))


@command(msg("Part dropped"), act="assign", only_beside=True, weight="hidden")
def part_dropped(scene: Scene) -> PartDropped:
    """Told when a part ends without an answer: number."""
    return PartDropped(number=scene.told["number"])


@command(msg("The whole ended"), act="assign", only_beside=True, weight="hidden")
def lapse(scene: Scene) -> Lapsed:
    """Told to a part when the whole ends without a reply: number."""
    return Lapsed(number=scene.told["number"])


NO_PART_OF_A_PART = msg("It is a part itself. Split a further part off the whole.")
