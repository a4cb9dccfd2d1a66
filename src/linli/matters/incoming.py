"""What a kind says of histories that come in from outside: the columns of a row, and the story that a row tells."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice, pairwise
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.matters.command import Command, Decide
from linli.matters.shown import when
from linli.matters.state import State

READS = ("text", "code", "moment", "day", "number", "money", "yes", "point")
UNITS, CELLS, CATEGORIES = "unit", "cell", "category"
"""The lists of codes that are the office's; any other list is one of the kind's own choices."""


BEFORE, WRITTEN = "before", "written"
"""Beside what a row tells: the row itself, where something is said of it that came in before."""


class Wrong(Exception):
    """A row that cannot be taken in: in which column, and the sentence (a msgid) that says why and what to do."""

    def __init__(self, column: str, sentence: str, /, **more: Any) -> None:
        super().__init__(column, sentence)
        self.column, self.sentence, self.more = column, sentence, more
        self.beside: tuple[Wrong, ...] = ()
        """What else is wrong with the row, each in a column of its own."""

    def __reduce__(self) -> Any:
        return _again, (self.column, self.sentence, self.more, self.beside)

    @property
    def all(self) -> tuple["Wrong", ...]:
        return self, *self.beside

    def __str__(self) -> str:
        return self.said({})

    def said(self, heads: Mapping[str, str]) -> str:
        """In the language of the reader; `heads`: by their words what columns are headed in the list itself."""
        word = self.more.get(BEFORE, "")
        more = {**self.more, BEFORE: heads.get(word) or _(word)} if word else self.more
        return _(self.sentence).format(**more)


def together(wrong: Sequence[Wrong]) -> Wrong:
    """The first of them, with the others beside it."""
    first, *others = wrong
    first.beside = tuple(others)
    return first


def _again(column: str, sentence: str, more: dict[str, Any], beside: tuple[Wrong, ...]) -> Wrong:
    return together((Wrong(column, sentence, **more), *beside))


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: how it may be headed in a file, what it reads as, and whose privacy it holds."""

    name: str
    word: str
    """The msgid of its own heading."""
    synonyms: tuple[str, ...] = ()
    """Other headings, Chinese and English, as upstream files have them."""
    reads: str = "text"
    """text, code, moment, day, number, money (yuan, told as fen), yes, or point (longitude and latitude in a cell)."""
    of: str = ""
    """Of a code its list: unit, cell, category, or the name of one of the kind's choices."""
    means: tuple[tuple[str, str], ...] = ()
    """Of a code other words that lists have for it, each with the code it stands for where the office has that one."""
    needed: bool = False
    personal: bool = False
    most: int = 0
    """The most signs that fit; 0: as many as the words of an event may have."""
    history: bool = False
    """It tells what happened after the matter was opened."""


@dataclass(frozen=True)
class Row:
    """One row as it was read: its place in the file, and what each column says; blank ones are left out.

    A code stands there as text: the code itself, or its name in any language. Moments know their zone.
    """

    place: int
    told: Mapping[str, Any]


Told = Mapping[str, Any]
"""What a row says, fit for the kind: codes of the kind's lists, ids of units and cells, moments in UTC."""
NOTHING: Told = {}


class Step(NamedTuple):
    """Something that happened then, decided by one of the kind's own commands or by a piece of one."""

    at: datetime
    decide: Command | Decide
    told: Told = NOTHING
    column: str = ""
    """The column that is wrong where the rules refuse it."""


@dataclass(frozen=True)
class Incoming:
    """How histories of a kind come in. `tell` gives the steps of a row in order; the first opens the matter.

    `mend` gives the steps by which a matter that came in before says what its row says otherwise now: told are the
    whole row, the names of the columns that changed, and the state. `usual`: what is put in for a column that the rules
    need and a row is silent about, by the name that it has in the state too.
    """

    columns: tuple[Column, ...]
    tell: Callable[[Told], Iterable[Step]]
    mend: Callable[[Told, frozenset[str], State], Iterable[Step]]
    usual: Mapping[str, str] = field(default_factory=dict)

    def column(self, name: str) -> Column | None:
        return next((column for column in self.columns if column.name == name), None)


def in_order(columns: Iterable[Column], told: Told, *names: str) -> None:
    """The moments that are told come one after the other. Raises Wrong for the first that does not."""
    known = [(name, told[name]) for name in names if name in told]
    for (before, earlier), (name, later) in pairwise(known):
        if later < earlier:
            raise Wrong(name, TOO_EARLY, before=next(one.word for one in columns if one.name == before))


Corrections = tuple[tuple[frozenset[str], Command | Decide], ...]
"""What is said when one of these columns says something else than before."""


def corrected(
    corrections: Corrections, told: Told, changed: frozenset[str], *, stands: Told = NOTHING
) -> Iterator[Step]:
    """Each correction whose columns say something else now, told what all of its columns say.

    What a row is silent about now stays as it was said; `stands`: how that is where the correction has to be told.
    """
    for names, decide in corrections:
        if any(name in told for name in names & changed):
            said = {name: told.get(name, stands.get(name)) for name in names}
            yield Step(told["taken_at"], decide, said, min(names & changed))


def correctable(corrections: Corrections) -> frozenset[str]:
    return frozenset[str]().union(*(names for names, _decide in corrections))


def went_on(
    course: Iterable[Step], changed: frozenset[str], *, done: Mapping[str, int], state: State
) -> Iterator[Step]:
    """What of its course is not behind it yet, where columns say something else of it now; `done`: how many steps are
    behind a matter in a stage in which no hand here took it further. Raises Wrong where nothing can be said of it.
    """
    if state.stage not in done:
        raise Wrong(min(changed), SHUT)
    left = list(islice(course, done[state.stage], None))
    if not left:
        raise Wrong(min(changed), SHUT)
    yield from left


def noted(columns: Iterable[Column], told: Told, names: Iterable[str]) -> str:
    """What these columns say, as the row has it, in a note that can be written beside what was taken in before."""
    words = {column.name: _(column.word) for column in columns if not column.personal}
    written, colon = told.get(WRITTEN, told), _(": ")
    return "\n".join(f"{words[name]}{colon}{_read(written.get(name, ''))}" for name in sorted(names) if name in words)


def _read(value: Any) -> str:
    """As people read it: a moment on the centre's clock."""
    return when(value) if isinstance(value, datetime) else str(value)


SHUT = msg(
    "It went further here, and the file says something else of its course. Go on with it by hand, or leave it as it is."
)
TOO_EARLY = msg("This is earlier than “{before}”. Look at the two moments again.")

EXTERNAL = Column(
    name="external",
    word=msg("Number there"),
    synonyms=(
        "工单号",
        "工单编号",
        "编号",
        "诉求编号",
        "受理编号",
        "登记编号",
        "调解编号",
        "纠纷编号",
        "卷号",
        "案号",
        "案件编号",
        "警情编号",
        "事件编号",
        "留言编号",
        "工单编码",
        "工单流水号",
        "受理单号",
        "登记号",
        "单号",
        "流水号",
        "事项编号",
        "事件编码",
        "事件号",
        "任务号",
        "任务编号",
        "问题编号",
        "信件编号",
        "信访编号",
        "来电编号",
        "办件编号",
        "接警编号",
        "警单编号",
        "受案编号",
        "案卷号",
        "卷宗号",
        "排查编号",
        "序号",
        "REC_ID",
        "order no",
        "ticket id",
        "id",
    ),
    needed=True,
    most=64,
)
"""The column that every kind has: the number that the row bears where it comes from."""
