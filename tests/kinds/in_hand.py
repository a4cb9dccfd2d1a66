"""A matter told without a database: the heart's pure timeline under a policy read from its files."""

import csv
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, Self

from django.utils.translation import gettext as _

from linli.matters.command import Command, Refused, Scene
from linli.matters.kind import Kind
from linli.matters.state import State
from linli.matters.timeline import begin
from linli.policy.book import Book, TermRow
from linli.staff.posts import Held

UNIT, OTHER_UNIT = 7, 8


class InHand:
    """One matter of a kind; `by` is who says the next step."""

    def __init__(self, kind: Kind, *, policy: Callable[[datetime], Book], by: int, at: datetime, **told: Any) -> None:
        self.timeline = begin(kind, number=f"{kind.name.upper()}-2026-000001")
        self.policy, self.usual = policy, by
        self.say(kind.opening, at=at, unit=UNIT, **told)

    def say(self, command: Command, *, at: datetime, by: Any = 0, **told: Any) -> Self:
        if refusal := command.refusal(self.state) if self.timeline.seq else "":
            raise Refused(_(refusal))
        user, path = by or self.usual, (UNIT, None, None, None)
        post = Held(post_id=1, user_id=user, role="lead", unit_id=UNIT, level=1, path=path)
        scene = Scene(state=self.state, told=told, by=post, at=at, book=self.policy(at), number=self.timeline.number)
        for fact in command.decided(scene).facts:
            self.timeline.say(fact, by=post, at=at)
        return self

    def wait(self, at: datetime) -> Self:
        """Let the clock run on."""
        self.timeline.catch_up(at)
        return self

    @property
    def state(self) -> State:
        return self.timeline.state

    @property
    def light(self) -> tuple[str, str]:
        return self.state.colour, self.state.because

    @property
    def facts(self) -> list[str]:
        return [type(entry.fact).__name__ for entry in self.timeline.entries]


def rows_of(file: Path) -> Iterator[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


def terms_of(rows: Iterable[dict[str, str]], *, kind: str) -> tuple[TermRow, ...]:
    """The terms of a kind, as the profile's file tells them."""
    return tuple(
        TermRow(
            code=row["code"],
            kind=row["kind"],
            category=row["category"] or None,
            span=row["span"],
            starts=row["starts"],
            rolls=row["rolls"] == "1",
            profile=row["profile"],
            basis=row["basis"],
            valid_from=date.fromisoformat(row["valid_from"]),
            valid_until=None,
        )
        for row in rows
        if row["kind"] == kind
    )
