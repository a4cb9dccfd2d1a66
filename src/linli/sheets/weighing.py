"""What a list would do if it were taken in: how many rows are new, known, changed or wrong, and each wrong cell."""

from collections import Counter, deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.matters.incoming import EXTERNAL, Incoming, Row, Wrong
from linli.matters.kind import Kind
from linli.matters.taking_in import weigh
from linli.paper.rows.row import Row as Found
from linli.paper.rows.table import Table
from linli.sheets.codes import Codes, codes_of
from linli.sheets.reading import A_ROW, Read, Reader, read_all
from linli.staff.posts import Held

FRESH, ALREADY, CHANGED, WRONG = "fresh", "already", "changed", "wrong"
SHOWN = 200
OPENED = "opened_at"
MOST_WORDS = 60
ABOVE_TOO = msg(
    "A row above bears this number too, so this one counts as news of the same matter. Where it is a matter of its "
    "own, give it another number."
)


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
    """The first wrong cells, but for words that only have to be told once."""
    words: dict[str, Counter[str]] = field(default_factory=dict)
    """Of each column that holds codes the words that stand for nothing yet, as the list has them: one of them may
    have been answered with what stands for nothing either."""
    unread: int = 0
    """How many of the wrong rows cannot even be read: they never come to be taken in."""
    first: datetime | None = None
    last: datetime | None = None
    """When the earliest and the latest of the good rows were opened."""
    again: int = 0
    """How many rows that are not wrong bear a number that an earlier row bears."""
    again_first: tuple[int, str] | None = None
    """The first of them: its row and its number."""
    elsewhere: dict[str, int] = field(default_factory=dict)
    """How many of the new rows came in before under the numbers of another source."""

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
    again: str = ""
    """Its number, where an earlier row bears it too; of a wrong row, where it would be right under another."""
    elsewhere: str = ""
    """The other source under whose numbers it seems to be here."""

    @property
    def found(self) -> Found:
        return self.read.found


def judged(table: Table, reader: Reader, kind: Kind, *, source: str, by: Held, at: datetime) -> Iterator[Judged]:
    """Every row of the list in its order, with what it would do; nothing is written."""
    waiting, spoilt, codes = deque[Read](), deque[Read](), codes_of(kind)
    for weighed in weigh(kind, _readable(table, reader, waiting, spoilt), source=source, by=by, at=at):
        read = waiting.popleft()
        yield from _before(spoilt, read.found.number, codes)
        again = weighed.external if weighed.again else ""
        yield Judged(read, weighed.verdict, weighed.wrong, again=again, elsewhere=weighed.elsewhere)
    yield from (unreadable(read, codes) for read in spoilt)


def weighed(table: Table, reader: Reader, kind: Kind, *, source: str, by: Held, at: datetime) -> Weight:
    weight, codes = Weight(), codes_of(kind)
    for one in judged(table, reader, kind, source=source, by=by, at=at):
        note(weight, one, reader=reader, codes=codes)
    return weight


def note(weight: Weight, one: Judged, *, reader: Reader, codes: Codes) -> None:
    """Add a row to what came of weighing."""
    weight.counts[one.verdict] += 1
    weight.unread += one.read.wrong is not None
    if one.again and one.wrong is None:
        weight.again += 1
        weight.again_first = weight.again_first or (one.found.number, one.again)
    if one.elsewhere:
        weight.elsewhere[one.elsewhere] = weight.elsewhere.get(one.elsewhere, 0) + 1
    if one.wrong is None:
        _note_day(weight, one.read.told.get(OPENED))
        return
    unknown = dict(codes.unknown(one.read.told))
    for name, told in unknown.items():
        word = reader.word(one.found, name) or told
        words = weight.words.setdefault(name, Counter())
        if word in words or len(words) < MOST_WORDS:
            words[word] += 1
    others = (found for found in complaints(one, reader=reader) if found.column not in unknown)
    weight.complaints.extend(islice(others, SHOWN - len(weight.complaints)))


def _note_day(weight: Weight, at: datetime | None) -> None:
    if at is not None:
        weight.first = min(weight.first or at, at)
        weight.last = max(weight.last or at, at)


def complaints(one: Judged, *, reader: Reader) -> Iterator[Complaint]:
    """What is wrong with a row, cell by cell, in the language of the reader."""
    for wrong in one.wrong.all if one.wrong else ():
        name = wrong.column
        value = reader.shown(one.found, name) if name != A_ROW else ""
        yield Complaint(one.found.number, name, _head(reader, name), value[:80], wrong.said(reader.heads))
    if one.again and one.wrong:
        head = _head(reader, EXTERNAL.name)
        yield Complaint(one.found.number, EXTERNAL.name, head, one.again[:80], _(ABOVE_TOO))


def unreadable(read: Read, codes: Codes) -> Judged:
    """A row that cannot be read, with what else of it does not fit."""
    assert read.wrong is not None
    whole = read.wrong.column == A_ROW
    return Judged(read, WRONG, read.wrong if whole else codes.also_wrong(read.wrong, read.told))


def rows_of(reads: Iterable[Read]) -> Iterator[Row]:
    """What can be read, for taking in."""
    return (read.row for read in reads if read.wrong is None)


def needed_but_missing(incoming: Incoming, reader: Reader) -> list[str]:
    """The columns that every row needs and none is filled from, by their words."""
    filled = {column.name for column, one, places in reader.columns if places or one.fixed}
    return [_(column.word) for column in incoming.columns if column.needed and column.name not in filled]


def _head(reader: Reader, name: str) -> str:
    """The headings that a column is filled from; where there are none, its own word."""
    filled, column = reader.how.columns.get(name), reader.incoming.column(name)
    if filled and filled.heads:
        return " + ".join(filled.heads)
    return _(column.word) if column else name


def _readable(table: Table, reader: Reader, waiting: deque[Read], spoilt: deque[Read]) -> Iterator[Row]:
    for read in read_all(table, reader):
        if read.wrong is None:
            waiting.append(read)
            yield read.row
        else:
            spoilt.append(read)


def _before(spoilt: deque[Read], number: int, codes: Codes) -> Iterator[Judged]:
    while spoilt and spoilt[0].found.number < number:
        yield unreadable(spoilt.popleft(), codes)
