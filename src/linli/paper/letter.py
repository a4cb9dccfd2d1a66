"""An official paper as a plain description: what stands in it, in order; nothing of how it looks."""

from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass, replace
from datetime import date
from typing import TypeAlias

from linli.paper.grid import Grid
from linli.paper.numerals import ordinal

LEVELS = 4


@dataclass(frozen=True)
class Paragraph:
    """Running text; every line of it is a paragraph of its own.

    `small` is for the text of forms, which stands among their boxes; what `leads` stays with what follows it.
    """

    text: str
    _: KW_ONLY
    small: bool = False
    leads: bool = False


@dataclass(frozen=True)
class Heading:
    """A heading of one of four levels, printed as given; `numbered` puts the ordinals."""

    level: int
    text: str

    def __post_init__(self) -> None:
        if not 1 <= self.level <= LEVELS:
            raise ValueError(f"A heading has a level from 1 to {LEVELS}, not {self.level}.")


@dataclass(frozen=True)
class Listed:
    """A label and what belongs to it, one below the other: who attended, what is enclosed."""

    label: str
    items: tuple[str, ...]
    _: KW_ONLY
    strong: bool = True


@dataclass(frozen=True)
class Table:
    """Rows under a head that is repeated on every page; widths are relative, none given means equal.

    `small` is for long lists of many columns, which would fill page after page in the size of running text.
    """

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    _: KW_ONLY
    widths: tuple[float, ...] = ()
    caption: str = ""
    small: bool = False

    def __post_init__(self) -> None:
        if not self.head:
            raise ValueError("A table has at least one column.")
        if self.widths and (len(self.widths) != len(self.head) or min(self.widths) <= 0):
            raise ValueError("A table has one width for each column, all above nought.")
        for number, row in enumerate(self.rows, 1):
            if len(row) != len(self.head):
                raise ValueError(f"Row {number} has {len(row)} cells; the head has {len(self.head)}.")


@dataclass(frozen=True)
class PageBreak:
    """What follows begins a new page."""


Block: TypeAlias = Paragraph | Heading | Listed | Table | Grid | PageBreak


@dataclass(frozen=True)
class Proof:
    """By what anybody may check that a paper is genuine: its code, where, and the same as a picture (PNG) to scan."""

    code: str
    address: str
    page: str
    picture: bytes


@dataclass(frozen=True)
class Letter:
    """One paper. `organ` is the red head, `number` its number, `signed` the body that answers for it.

    `untitled`: its title is not printed above the body, as on the cover of a file, which tells it in its own way.
    """

    title: str
    _: KW_ONLY
    organ: str = ""
    number: str = ""
    to: str = ""
    body: tuple[Block, ...] = ()
    signed: str = ""
    dated: date | None = None
    notes: tuple[str, ...] = ()
    untitled: bool = False
    proof: Proof | None = None


def numbered(blocks: Iterable[Block]) -> tuple[Block, ...]:
    """The same blocks, each heading with its ordinal; a heading begins the count of the levels below it anew."""
    counts = [0] * LEVELS
    told: list[Block] = []
    for block in blocks:
        if isinstance(block, Heading):
            counts[block.level - 1] += 1
            counts[block.level :] = [0] * (LEVELS - block.level)
            block = replace(block, text=ordinal(counts[block.level - 1], level=block.level) + block.text)
        told.append(block)
    return tuple(told)
