"""Preparing a chunk of rows: which are fresh, already here, changed or wrong, and the plain rows of the fresh ones."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property, lru_cache
from typing import Any, NamedTuple

from django.db.models import Model
from django.utils.translation import gettext as _

from linli.ground.clock import day_of
from linli.ground.text import msg
from linli.matters.fitting import Lists, lists
from linli.matters.incoming import EXTERNAL, Column, Row, Told, Wrong
from linli.matters.indexing import Broken
from linli.matters.kind import Kind
from linli.matters.models import Matter
from linli.matters.plain_rows import MATTER, PlainRows
from linli.matters.retelling import Teller
from linli.matters.sealing import key
from linli.matters.searchable import Names, names_now
from linli.matters.standing import Values
from linli.matters.timeline import TAKING, Timeline
from linli.place.grid import grid_under, stamp
from linli.place.models import Unit
from linli.place.tree import COLUMNS
from linli.policy.book import book
from linli.policy.numbering import NO_SERIES, NoSeries, given_so_far
from linli.staff.posts import Held, covering

NOT_YOURS = msg("Your post does not reach this unit. Choose a unit of yours, or let somebody above take this in.")
Known = Mapping[str, tuple[int, str]]
"""The numbers that came in before -> the matter, and the digests of what its row said."""
Last = dict[int, int]
"""The last number given in the series of each year."""


@dataclass(frozen=True)
class Mending:
    """A row that says something else than before of a matter that is here."""

    row: Row
    matter: int
    told: Told
    changed: frozenset[str]
    digests: str


class Fresh(NamedTuple):
    """A matter in hand that is not here yet."""

    row: Row
    line: Timeline
    year: int
    """Of which series its number is."""
    external: str
    digests: str


@dataclass
class ToldChunk:
    """A chunk as its rows tell it, before any number is given."""

    fresh: list[Fresh] = field(default_factory=list)
    already: list[Row] = field(default_factory=list)
    mendings: list[Mending] = field(default_factory=list)
    wrong: list[tuple[Row, Wrong]] = field(default_factory=list)

    @property
    def years(self) -> Counter[int]:
        """How many numbers it takes of each year's series."""
        return Counter(one.year for one in self.fresh)


@dataclass(frozen=True)
class Prepared:
    """A chunk that only has to be written: its plain rows, the numbers they take, what else was found."""

    rows: Mapping[type[Model], Sequence[Values]]
    searched: Sequence[Broken]
    before: Last
    """Of each year's series the last number before those of the chunk."""
    last: Last
    good: int
    already: int
    mendings: Sequence[Mending]
    wrong: Sequence[tuple[Row, Wrong]]

    @property
    def units(self) -> set[int]:
        """The units in which its fresh matters stand."""
        place = MATTER.index("unit_id")
        return {row[place] for row in self.rows[Matter]}


@dataclass(frozen=True)
class Preparer:
    """All that rows are prepared by, as it is now; preparing asks the database nothing."""

    kind: Kind
    teller: Teller
    lists: Lists
    paths: Mapping[int, Mapping[str, Any]]
    names: Names
    patterns: Mapping[int, str]
    last: Last
    """The last number given in the series of each year: from here they go on."""
    source: str
    taking: int
    marked: bytes

    def tell(self, rows: Iterable[Row], *, known: Known) -> ToldChunk:
        """The rows in order, by the rules of the kind."""
        chunk = ToldChunk()
        for row in rows:
            try:
                self._take(row, chunk, known)
            except Wrong as wrong:
                chunk.wrong.append((row, wrong.with_traceback(None)))
        return chunk

    def numbered(self, chunk: ToldChunk, *, before: Last, ids: Iterable[int]) -> Prepared:
        """The same with numbers that go on from `before`, sealed and chained, as plain rows."""
        plain, last = PlainRows(self.paths, self.names), dict(before)
        found = (len(chunk.fresh), len(chunk.already), chunk.mendings, chunk.wrong)
        for one, matter_id in zip(_one_by_one(chunk.fresh), ids, strict=True):
            last[one.year] += 1
            one.line.numbered(self.number(one.year, last[one.year]))
            plain.add(one.line, matter_id=matter_id, taken=(self.source, one.external, one.digests, self.taking))
        return Prepared(plain.rows, plain.searched, before, last, *found)

    def go_on(self, years: Mapping[int, int]) -> Last:
        """Give so many numbers of each year's series away; returns the last before them."""
        before = {year: self.last.get(year, 0) for year in years}
        self.last.update({year: before[year] + count for year, count in years.items()})
        return before

    def _take(self, row: Row, chunk: ToldChunk, known: Known) -> None:
        said = self.lists.fit(row)
        told, external, digests = self.placed(said), said[EXTERNAL.name], self.digests(said)
        if external not in known:
            year = day_of(told["opened_at"], zone=self.teller.book.calendar.zone).year
            chunk.fresh.append(Fresh(row, self.teller.opened(self.kind, told), year, external, digests))
            return
        matter, before = known[external]
        if changed := changed_columns(before, digests) - ({"unit"} - said.keys()):
            chunk.mendings.append(Mending(row, matter, told, changed, remembering(before, digests)))
        else:
            chunk.already.append(row)

    def placed(self, said: Told) -> dict[str, Any]:
        """What a row says, in a unit that the teller's post reaches: that of the post itself where the row names none,
        whoever took it in before. Raises Wrong."""
        told = {"unit": self.teller.by.unit_id, **said}
        if told["unit"] not in self.reached:
            raise Wrong("unit", NOT_YOURS)
        return told

    @cached_property
    def reached(self) -> frozenset[int]:
        """The units in which the teller's post may open a matter."""
        by, act = [self.teller.by], self.kind.opening.act
        return frozenset(unit for unit, path in self.paths.items() if covering(by, act, tuple(path.values())))

    def number(self, year: int, number: int) -> str:
        """As the series of the year writes it; a year without one begins with the pattern of the year before."""
        like = year
        if year not in self.patterns:
            known = sorted(self.patterns)
            like = max((one for one in known if one < year), default=known[-1])
        return self.patterns[like].format(year=year, number=number)

    def digests(self, told: Told) -> str:
        """Of each column a few keyed signs. Of a personal one so few that nobody's number can be found by trying."""
        return " ".join([f"{name}:{signs(told[name])}" for name, signs in self.signs if name in told])

    @cached_property
    def signs(self) -> Sequence[tuple[str, Callable[[Any], str]]]:
        """The columns that are looked at again, and how the signs of what one says are reckoned."""
        return [(one.name, _signing(one, self.marked)) for one in self.lists.columns if one is not EXTERNAL]


def preparer(kind: Kind, *, by: Held, at: datetime, source: str, taking: int) -> Preparer:
    """Everything as it is now; asks the database."""
    given = given_so_far(kind.series)
    if not given:
        raise NoSeries(_(NO_SERIES).format(code=kind.series))
    return Preparer(
        kind=kind,
        teller=Teller(by=by, at=at, book=book(at), request=f"{TAKING}{taking}"),
        lists=lists(kind, ground=grid_under(stamp())),
        paths=paths(),
        names=names_now(),
        patterns={year: pattern for year, (pattern, _last) in given.items()},
        last={year: last for year, (_pattern, last) in given.items()},
        source=source,
        taking=taking,
        marked=hashlib.sha256(b"linli taken " + key()).digest(),
    )


def paths(units: Iterable[int] | None = None) -> dict[int, dict[str, Any]]:
    """Where these units stand, or all of them."""
    found = Unit.objects.all() if units is None else Unit.objects.filter(pk__in=units)
    rows = found.values_list("pk", *COLUMNS)
    return {pk: dict(zip(COLUMNS, path, strict=True)) for pk, *path in rows}


def changed_columns(before: str, now: str) -> frozenset[str]:
    """The columns whose digests differ, also those that are new or gone."""
    if before == now:
        return frozenset()
    return frozenset(one.partition(":")[0] for one in {*signed(before)} ^ {*now.split()})


def signed(digests: str) -> list[str]:
    """Of what is known of a matter that which its last row said."""
    return [one for one in digests.split() if not one.endswith(":")]


def remembering(before: str, now: str) -> str:
    """The digests of now, and without one each column of which only a row before said anything."""
    said = {one.partition(":")[0] for one in now.split()}
    silent = [name for one in before.split() if (name := one.partition(":")[0]) not in said]
    return " ".join([*now.split(), *(f"{name}:" for name in silent)])


def _one_by_one(fresh: list[Fresh]) -> Iterator[Fresh]:
    """In order, and out of hand as soon as it is done with: what comes next is put where it was."""
    fresh.reverse()
    while fresh:
        yield fresh.pop()


def _signing(column: Column, marked: bytes) -> Callable[[Any], str]:
    size = 2 if column.personal else 3
    begun = hashlib.blake2b(digest_size=size, key=marked, person=column.name.encode()[:16])

    def signs(value: Any) -> str:
        digest = begun.copy()
        digest.update(str(value).encode())
        return digest.hexdigest()

    return lru_cache(maxsize=1024)(signs) if column.reads == "code" else signs
