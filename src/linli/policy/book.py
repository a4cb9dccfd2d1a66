"""The book of policy as it stands at one moment: which term holds, and the due date it gives, with its basis."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from linli.ground.clock import day_of, parse_moment, utc_text
from linli.ground.due import Deadline, Pause, due, same_walk
from linli.ground.span import Limit, Span
from linli.ground.text import msg
from linli.ground.workdays import Calendar
from linli.policy.calendar import calendar_under
from linli.policy.centre import the_centre
from linli.policy.models import USUAL_PROFILE, Catalogue, Category, Term, TownDuty
from linli.policy.stamp import Stamp, stamp

NO_TERM = msg("No term “{code}” is in force on {day}. An administrator can add it in the office.")

MOST = 20_000
Parents = Mapping[tuple[str, str], str]


class NoTerm(LookupError):
    """The office has not said how long this is given."""


@dataclass(frozen=True, kw_only=True)
class TermRow:
    """One dated row of the office's terms, cut loose from the database."""

    code: str
    kind: str
    category: str | None
    span: str
    starts: str
    rolls: bool
    profile: str
    basis: str
    valid_from: date
    valid_until: date | None

    @property
    def limit(self) -> Limit:
        return limit_of(self.span, self.starts, self.rolls)

    @cached_property
    def said(self) -> Mapping[str, Any]:
        """What every basis says that is counted by it."""
        of_the_term = {"term": self.code, "span": self.span, "starts": self.starts, "rolls": self.rolls}
        return {**of_the_term, "profile": self.profile, "law": self.basis}

    def holds(self, on: date) -> bool:
        return self.valid_from <= on and (self.valid_until is None or on <= self.valid_until)


class DueBy(NamedTuple):
    """A moment to be kept, with everything needed to explain it and to find it again."""

    at: datetime
    provisional: bool
    basis: dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Book:
    """Calendar and terms, read once and asked many times."""

    at: datetime
    calendar: Calendar
    terms: tuple[TermRow, ...]
    parents: Parents
    profile: str = USUAL_PROFILE
    """By which of the terms' profiles the centre counts the limits of requests."""
    catalogue: tuple[Catalogue, ...] = ()
    town_duties: tuple[TownDuty, ...] = ()
    """The office's lists: who is in charge of what, and what streets and towns are to do."""

    def term(self, code: str, *, kind: str = "", category: str | None = None, on: date) -> TermRow:
        """The row that holds on the day: for this category, else one above it, else the kind, else any."""
        for row in self._ranked(code, kind, category):
            if row.holds(on):
                return row
        raise NoTerm(_(NO_TERM).format(code=code, day=on.isoformat()))

    def _ranked(self, code: str, kind: str, category: str | None) -> Sequence[TermRow]:
        """The rows that may fit, nearest first: looked for once, for many matters ask alike."""
        asked = (code, kind, category)
        if asked not in self.ranked:
            if len(self.ranked) >= MOST:
                self.ranked.clear()
            near = {wanted: place for place, wanted in enumerate((*self.upwards(kind, category), None))}
            rows = [row for row in self.by_code.get(code, ()) if row.kind in ("", kind) and row.category in near]
            rows.sort(key=lambda row: (row.kind != "", row.valid_from), reverse=True)
            self.ranked[asked] = sorted(rows, key=lambda row: near[row.category])
        return self.ranked[asked]

    @cached_property
    def ranked(self) -> dict[tuple[str, str, str | None], Sequence[TermRow]]:
        return {}

    @cached_property
    def by_code(self) -> Mapping[str, Sequence[TermRow]]:
        found: dict[str, list[TermRow]] = {}
        for row in self.terms:
            found.setdefault(row.code, []).append(row)
        return found

    def first_of(self, codes: Sequence[str], *, kind: str, category: str | None, on: date) -> str:
        """The first of these codes with a term in force. Raises NoTerm for the last where none has one."""
        for code in codes[:-1]:
            if code not in self.by_code:
                continue
            try:
                return self.term(code, kind=kind, category=category, on=on).code
            except NoTerm:
                continue
        return self.term(codes[-1], kind=kind, category=category, on=on).code

    def deadline(
        self,
        code: str,
        start_at: datetime,
        *,
        kind: str = "",
        category: str | None = None,
        pauses: Iterable[Pause] = (),
        extra: Span | None = None,
    ) -> DueBy:
        """When it is due by the term that held on the day it began."""
        row = self.term(code, kind=kind, category=category, on=day_of(start_at, zone=self.calendar.zone))
        basis = {
            **row.said,
            "calendar": self.calendar.version,
            "start_at": utc_text(start_at),
            "pauses": [[utc_text(pause.from_at), utc_text(pause.until_at)] for pause in pauses],
            "extra": str(extra) if extra else None,
        }
        found = self._walked(basis, start_at)
        return DueBy(at=found.at, provisional=found.provisional, basis=basis)

    def walk(self, basis: Mapping[str, Any]) -> Deadline:
        """Count a basis again, day by day, with the calendar as it is known now."""
        return self._walked(basis, parse_moment(basis["start_at"], zone=self.calendar.zone))

    def _walked(self, basis: Mapping[str, Any], start_at: datetime) -> Deadline:
        written = (basis["span"], basis["starts"], basis["rolls"])
        start = same_walk(start_at, limit_of(*written), calendar=self.calendar)
        pauses = tuple(map(tuple, basis["pauses"])) if basis["pauses"] else ()
        return walked(self.calendar, start, written, pauses, basis["extra"])

    def upwards(self, kind: str, category: str | None) -> list[str]:
        """The category and those above it, nearest first."""
        chain: list[str] = []
        while category and category not in chain:
            chain.append(category)
            category = self.parents.get((kind, category))
        return chain


@lru_cache(maxsize=256)
def limit_of(span: str, starts: str, rolls: bool) -> Limit:
    return Limit(span=Span.parse(span), starts=starts, rolls=rolls)


@lru_cache(maxsize=4096)
def walked(
    calendar: Calendar,
    start_at: datetime,
    limit: tuple[str, str, bool],
    pauses: tuple[tuple[str, str], ...],
    extra: str | None,
) -> Deadline:
    """Walked once where one step says the same to many matters, or many of one day tell their past."""
    stood = tuple(Pause(*(parse_moment(text, zone=calendar.zone) for text in pause)) for pause in pauses)
    more = Span.parse(extra) if extra else None
    return due(start_at, limit_of(*limit), calendar=calendar, pauses=stood, extra=more)


def book(at: datetime) -> Book:
    """The book to decide by at this moment."""
    return book_under(stamp(), at=at)


def book_under(now: Stamp, *, at: datetime) -> Book:
    return Book(
        at=at,
        calendar=calendar_under(now),
        terms=terms_under(now),
        parents=parents_under(now),
        profile=profile_under(now),
        catalogue=catalogue_under(now),
        town_duties=town_duties_under(now),
    )


@lru_cache(maxsize=4)
def terms_under(_stamp: Stamp) -> tuple[TermRow, ...]:
    rows = Term.objects.select_related("category").order_by("pk")
    return tuple(as_row(term) for term in rows)


def as_row(term: Term) -> TermRow:
    return TermRow(
        code=term.code,
        kind=term.kind,
        category=term.category.code if term.category else None,
        span=term.span,
        starts=term.starts,
        rolls=term.rolls,
        profile=term.profile,
        basis=term.basis,
        valid_from=term.valid_from,
        valid_until=term.valid_until,
    )


@lru_cache(maxsize=4)
def parents_under(_stamp: Stamp) -> Parents:
    rows = Category.objects.exclude(parent=None).values_list("kind", "code", "parent__code")
    return {(kind, code): above for kind, code, above in rows}


@lru_cache(maxsize=4)
def profile_under(_stamp: Stamp) -> str:
    return the_centre().profile


@lru_cache(maxsize=4)
def catalogue_under(_stamp: Stamp) -> tuple[Catalogue, ...]:
    return tuple(Catalogue.objects.select_related("category").order_by("pk"))


@lru_cache(maxsize=4)
def town_duties_under(_stamp: Stamp) -> tuple[TownDuty, ...]:
    return tuple(TownDuty.objects.select_related("category").order_by("valid_from", "pk"))
