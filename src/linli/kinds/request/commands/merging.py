"""Letting a request go with an earlier one of the same matter, so that each resident gets an answer of their own."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.request import course, joined
from linli.kinds.request.facts.merging import Absorbed, AnsweredAlong, Merged, Released, Unmerged, WentAlone
from linli.kinds.request.forms.merging import MergeForm, UnmergeForm
from linli.matters.command import Beside, Decision, Refused, Scene, command
from linli.matters.state import DESK, State
from linli.place.models import Unit
from linli.place.tree import path_of
from linli.staff.posts import Held, covering

MERGEABLE = ("handed_in", "accepted", "dispatched", "return_asked", "in_progress")
ABSORBING = frozenset({"accepted", "dispatched", "return_asked", "in_progress", "suspended", "redo"})


def alone(state: State) -> str:
    """What others go with, or is part of another or has parts of its own, stands for itself."""
    if joined.waiting(state):
        return OTHERS_GO_WITH_IT
    return PARTS if joined.part_of(state) or course.open_parts(state) else ""


@command(
    msg("Merge into an earlier request"),
    act="assign",
    of=DESK,
    form=MergeForm,
    stages=MERGEABLE,
    guard=alone,
    beside=("into",),
    weight="aside",
    hint=msg("The same matter, reported again: the resident still gets an answer and is asked about it."),
)
def merge(scene: Scene) -> Decision:
    """Told: into (the number of the earlier request), why."""
    into = scene.told["into"]
    if into == scene.number:
        raise Refused(_("That is the number of this very request. Put in the other one's."))
    other = scene.seen(into)
    if other is None or other.kind != scene.state.kind:
        raise Refused(_("There is no such request here. Put in its number, such as QS-2026-000001."))
    _refuse_unfit(scene, other)
    by = _of_both_desks(scene, other)
    beside = Beside(into, absorb.name, {"number": scene.number})
    return Decision((Merged(number=into, why=scene.told["why"]),), beside=(beside,), by=by)


@command(
    msg("Let it go by itself again"), act="assign", of=DESK, form=UnmergeForm, stages=("merged",), along=joined.above
)
def unmerge(scene: Scene) -> Decision:
    """Told: why. Both are then as if they had only waited."""
    number = joined.merged_into(scene.state)
    beside = Beside(number, release.name, {"number": scene.number})
    return Decision((Unmerged(number=number, why=scene.told["why"]),), beside=(beside,))


@command(msg("Goes with this one"), act="assign", stages=ABSORBING, only_beside=True, weight="hidden")
def absorb(scene: Scene) -> Absorbed:
    """Told beside `merge`: number."""
    return Absorbed(number=scene.told["number"])


@command(msg("No longer goes with this one"), act="assign", only_beside=True, weight="hidden")
def release(scene: Scene) -> Released:
    """Told beside `unmerge`, `take_back` or `withdraw`: number."""
    return Released(number=scene.told["number"])


@command(msg("Goes by itself"), act="assign", stages=("merged",), only_beside=True, weight="hidden")
def go_alone(scene: Scene) -> WentAlone:
    """Told when the one it goes with ends without a reply: number."""
    return WentAlone(number=scene.told["number"])


@command(msg("Answered along"), act="handle", stages=("merged",), only_beside=True, weight="hidden")
def answer_along(scene: Scene) -> AnsweredAlong:
    """Told beside `reply`: number, unit, handlers, text, measures, legal_basis, result."""
    told = {name: scene.told[name] for name in ("number", "unit", "text", "measures", "legal_basis", "result")}
    callback = scene.date("callback", "request.callback")
    return AnsweredAlong(**told, handlers=tuple(scene.told["handlers"]), callback=callback)


def _refuse_unfit(scene: Scene, other: State) -> None:
    ours, state = scene.told["into"], scene.state
    if joined.merged_into(other):
        sentence = _("{number} goes with {other} itself. Merge into that one.")
        raise Refused(sentence.format(number=ours, other=joined.merged_into(other)))
    if other.stage not in ABSORBING or joined.part_of(other):
        sentence = _("{number} is answered, closed or not accepted yet, or a part: nothing can go with it.")
        raise Refused(sentence.format(number=ours))
    if (other.opened_at, ours) > (state.opened_at, scene.number):
        raise Refused(_("{number} came in later. Merge that one into this one.").format(number=ours))
    if "danger" in state.flags and "danger" not in other.flags:
        raise Refused(_("{number} is less urgent than this one. Put right how urgent it is first.").format(number=ours))
    if state.data["reported_unit"] != other.data["reported_unit"]:
        raise Refused(_("Another unit is complained of there: the answer must not come from who is complained of."))


def _of_both_desks(scene: Scene, other: State) -> Held:
    """A post of theirs that speaks for the desks of both."""
    desk = course.desk(other)
    if desk == course.desk(scene.state):
        return scene.by
    path = path_of(Unit.objects.get(pk=desk))
    post = next((post for post in scene.posts if covering((post,), "assign", path)), None)
    if post is None:
        raise Refused(
            _("Another desk took {number} in. Ask somebody above both desks.").format(number=scene.told["into"])
        )
    return post


OTHERS_GO_WITH_IT = msg("Other requests go with this one. Let them go by themselves first.")
PARTS = msg("It is a part of another request, or has parts that are not answered yet.")
