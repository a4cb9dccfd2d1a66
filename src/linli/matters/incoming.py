"""What a kind says of histories that come in from outside: the columns of a row, and the story that a row tells."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.matters.command import Command, Decide
from linli.matters.state import State

READS = ("text", "code", "moment", "day", "number", "yes", "point")
UNITS, CELLS, CATEGORIES = "unit", "cell", "category"
"""The lists of codes that are the office's; any other list is one of the kind's own choices."""


BEFORE = "before"


class Wrong(Exception):
    """A row that cannot be taken in: in which column, and the sentence (a msgid) that says why and what to do."""

    def __init__(self, column: str, sentence: str, /, **more: Any) -> None:
        super().__init__(column, sentence)
        self.column, self.sentence, self.more = column, sentence, more

    def __reduce__(self) -> Any:
        return _again, (self.column, self.sentence, self.more)

    def __str__(self) -> str:
        more = {**self.more, BEFORE: _(self.more[BEFORE])} if BEFORE in self.more else self.more
        return _(self.sentence).format(**more)


def _again(column: str, sentence: str, more: dict[str, Any]) -> Wrong:
    return Wrong(column, sentence, **more)


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column: how it may be headed in a file, what it reads as, and whose privacy it holds."""

    name: str
    word: str
    """The msgid of its own heading."""
    synonyms: tuple[str, ...] = ()
    """Other headings, Chinese and English, as upstream files have them."""
    reads: str = "text"
    """text, code, moment, day, number, yes, or point (longitude and latitude in one cell)."""
    of: str = ""
    """Of a code its list: unit, cell, category, or the name of one of the kind's choices."""
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


@dataclass(frozen=True)
class Step:
    """Something that happened then, decided by one of the kind's own commands or by a piece of one."""

    at: datetime
    decide: Command | Decide
    told: Mapping[str, Any] = field(default_factory=dict)
    column: str = ""
    """The column that is wrong where the rules refuse it."""


Told = Mapping[str, Any]
"""What a row says, fit for the kind: codes of the kind's lists, ids of units and cells, moments in UTC."""


@dataclass(frozen=True)
class Incoming:
    """How histories of a kind come in. `tell` gives the steps of a row in order; the first opens the matter.

    `mend` gives the steps by which a matter that came in before says what its row says otherwise now: told are the
    whole row, the names of the columns that changed, and the state.
    """

    columns: tuple[Column, ...]
    tell: Callable[[Told], Iterable[Step]]
    mend: Callable[[Told, frozenset[str], State], Iterable[Step]]

    def column(self, name: str) -> Column | None:
        return next((column for column in self.columns if column.name == name), None)


def in_order(columns: Iterable[Column], told: Told, *names: str) -> None:
    """The moments that are told come one after the other. Raises Wrong for the first that does not."""
    known = [(name, told[name]) for name in names if name in told]
    for (before, earlier), (name, later) in pairwise(known):
        if later < earlier:
            raise Wrong(name, TOO_EARLY, before=next(one.word for one in columns if one.name == before))


def noted(columns: Iterable[Column], told: Told, names: Iterable[str]) -> str:
    """What these columns say, as a note that can be written beside what was taken in before."""
    words = {column.name: _(column.word) for column in columns if not column.personal}
    return "\n".join(f"{words[name]}: {told.get(name, '')}" for name in sorted(names) if name in words)


TOO_EARLY = msg("This is earlier than “{before}”. Look at the two moments again.")

EXTERNAL = Column(
    name="external",
    word=msg("Number there"),
    synonyms=(
        "工单号",
        "工单编号",
        "编号",
        "序号",
        "案件编号",
        "事件编号",
        "留言编号",
        "REC_ID",
        "order no",
        "ticket id",
        "id",
    ),
    needed=True,
    most=64,
)
"""The column that every kind has: the number that the row bears where it comes from."""
