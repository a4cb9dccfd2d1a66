"""Telling invented matters in hand by the very same rules: asks nobody's rights, so no door may import it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from linli.matters.command import Command, Refused, Scene
from linli.matters.kind import Kind
from linli.matters.models import Matter
from linli.matters.naming import keep_people_out
from linli.matters.record import record_many
from linli.matters.timeline import Timeline, begin
from linli.place.models import Unit
from linli.policy.book import Book
from linli.policy.numbering import next_number
from linli.staff.posts import Held

__all__ = ["begin_telling", "record_many", "tell"]


def begin_telling(kind: Kind, *, unit: Unit, told: Mapping[str, Any], by: Held, at: datetime, book: Book) -> Timeline:
    """Open a matter in hand; draws its number, so the caller is in a transaction."""
    line = begin(kind, number=next_number(kind.series, at=at))
    tell(line, kind.opening, told={**told, "unit": unit}, by=by, at=at, book=book)
    return line


def tell(line: Timeline, command: Command, *, told: Mapping[str, Any], by: Held, at: datetime, book: Book) -> None:
    """Say a command to a timeline in hand, by the very same rules; nothing is written until `record_many`.

    The caller has made sure that `by` may do the command's act there. Raises Refused.
    """
    line.catch_up(at)
    if refusal := line.kind.refusal(command, line.state, user=by.user_id):
        raise Refused(_(refusal))
    scene = Scene(state=line.state, told=told, by=by, at=at, book=book, number=line.number)
    facts = command.decided(scene).facts
    stored = Matter.objects.get(pk=line.matter_id) if line.matter_id else None
    keep_people_out(facts, before=[entry.fact for entry in line.entries], of=stored)
    for fact in facts:
        line.say(fact, by=by, at=at)
