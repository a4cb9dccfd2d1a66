"""Putting right what a request is, how urgent it is, and where."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.request import course, joined, secrecy
from linli.kinds.request.commands.limit import first_term, reply_again, reply_terms, soon_before
from linli.kinds.request.commands.points import point_told
from linli.kinds.request.facts.describing import KeptConfidential, PlaceCorrected, Reclassified
from linli.kinds.request.forms.describing import CorrectPlaceForm, KeepConfidentialForm, ReclassifyForm
from linli.kinds.request.rules import LIVE, UNDER_LIMIT
from linli.matters.command import Beside, Decision, Refused, Scene, command
from linli.matters.state import DESK, State
from linli.matters.told import perhaps_key, words

UNANSWERED = UNDER_LIMIT | {"handed_in"}
CONFIDENTIAL = msg("It is confidential already.")


def point_stays(scene: Scene, point: tuple[str, str] | None) -> bool:
    """Whether that of a confidential request was left as it was: who could not see it did not take it away."""
    if not scene.state.data.get("confidential"):
        return False
    return list(point) == scene.state.data["point"] if point else secrecy.point_hidden(scene)


def known(state: State) -> str:
    return CONFIDENTIAL if state.data.get("confidential") else ""


@command(
    msg("Put right what it is"),
    act="record",
    form=ReclassifyForm,
    stages=UNANSWERED,
    of=DESK,
    weight="aside",
    hint=msg("The limit is counted anew from when it began."),
)
def reclassify(scene: Scene) -> Reclassified:
    """Told: category, sort, urgency; what is left out stays. Said by the desk: the limit of the unit hangs on it."""
    state = scene.state
    before = {"category": state.category, "sort": state.data["sort"], "urgency": state.data["urgency"]}
    after = {name: words(scene, name) or was for name, was in before.items()}
    if after == before:
        raise Refused(_("That is what it is already. Change one of the three."))
    codes = reply_terms(scene.book.profile, sort=after["sort"], urgency=after["urgency"])
    reply = reply_again(scene, term=first_term(scene, codes, category=after["category"]), category=after["category"])
    return Reclassified(reply=reply, soon=soon_before(scene, reply) if reply else None, **after)


@command(msg("Put the place right"), act="record", form=CorrectPlaceForm, stages=UNANSWERED | {"redo"}, weight="aside")
def correct_place(scene: Scene) -> PlaceCorrected:
    """Told: perhaps place (left blank it stays), cell, point (lon, lat; who may not read it leaves it as it was)."""
    point = point_told(scene)
    cell = perhaps_key(scene.told.get("cell"))
    if not (words(scene, "place") or point or cell):
        raise Refused(_("Nothing was filled in. Say where it is."))
    stays = point_stays(scene, point)
    return PlaceCorrected(
        place=words(scene, "place"),
        cell=cell or scene.state.cell,
        point=None if stays else point,
        point_stays=stays,
    )


@command(
    msg("Keep confidential who asked"),
    act="record",
    form=KeepConfidentialForm,
    stages=LIVE,
    of=DESK,
    guard=known,
    along=joined.parts,
    weight="aside",
    hint=msg(
        "From then on units read the new title, what they are to do, and what units said of their work; all else that "
        "was written before, with every note and file, only the desk reads, in its parts too. What a unit has "
        "read it has read."
    ),
)
def keep_confidential(scene: Scene) -> Decision:
    """Told: title; task, where a unit has it; parts_task, where parts of it are not answered yet. Its parts are kept so
    with it: by the confidentiality of the Jinan regulation, article 32."""
    task = words(scene, "task")
    if scene.state.data["dispatches"] and not task.strip():
        raise Refused(_("It is confidential: write down what the unit is to do, without who asked."))
    fact = KeptConfidential(title=scene.told["title"], task=task)
    return Decision((fact,), beside=tuple(_parts_kept(scene)))


@command(msg("Kept confidential with the whole"), act="record", guard=known, only_beside=True, weight="hidden")
def keep_along(scene: Scene) -> KeptConfidential:
    """Told beside `keep_confidential` of the whole: title, task."""
    return KeptConfidential(title=scene.told["title"], task=scene.told["task"])


def _parts_kept(scene: Scene) -> Iterator[Beside]:
    """Each part that is not confidential yet: its words name who asked as well as those of the whole may."""
    task, waiting = words(scene, "parts_task"), course.open_parts(scene.state)
    for number in joined.parts(scene.state):
        part = scene.seen(number)
        if part and known(part):
            continue
        if number in waiting and not task.strip():
            raise Refused(_("It has parts that are not answered yet: write down what their units are to do."))
        told = {"title": scene.told["title"], "task": task if number in waiting else ""}
        yield Beside(number, keep_along.name, told)
