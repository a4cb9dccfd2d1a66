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
from linli.matters.mending import foreseen
from linli.matters.preparing import Fresh, Known, Preparer, preparer
from linli.matters.taken import Taken, Taking
from linli.staff.posts import Held

CHUNK, SOURCES = 1000, 20
"""How many rows are looked at together, and among how many of the last other sources their numbers are looked for."""
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
    elsewhere: str = ""
    """Of a fresh row the other source under whose numbers a matter of this number and moment is here already."""


def weigh(kind: Kind, rows: Iterable[Row], *, source: str, by: Held, at: datetime) -> Iterator[Weighed]:
    """What each row would do; nothing is written. A number that comes again in the rows changes what came before: that
    is tried as well, where the row that opens the matter is not too far above.
    """
    known = preparer(kind, by=by, at=at, source=source, taking=0)
    seen: Seen = {}
    others, earlier = _other_sources(kind, source), Earlier(known)
    for chunk in chunks(rows):
        again = [row for row in chunk if number_of(row) in earlier.rows]
        rest = [row for row in chunk if number_of(row) not in earlier.rows] if again else chunk
        weighed = [*_weighed(rest, known, seen, others), *(_once_more(row, earlier) for row in again)]
        for row, one in zip(chunk, sorted(weighed, key=_place), strict=True):
            if one.verdict == "fresh" or (one.verdict == "changed" and one.external in earlier.rows):
                earlier.keep(one.external, row)
            yield one


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


def _once_more(row: Row, earlier: Earlier) -> Weighed:
    """A row whose number an earlier row bears that opens a matter."""
    number = number_of(row)
    try:
        changes = earlier.changed_by(number, row)
    except Wrong as wrong:
        return Weighed(row.place, number, "wrong", wrong.with_traceback(None), again=True)
    return Weighed(row.place, number, "changed" if changes else "already", again=True)


def _other_sources(kind: Kind, source: str) -> tuple[str, ...]:
    """Those of the kind, the last first."""
    asked = Taking.objects.filter(kind=kind.name).exclude(source=source).values("source")
    found = asked.annotate(last=Max("pk")).order_by("-last")[:SOURCES]
    return tuple(one["source"] for one in found)


def _weighed(chunk: Sequence[Row], known: Preparer, seen: Seen, others: Sequence[str]) -> list[Weighed]:
    twice = {number for number in map(number_of, chunk) if hash(number) in seen}
    found = known.tell(chunk, known=here(known.source, chunk))
    mended = foreseen(found.mendings, known)
    changed = [Weighed(one.row.place, number_of(one.row), "changed") for one in mended.said]
    already = [Weighed(row.place, number_of(row), "already") for row in found.already]
    under = _under_others(found.fresh, known, others)
    fresh = [_again(one.row, one.digests, seen, under) for one in found.fresh]
    weighed = sorted(chain(fresh, already, changed, as_wrong(found.wrong), as_wrong(mended.wrong)), key=_place)
    for one in weighed:
        if one.verdict != "wrong":  # the matter of a wrong row is not there to be changed
            seen.setdefault(hash(one.external), 0)
    return [replace(one, again=True) if one.external in twice else one for one in weighed]


def _under_others(fresh: Sequence[Fresh], known: Preparer, others: Sequence[str]) -> dict[str, str]:
    """The number of a fresh row -> the other source, where a matter within reach was opened at the same moment."""
    if not fresh or not others:
        return {}
    at = {one.external: _opened(one.digests) for one in fresh}
    asked = Taken.objects.filter(source__in=others, external__in=at, matter__kind=known.kind.name)
    found = asked.values_list("external", "source", "told", "matter__unit_id")
    return {
        number: source for number, source, told, unit in found if unit in known.reached and _opened(told) == at[number]
    }


def _opened(digests: str) -> str:
    return next((one for one in digests.split() if one.startswith("opened_at:")), "")


def _again(row: Row, digests: str, seen: Seen, under: Mapping[str, str]) -> Weighed:
    number = number_of(row)
    before = seen.get(hash(number))
    seen[hash(number)] = hash(digests)
    if not before:
        return Weighed(row.place, number, "fresh", elsewhere=under.get(number, ""))
    return Weighed(row.place, number, "already" if before == hash(digests) else "changed")


def _place(one: Weighed) -> int:
    return one.place
