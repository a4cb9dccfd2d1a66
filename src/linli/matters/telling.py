"""Telling invented matters in hand by the very same rules: asks nobody's rights, so no door may import it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from linli.matters.command import Beside, Command, Decision, Opening, Refused, Scene
from linli.matters.facts import Fact
from linli.matters.kind import Kind, kind_named
from linli.matters.models import Matter
from linli.matters.naming import keep_people_out
from linli.matters.record import record_many, say
from linli.matters.state import State
from linli.matters.timeline import Timeline, begin
from linli.place.models import Unit
from linli.policy.book import Book
from linli.policy.numbering import next_number, void
from linli.staff.posts import Held

__all__ = ["Hand", "begin_telling", "record_many", "tell"]


@dataclass
class Hand:
    """The other matters in hand, by number: those a command may name, and where one lays what it opens."""

    speaker: Callable[[Command, Timeline, Held], Held]
    """The post of the same user that says a command there: the caller has made sure that it may."""
    lines: dict[str, Timeline] = field(default_factory=dict)

    def seen(self, number: str) -> State | None:
        return self.lines[number].state if number in self.lines else None

    def sharing(self, sort: str, number: str) -> tuple[str, ...]:
        return tuple(line.number for line in self.lines.values() if number in line.state.tied(sort))


def begin_telling(
    kind: Kind,
    *,
    unit: Unit,
    told: Mapping[str, Any],
    by: Held,
    at: datetime,
    book: Book,
    opening: Command | None = None,
) -> Timeline:
    """Open a matter in hand; draws its number, so the caller is in a transaction."""
    line = begin(kind, number=next_number(kind.series, at=at))
    tell(line, opening or kind.opening, told={**told, "unit": unit}, by=by, at=at, book=book)
    return line


def tell(
    line: Timeline,
    command: Command,
    *,
    told: Mapping[str, Any],
    by: Held,
    at: datetime,
    book: Book,
    hand: Hand | None = None,
) -> None:
    """Say a command to a timeline in hand, by the very same rules; nothing is written until `record_many`.

    The caller has made sure that `by` may do the command's act there. Raises Refused; then write nothing in hand.
    """
    line.catch_up(at)
    if refusal := line.kind.refusal(command, line.state, user=by.user_id):
        raise Refused(_(refusal))
    decision = command.decided(_scene(line, told, by=by, at=at, book=book, hand=hand))
    if hand is None:
        _refuse_beyond(decision, command, line)
    _say(line, decision.facts, by=by, at=at)
    if hand is not None:
        _say_beyond(hand, decision, line, by=by, at=at, book=book)


def _refuse_beyond(decision: Decision, command: Command, line: Timeline) -> None:
    if decision.opening or decision.beside:
        raise LookupError(f"{command.name} goes beyond {line.number}: tell it with the others in hand")


def _say(line: Timeline, facts: tuple[Fact, ...], *, by: Held, at: datetime) -> None:
    _keep_people_out(facts, of=line)
    say(line, *facts, by=by, at=at)


def _say_beyond(hand: Hand, decision: Decision, line: Timeline, *, by: Held, at: datetime, book: Book) -> None:
    if decision.opening:
        _open_other(hand, decision.opening, handed_by=line, by=by, at=at, book=book)
    for beside in decision.beside:
        _say_beside(hand, beside, by=by, at=at, book=book)


def _open_other(hand: Hand, opening: Opening, *, handed_by: Timeline, by: Held, at: datetime, book: Book) -> None:
    """Lay the matter that this one goes on as beside it."""
    kind = kind_named(opening.kind)
    if kind.taking_over is None:
        raise Refused(_("Nothing can be handed over to this kind of matter."))
    line = hand.lines[opening.number] = begin(kind, number=opening.number)
    facts = kind.taking_over.decided(_scene(line, opening.told, by=by, at=at, book=book, hand=hand)).facts
    _keep_people_out(facts, of=handed_by)
    _say(line, facts, by=by, at=at)


def _say_beside(hand: Hand, beside: Beside, *, by: Held, at: datetime, book: Book) -> None:
    other = hand.lines[beside.number]
    command = other.kind.command(beside.verb)
    if command is None:
        raise LookupError(beside.verb)
    speaker = by if command.only_beside else hand.speaker(command, other, by)
    try:
        tell(other, command, told=beside.told, by=speaker, at=at, book=book, hand=hand)
    except Refused as refused:
        raise Refused(f"{other.number}: {refused}") from refused


def _keep_people_out(facts: tuple[Fact, ...], *, of: Timeline) -> None:
    stored = Matter.objects.get(pk=of.matter_id) if of.matter_id else None
    keep_people_out(facts, before=[entry.fact for entry in of.entries], of=stored)


def _scene(line: Timeline, told: Mapping[str, Any], *, by: Held, at: datetime, book: Book, hand: Hand | None) -> Scene:
    alone = Scene(state=line.state, told=told, by=by, at=at, book=book, number=line.number)
    if hand is None:
        return alone
    return alone._replace(
        reserve=lambda kind: next_number(kind_named(kind).series, at=at),
        draw=lambda series: next_number(series, at=at),
        void=lambda number, reason: void(number, reason=reason, at=at),
        seen=hand.seen,
        sharing=hand.sharing,
    )
