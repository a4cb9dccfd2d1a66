"""Saying a command to a matter: lock, version, may?, stage?, decide, record; twice the same post changes nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial, wraps
from typing import Any, ParamSpec, TypeVar

from django.db import IntegrityError, OperationalError, transaction
from django.utils.translation import gettext as _

from linli.matters import access, ties
from linli.matters.access import Viewer
from linli.matters.command import Beside, Command, Decision, Opening, Refused, Scene
from linli.matters.kind import Kind, kind_named
from linli.matters.models import Matter, Receipt
from linli.matters.naming import keep_people_out
from linli.matters.reach import posts_for
from linli.matters.receipts import SentBefore, answer, content_of, receive, require_same
from linli.matters.record import Conflict, in_hand, record, record_new
from linli.matters.state import State
from linli.place.models import Unit
from linli.policy.book import Book, book
from linli.policy.numbering import NoSeries, next_number, void
from linli.policy.stamp import asked_once
from linli.staff.posts import Held

__all__ = [
    "Conflict",
    "Done",
    "NotAllowed",
    "Refused",
    "Saying",
    "SentBefore",
    "answered",
    "carry_out",
    "content_of",
    "decided",
    "in_hand",
    "open_matter",
    "past_a_deadlock",
    "scene_in",
]

DEADLOCK = "40P01"
Told = ParamSpec("Told")
Came = TypeVar("Came")


class NotAllowed(Exception):
    """The viewer sees the matter but no post of theirs may do this act."""


@dataclass(frozen=True)
class Saying:
    """One post of one user: who, when, under which key, having seen which version."""

    who: Viewer
    at: datetime
    key: str
    version: int = 0
    request: str = ""
    content: str = ""
    """A digest of what came in at the door, where that can be compared before the form is read; see `answered`."""


@dataclass(frozen=True)
class Done:
    """The matter as it stands after the command; `again` when this very post had been taken before."""

    matter: Matter
    again: bool = False


def past_a_deadlock(say: Callable[Told, Came]) -> Callable[Told, Came]:
    """Once more from the beginning where PostgreSQL broke a circle of waiting: the receipt was undone with the rest."""

    @wraps(say)
    def said(*told: Told.args, **more: Told.kwargs) -> Came:
        try:
            return say(*told, **more)
        except OperationalError as error:
            if getattr(error.__cause__, "sqlstate", "") != DEADLOCK:
                raise
        return say(*told, **more)

    return said


@past_a_deadlock
@asked_once()
def carry_out(command: Command, number: str, *, told: Mapping[str, Any], saying: Saying) -> Done:
    """Say a command to a matter.

    Raises Http404 (not theirs to see), NotAllowed, Refused (not lawful now), SentBefore, Conflict (somebody was first).
    """
    content = saying.content or content_of(command.name, number=number, told=told)
    try:
        with transaction.atomic():
            receive(saying.who.user, saying.key, content=content, at=saying.at)
            matter, others = _locked(saying, number, command, told)
            matter = _carry_out(command, matter, others, told=told, saying=saying)
            answer(saying.who.user, saying.key, matter)
            return Done(matter)
    except IntegrityError:
        if done := answered(replace(saying, content=content)):
            return done
        raise


@past_a_deadlock
@asked_once()
def open_matter(
    kind: Kind, *, unit: Unit, told: Mapping[str, Any], saying: Saying, opening: Command | None = None
) -> Done:
    """Open a matter of a kind in a unit, by its usual opening or another. Raises NotAllowed, Refused, SentBefore."""
    opening = opening or kind.opening
    by = access.posting_at(saying.who, opening.act, unit)
    if by is None:
        raise NotAllowed(opening.act)
    content = saying.content or content_of(f"open {kind.name}", number="", told={**told, "unit": unit})
    try:
        with transaction.atomic():
            receive(saying.who.user, saying.key, content=content, at=saying.at)
            number = _drawn(kind.series, at=saying.at)
            scene = _scene(State(kind=kind.name), by, number, told={**told, "unit": unit}, saying=saying)
            facts = opening.decided(scene).facts
            keep_people_out(facts)
            matter = record_new(kind, *facts, number=number, by=by, at=saying.at, request=saying.request)
            answer(saying.who.user, saying.key, matter)
            return Done(matter)
    except IntegrityError:
        if done := answered(replace(saying, content=content)):
            return done
        raise


def _locked(saying: Saying, number: str, command: Command, told: Mapping[str, Any]) -> tuple[Matter, dict[str, Matter]]:
    """The row, those of what was told that they may see, and those its state names, locked until the end.

    Always the lower id first, so that two people who name each other's matter never wait for each other.
    """
    seen, named = access.find(saying.who, number), command.named_in(told)
    others = set(access.visible(saying.who).filter(number__in=named).values_list("pk", flat=True)) if named else set()
    if along := command.along(in_hand(seen).state) if command.along else ():
        others |= set(Matter.objects.filter(number__in=along).values_list("pk", flat=True))
    rows = Matter.objects.select_for_update().filter(pk__in={seen.pk, *others}).order_by("pk")
    locked = {row.number: row for row in rows}
    if along and locked[number].version != seen.version:
        raise Conflict(number)
    return locked.pop(seen.number), locked


def _carry_out(
    command: Command, matter: Matter, others: Mapping[str, Matter], *, told: Mapping[str, Any], saying: Saying
) -> Matter:
    by = None if command.only_beside else access.posting(saying.who, command.act, matter, of=command.of)
    if by is None:
        raise NotAllowed(command.act)
    if matter.version != saying.version:
        raise Conflict(matter.number)
    line = in_hand(matter)
    decision = _decided(command, matter, line.state, by=by, told=told, saying=saying)
    by = decision.by or by
    moved = record(line, *decision.facts, locked=matter, by=by, at=saying.at, request=saying.request)
    if decision.opening:
        _open_other(decision.opening, by=by, saying=saying, handed_by=moved)
    rows = dict(others)
    for beside in decision.beside:
        rows[beside.number] = _say_beside(beside, rows[beside.number], by=by, saying=saying)
    return moved


def _decided(
    command: Command, matter: Matter, state: State, *, by: Held, told: Mapping[str, Any], saying: Saying
) -> Decision:
    scene = scene_in(matter, state, command, by=by, told=told, saying=saying, policy=book(saying.at))
    return decided(command, scene, matter)


def scene_in(
    matter: Matter,
    state: State,
    command: Command,
    *,
    by: Held,
    told: Mapping[str, Any],
    saying: Saying,
    policy: Book,
    **instead: Any,
) -> Scene:
    """All that a command said to this matter may look at; `instead`: what it may do there otherwise than usual."""
    others = partial(posts_for, saying.who, command.act, matter, of=command.of)
    more = {"others": others, **instead}
    return _scene(state, by, matter.number, told=told, saying=saying, policy=policy, **more)


def decided(command: Command, scene: Scene, matter: Matter) -> Decision:
    """What the command decides there, by the rules of the kind. Raises Refused."""
    if refusal := kind_named(matter.kind).refusal(command, scene.state, user=scene.by.user_id):
        raise Refused(_(refusal))
    decision = command.decided(scene)
    keep_people_out(decision.facts, of=matter)
    return decision


def _say_beside(beside: Beside, other: Matter, *, by: Held, saying: Saying) -> Matter:
    """Say the verb to the other matter by the same rules: a post for its act, its stage, its guard, its own event.

    What can only be said beside another is said from the post (`by`) of the step that it follows. Returns its row.
    """
    command = kind_named(other.kind).command(beside.verb)
    post = _post_beside(command, other, by=by, saying=saying) if command else None
    if command is None or post is None:
        sentence = _("None of your posts may do this in {number} too. Ask the head of its unit.")
        raise Refused(sentence.format(number=other.number))
    line = in_hand(other)
    try:
        decision = _decided(command, other, line.state, by=post, told=beside.told, saying=saying)
    except Refused as refused:
        raise Refused(f"{other.number}: {refused}") from refused
    return record(line, *decision.facts, locked=other, by=decision.by or post, at=saying.at, request=saying.request)


def _post_beside(command: Command, other: Matter, *, by: Held, saying: Saying) -> Held | None:
    return by if command.only_beside else access.posting(saying.who, command.act, other, of=command.of)


def _open_other(opening: Opening, *, by: Held, saying: Saying, handed_by: Matter) -> None:
    """Open the matter that this one is handed over to, in the same transaction."""
    kind = kind_named(opening.kind)
    if kind.taking_over is None:
        raise Refused(_("Nothing can be handed over to this kind of matter."))
    scene = _scene(State(kind=kind.name), by, opening.number, told=opening.told, saying=saying)
    facts = kind.taking_over.decided(scene).facts
    keep_people_out(facts, of=handed_by)
    record_new(kind, *facts, number=opening.number, by=by, at=saying.at, request=saying.request)


def _scene(
    state: State,
    by: Held,
    number: str,
    *,
    told: Mapping[str, Any],
    saying: Saying,
    policy: Book | None = None,
    **instead: Any,
) -> Scene:
    can: dict[str, Any] = {
        "reserve": lambda kind: _drawn(kind_named(kind).series, at=saying.at),
        "draw": lambda series: _drawn(series, at=saying.at),
        "void": lambda number, reason: _voided(number, reason=reason, at=saying.at),
        "seen": lambda number: _state_seen(saying.who, number),
        "sharing": lambda sort, number: tuple(ties.sharing(saying.who, sort, number).values_list("number", flat=True)),
        **instead,
    }
    return Scene(state=state, told=told, by=by, at=saying.at, book=policy or book(saying.at), number=number, **can)


def _drawn(series: str, *, at: datetime) -> str:
    """The next number of a series. Raises Refused when the office has none: the words say what to do."""
    try:
        return next_number(series, at=at)
    except NoSeries as missing:
        raise Refused(str(missing)) from missing


def _voided(number: str, *, reason: str, at: datetime) -> None:
    try:
        void(number, reason=reason, at=at)
    except NoSeries as missing:
        raise Refused(str(missing)) from missing


def _state_seen(who: Viewer, number: str) -> State | None:
    matter = ties.numbered(who, number)
    return in_hand(matter).state if matter else None


def answered(saying: Saying) -> Done | None:
    """The answer this very post had the first time; None when it is new.

    Raises SentBefore when the key answered for another content, Http404 when the matter is no longer theirs.
    """
    receipt = Receipt.objects.select_related("matter").filter(user=saying.who.user, key=saying.key).first()
    if receipt is None or receipt.matter is None:
        return None
    require_same(receipt, content=saying.content)
    if saying.who.only is not None:
        return Done(receipt.matter, again=True)
    return Done(access.find(saying.who, receipt.matter.number), again=True)
