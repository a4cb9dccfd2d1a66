"""What rows from outside would do, said before anything is written; and how they are cut into chunks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import chain
from typing import Literal

from linli.ground.text import tidy
from linli.matters.incoming import EXTERNAL, Row, Wrong
from linli.matters.kind import Kind
from linli.matters.mending import foreseen
from linli.matters.preparing import Known, Preparer, preparer
from linli.matters.taken import Taken
from linli.staff.posts import Held

CHUNK = 1000
Verdict = Literal["fresh", "already", "changed", "wrong"]
Seen = dict[int, int]
"""Of each number in the file what a fresh row says, both as one whole number: a file may have a million."""


@dataclass(frozen=True)
class Weighed:
    """What a row would do: open a matter, nothing, add facts to one, or be refused; then why, and in which column."""

    place: int
    external: str
    verdict: Verdict
    wrong: Wrong | None = None
    again: bool = False
    """Whether an earlier of the rows bears its number."""


def weigh(kind: Kind, rows: Iterable[Row], *, source: str, by: Held, at: datetime) -> Iterator[Weighed]:
    """What each row would do; nothing is written. A number that comes again in the rows changes what came before."""
    known = preparer(kind, by=by, at=at, source=source, taking=0)
    seen: Seen = {}
    for chunk in chunks(rows):
        yield from _weighed(chunk, known, seen)


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


def _weighed(chunk: Sequence[Row], known: Preparer, seen: Seen) -> list[Weighed]:
    twice = {number for number in map(number_of, chunk) if hash(number) in seen}
    found = known.tell(chunk, known=here(known.source, chunk))
    mended = foreseen(found.mendings, known)
    changed = [Weighed(one.row.place, number_of(one.row), "changed") for one in mended.said]
    already = [Weighed(row.place, number_of(row), "already") for row in found.already]
    fresh = [_again(one.row, one.digests, seen) for one in found.fresh]
    weighed = sorted(chain(fresh, already, changed, as_wrong(found.wrong), as_wrong(mended.wrong)), key=_place)
    for one in weighed:
        if one.verdict != "wrong":  # the matter of a wrong row is not there to be changed
            seen.setdefault(hash(one.external), 0)
    return [replace(one, again=True) if one.external in twice else one for one in weighed]


def _again(row: Row, digests: str, seen: Seen) -> Weighed:
    number = number_of(row)
    before = seen.get(hash(number))
    seen[hash(number)] = hash(digests)
    if not before:
        return Weighed(row.place, number, "fresh")
    return Weighed(row.place, number, "already" if before == hash(digests) else "changed")


def _place(one: Weighed) -> int:
    return one.place
