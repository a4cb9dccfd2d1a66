"""What a list would do if it were taken in: how many rows are new, known, changed or wrong, and each wrong cell."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from linli.matters.incoming import Incoming, Row, Wrong
from linli.matters.kind import Kind
from linli.matters.taking_in import weigh
from linli.paper.rows.row import Row as Found
from linli.paper.rows.table import Table
from linli.sheets.reading import A_ROW, Read, Reader, read_all
from linli.staff.posts import Held

FRESH, ALREADY, CHANGED, WRONG = "fresh", "already", "changed", "wrong"
SHOWN = 200
MOST_WORDS = 60


@dataclass(frozen=True)
class Complaint:
    """One cell that stands in the way: where it is, what it says, and the sentence that says what to do."""

    row: int
    column: str
    head: str
    value: str
    sentence: str


@dataclass
class Weight:
    """What came of weighing a list: counts of rows, and of the wrong ones the first few."""

    counts: Counter[str] = field(default_factory=Counter)
    complaints: list[Complaint] = field(default_factory=list)
    words: dict[str, Counter[str]] = field(default_factory=dict)
    """Of each column that holds codes the words that stand for nothing yet."""

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def good(self) -> int:
        """The rows that would be written: new ones, and those that say something else than before."""
        return self.counts[FRESH] + self.counts[CHANGED]


@dataclass(frozen=True)
class Judged:
    """One row with its verdict; a wrong one says why."""

    read: Read
    verdict: str
    wrong: Wrong | None = None

    @property
    def found(self) -> Found:
        return self.read.found


def judged(table: Table, reader: Reader, kind: Kind, *, source: str, by: Held, at: datetime) -> Iterator[Judged]:
    """Every row of the list in its order, with what it would do; nothing is written."""
    waiting, spoilt = deque[Read](), deque[Read]()
    for weighed in weigh(kind, _readable(table, reader, waiting, spoilt), source=source, by=by, at=at):
        read = waiting.popleft()
        yield from _before(spoilt, read.found.number)
        yield Judged(read, weighed.verdict, weighed.wrong)
    yield from (Judged(read, WRONG, read.wrong) for read in spoilt)


def weighed(table: Table, reader: Reader, kind: Kind, *, source: str, by: Held, at: datetime) -> Weight:
    weight = Weight()
    for one in judged(table, reader, kind, source=source, by=by, at=at):
        note(weight, one, reader=reader)
    return weight


def note(weight: Weight, one: Judged, *, reader: Reader) -> None:
    """Add a row to what came of weighing."""
    weight.counts[one.verdict] += 1
    if one.wrong is None:
        return
    if len(weight.complaints) < SHOWN:
        weight.complaints.append(complaint(one, reader=reader))
    column = next((column for column, _filled, _places in reader.columns if column.name == one.wrong.column), None)
    if column is not None and column.reads == "code" and (value := reader.shown(one.found, column.name).strip()):
        words = weight.words.setdefault(column.name, Counter())
        if value in words or len(words) < MOST_WORDS:
            words[value] += 1


def complaint(one: Judged, *, reader: Reader) -> Complaint:
    """What is wrong with a row, in the language of the reader."""
    assert one.wrong is not None
    name = one.wrong.column
    filled = reader.how.columns.get(name)
    value = reader.shown(one.found, name) if name != A_ROW else ""
    head = " + ".join(filled.heads) if filled and filled.heads else _word(reader, name)
    return Complaint(one.found.number, name, head, value[:80], str(one.wrong))


def rows_of(reads: Iterable[Read]) -> Iterator[Row]:
    """What can be read, for taking in."""
    return (read.row for read in reads if read.wrong is None)


def needed_but_missing(incoming: Incoming, reader: Reader) -> list[str]:
    """The columns that every row needs and none is filled from, by their words."""
    filled = {column.name for column, one, places in reader.columns if places or one.fixed}
    return [_(column.word) for column in incoming.columns if column.needed and column.name not in filled]


def _word(reader: Reader, name: str) -> str:
    column: Any = next((column for column, _filled, _places in reader.columns if column.name == name), None)
    return _(column.word) if column else name


def _readable(table: Table, reader: Reader, waiting: deque[Read], spoilt: deque[Read]) -> Iterator[Row]:
    for read in read_all(table, reader):
        if read.wrong is None:
            waiting.append(read)
            yield read.row
        else:
            spoilt.append(read)


def _before(spoilt: deque[Read], number: int) -> Iterator[Judged]:
    while spoilt and spoilt[0].found.number < number:
        read = spoilt.popleft()
        yield Judged(read, WRONG, read.wrong)
