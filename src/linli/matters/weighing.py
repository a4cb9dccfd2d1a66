"""What rows from outside would do, said before anything is written; and how they are cut into chunks."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from typing import Literal

from django.db.models import Max

from linli.ground.text import tidy
from linli.matters.earlier import Earlier
from linli.matters.incoming import EXTERNAL, Row, Wrong
from linli.matters.kind import Kind
from linli.matters.mending import Mended, theirs
from linli.matters.models import Matter
from linli.matters.preparing import Fresh, Known, Preparer, ToldChunk, preparer
from linli.matters.taken import Taken, Taking
from linli.staff.posts import Held

CHUNK, SOURCES = 1000, 20
"""How many rows are looked at together, and among how many of the last other sources their numbers are looked for."""
Verdict = Literal["fresh", "already", "changed", "wrong"]


@dataclass(frozen=True)
class Weighed:
    """What a row would do: open a matter, nothing, add facts to one, or be refused; then why, and in which column."""

    place: int
    external: str
    verdict: Verdict
    wrong: Wrong | None = None
    again: bool = False
    """Whether an earlier of the rows bears its number, and a wrong one is wrong only as news of the same matter."""
    elsewhere: str = ""
    """Of a fresh row the other source under whose numbers a matter of this number and moment is here already."""


def weigh(kind: Kind, rows: Iterable[Row], *, source: str, by: Held, at: datetime) -> Iterator[Weighed]:
    """What each row would do; nothing is written. A number that comes again in the rows changes what came before: that
    is tried as well, where the rows before are not too far above.
    """
    earlier = Earlier(preparer(kind, by=by, at=at, source=source, taking=0))
    others = _other_sources(kind, source)
    for chunk in chunks(rows):
        yield from _weighed(chunk, earlier, others)


def chunks(rows: Iterable[Row], *, most: int = CHUNK) -> Iterator[list[Row]]:
    """The rows a chunk at a time; a number that comes again begins the next one, so that it is seen to be there."""
    chunk: list[Row] = []
    numbers: set[str] = set()
    for row in rows:
        number = number_of(row)
        if len(chunk) == most or number in numbers:
            yield chunk
            chunk, numbers = [], set()
        chunk.append(row)
        numbers.add(number)
    if chunk:
        yield chunk


def number_of(row: Row) -> str:
    """The number that the row bears where it comes from, as it is kept."""
    return tidy(str(row.told.get(EXTERNAL.name) or f"? {row.place}"))


def here(source: str, rows: Iterable[Row]) -> Known:
    """Which of the rows came in before, as which matter, and what they said then."""
    numbers = [number_of(row) for row in rows]
    found = Taken.objects.filter(source=source, external__in=numbers).values_list("external", "matter_id", "told")
    return {external: (matter, told) for external, matter, told in found}


def as_wrong(wrong: Iterable[tuple[Row, Wrong]]) -> list[Weighed]:
    return [Weighed(row.place, number_of(row), "wrong", why) for row, why in wrong]


def on_its_own(row: Row, known: Preparer) -> bool:
    """Whether it would be right as a matter of its own: then what is wrong with it is that its number is here."""
    return not known.tell([row], known={}).wrong


def _other_sources(kind: Kind, source: str) -> tuple[str, ...]:
    """Those of the kind, the last first."""
    asked = Taking.objects.filter(kind=kind.name).exclude(source=source).values("source")
    found = asked.annotate(last=Max("pk")).order_by("-last")[:SOURCES]
    return tuple(one["source"] for one in found)


def _weighed(chunk: Sequence[Row], earlier: Earlier, others: Sequence[str]) -> list[Weighed]:
    known, twice = earlier.known, {number for number in map(number_of, chunk) if earlier.bears(number)}
    found = known.tell(chunk, known=earlier.known_with(here(known.source, chunk), twice))
    mended, under = earlier.foreseen(found.mendings), _under_others(found.fresh, known, others)
    news = {row.place for row, _wrong in mended.wrong if number_of(row) in twice and on_its_own(row, known)}
    weighed = [*_right(found, mended, earlier, under), *as_wrong(chain(found.wrong, mended.wrong))]
    again = ((one.external in twice) if one.verdict != "wrong" else one.place in news for one in weighed)
    return sorted((replace(one, again=True) if so else one for one, so in zip(weighed, again, strict=True)), key=_place)


def _right(found: ToldChunk, mended: Mended, earlier: Earlier, under: Mapping[str, str]) -> Iterator[Weighed]:
    """Those of the rows that are not wrong; the later ones of their numbers are weighed against them."""
    for fresh in found.fresh:
        verdict = earlier.again(fresh)
        elsewhere = under.get(fresh.external, "") if verdict == "fresh" else ""
        yield Weighed(fresh.row.place, fresh.external, verdict, elsewhere=elsewhere)
    for row in found.already:
        earlier.already(number_of(row))
        yield Weighed(row.place, number_of(row), "already")
    for one in mended.said:
        earlier.changed(one)
        yield Weighed(one.row.place, number_of(one.row), "changed")


def _under_others(fresh: Sequence[Fresh], known: Preparer, others: Sequence[str]) -> dict[str, str]:
    """The number of a fresh row -> the other source, where a matter of theirs was opened at the same moment; of
    several that which came in last."""
    if not fresh or not others:
        return {}
    at = {one.external: _opened(one.digests) for one in fresh}
    asked = Taken.objects.filter(source__in=others, external__in=at)
    rows = asked.values_list("matter_id", "external", "source", "told")
    alike = [(matter, number, source) for matter, number, source, told in rows if _opened(told) == at[number]]
    matters = Matter.objects.filter(pk__in=[matter for matter, *_more in alike]) if alike else ()
    reached = theirs(list(matters), known)
    return {number: source for matter, number, source in sorted(alike) if matter in reached}


def _opened(digests: str) -> str:
    return next((one for one in digests.split() if one.startswith("opened_at:")), "")


def _place(one: Weighed) -> int:
    return one.place
