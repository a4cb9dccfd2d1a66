"""A whistle: a street or town calls departments in, they sign, get in touch and come, and the street judges them."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.request import whistles
from linli.kinds.request.commands.sending import refuse_reported
from linli.kinds.request.commands.units import stands_in
from linli.kinds.request.facts.whistle import (
    Arrived,
    ArrivedLate,
    WhistleBlown,
    WhistleContacted,
    WhistleContactedLate,
    WhistleRated,
    WhistleSigned,
    WhistleSignedLate,
    WhistleStep,
)
from linli.kinds.request.forms.whistle import ArriveForm, BlowForm, ContactWhistleForm, RateWhistleForm, SignWhistleForm
from linli.matters.command import Decision, Refused, Scene, command
from linli.matters.state import UNIT, State
from linli.matters.told import key_of, words
from linli.place.models import Unit
from linli.place.tree import STREETS
from linli.staff.models import Role
from linli.staff.posts import Held

CALLED_IN = ("accepted", "dispatched", "in_progress", "redo")
ANSWERED_IN = (*CALLED_IN, "return_asked", "suspended", "merged", "replied")
"""A department owes its steps also while the request waits or is answered."""
MINUTE = timedelta(minutes=1)
PAST = {
    WhistleSigned: (whistles.SIGN, WhistleSignedLate),
    WhistleContacted: (whistles.CONTACT, WhistleContactedLate),
    Arrived: (whistles.ARRIVE, ArrivedLate),
}
"""Of each step the mark that it keeps, and the fact when it comes late."""


def whistled(state: State) -> str:
    return "" if whistles.unrated(state) else NO_WHISTLE


@command(
    msg("Blow the whistle"),
    act="approve",
    form=BlowForm,
    stages=CALLED_IN,
    weight="aside",
    hint=msg("The head of a street or town calls departments in: each signs, gets in touch and comes in time."),
)
def blow(scene: Scene) -> Decision:
    """Told: units (departments), whistle_sort (work|hard), whistle_ground, said; leave, needed for a hard problem."""
    by = _head_of_a_street(scene)
    if scene.told["whistle_sort"] == "hard" and not words(scene, "leave").strip():
        raise Refused(_("A hard-problem whistle needs leave of the district or county first. Write down who gave it."))
    units = [_department(scene, unit, by=by) for unit in scene.told["units"]]
    if len(set(units)) < len(units):
        raise Refused(_("A department is named twice. Name each once."))
    return Decision(tuple(_blown(scene, units, by=by)), by=by)


@command(
    msg("Sign the call"),
    act="handle",
    form=SignWhistleForm,
    stages=ANSWERED_IN,
    guard=whistled,
)
def sign_whistle(scene: Scene) -> Decision:
    """Told: whistle (the event that called; not needed where the department was called once)."""
    return _step(scene, WhistleSigned)


@command(msg("In touch with the street"), act="handle", form=ContactWhistleForm, stages=ANSWERED_IN, guard=whistled)
def contact_whistle(scene: Scene) -> Decision:
    """Told: perhaps whistle, said."""
    return _step(scene, WhistleContacted, said=words(scene, "said"))


@command(msg("On the spot"), act="handle", form=ArriveForm, stages=ANSWERED_IN, guard=whistled)
def arrive(scene: Scene) -> Decision:
    """Told: perhaps whistle; said (what was done there)."""
    return _step(scene, Arrived, said=words(scene, "said"))


@command(
    msg("Judge how a department answered"),
    act="approve",
    form=RateWhistleForm,
    guard=whistled,
    weight="aside",
    hint=msg("By the street or town that called; with that the department's part ends."),
)
def rate_whistle(scene: Scene) -> Decision:
    """Told: whistle, satisfaction (five levels); perhaps said."""
    row = whistles.row_of(scene.state, int(scene.told["whistle"]))
    if row is None or row["rated"]:
        raise Refused(_("That call is judged already. Reload to see which are not."))
    by = next((post for post in scene.posts if post.unit_id == row["from_unit"]), None)
    if by is None or {by.user_id, by.for_user_id} & set(row["users"]):
        raise Refused(_("Only the street or town that called judges, and nobody who answered for the department."))
    fact = WhistleRated(
        whistle=row["seq"],
        unit=row["unit"],
        satisfaction=scene.told["satisfaction"],
        said=words(scene, "said"),
    )
    return Decision((fact,), by=by)


def _head_of_a_street(scene: Scene) -> Held:
    heads = [post for post in scene.posts if post.role == Role.LEADER.value]
    streets = Unit.objects.filter(pk__in=[post.unit_id for post in heads], kind__in=STREETS).values_list(
        "pk", flat=True
    )
    post = next((post for post in heads if post.unit_id in set(streets)), None)
    if post is None:
        raise Refused(_("Only the head of a street or town can call departments in."))
    return post


def _department(scene: Scene, told: Unit | int, *, by: Held) -> int:
    unit = key_of(told)
    refuse_reported(scene, told)
    handles = scene.state.holder(UNIT)
    if stands_in(told, by.unit_id) or (handles and handles.unit == unit):
        raise Refused(_("That unit belongs to the street or handles the request already. Call departments."))
    if any(row["unit"] == unit for row in whistles.unrated(scene.state)):
        raise Refused(_("That department is called already and not judged yet."))
    return unit


def _blown(scene: Scene, units: Iterable[int], *, by: Held) -> Iterator[WhistleBlown]:
    told = scene.told
    for unit in units:
        yield WhistleBlown(
            from_unit=by.unit_id,
            unit=unit,
            whistle_ground=told["whistle_ground"],
            whistle_sort=told["whistle_sort"],
            sign=scene.date(whistles.SIGN, "whistle.sign"),
            contact=scene.date(whistles.CONTACT, "whistle.contact"),
            arrive=scene.date(whistles.ARRIVE, f"whistle.arrive.{told['whistle_sort']}"),
            said=words(scene, "said"),
            leave=words(scene, "leave"),
        )


def _step(scene: Scene, fact: type[WhistleStep], **more: str) -> Decision:
    """The step of the department that was called, from a post in it; late by so many minutes."""
    sort, late = PAST[fact]
    posts = {post.unit_id: post for post in reversed(scene.posts)}
    rows = whistles.waiting_for(scene.state, sort, units=posts)
    told = scene.told.get("whistle")
    row = next((row for row in rows if told in (None, "", row["seq"])), None)
    if row is None:
        raise Refused(_("Your department was not called, or this step is done. Only who was called says it."))
    if sort != whistles.SIGN and not row["signed"]:
        raise Refused(_("Sign the call first."))
    minutes = _minutes_late(scene, whistles.mark_of(sort, row["seq"]))
    made = (late if minutes else fact)(whistle=row["seq"], unit=row["unit"], late_minutes=minutes, **more)
    return Decision((made,), by=posts[row["unit"]])


def _minutes_late(scene: Scene, name: str) -> int:
    """Whole minutes past the mark, a part of one counted as one."""
    mark = scene.state.marks.get(name)
    past = scene.at - mark.at if mark else timedelta()
    return max(0, -(-past // MINUTE)) if past > timedelta() else 0


NO_WHISTLE = msg("No department is called in here.")
