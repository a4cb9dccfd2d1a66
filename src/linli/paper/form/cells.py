"""The cells of one sheet: what they say, by which formula, in which style, and where in the bytes they stand."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from functools import cached_property

from linli.paper.form.address import Address, Block, address, block
from linli.paper.form.archive import BROKEN, TOO_LARGE, Unfit
from linli.paper.form.formulas import moved
from linli.paper.form.markup import Element, parsed

CELLS = 50_000
WIDEST = 256
WIDE_MERGE = 1000
Value = Decimal | str | None


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell; `formula` is "" where none stands in it, "?" where it is one that is not understood."""

    at: Address
    value: Value
    formula: str = ""
    style: int = 0
    element: Element | None = None


@dataclass(frozen=True)
class Sheet:
    """One sheet of a form."""

    name: str
    part: str
    cells: Mapping[Address, Cell]
    merges: tuple[Block, ...] = ()
    widths: Mapping[int, float] = field(default_factory=dict)
    hidden: frozenset[int] = frozenset()
    """Columns that are not shown."""
    styles: Mapping[int, int] = field(default_factory=dict)
    """Of whole columns."""
    data: Element = field(default_factory=lambda: Element("sheetData", 0))

    def anchor(self, at: Address) -> Address:
        """Where the content of a cell lies: the first of its merged block."""
        found = self._covered.get(at)
        return found or next((one.first for one in self.merges if one.size > WIDE_MERGE and at in one), at)

    @cached_property
    def words_by_column(self) -> dict[int, list[Address]]:
        """Of each column the cells with words over it, also those of merged blocks, from above."""
        found: dict[int, list[Address]] = {}
        for at in self._words:
            area = self.block_at(at)
            for column in range(area.first.column, min(area.last.column, area.first.column + WIDEST) + 1):
                found.setdefault(column, []).append(at)
        return found

    @cached_property
    def words_by_row(self) -> dict[int, list[Address]]:
        """Of each row the cells with words in it, also those of merged blocks, from the left."""
        found: dict[int, list[Address]] = {}
        for at in sorted(self._words, key=lambda one: (one.column, one.row)):
            area = self.block_at(at)
            for row in range(area.first.row, min(area.last.row, area.first.row + WIDE_MERGE) + 1):
                found.setdefault(row, []).append(at)
        return found

    def block_at(self, first: Address) -> Block:
        """The merged block that begins here, or the cell alone."""
        return self._merged.get(first) or Block(first, first)

    @cached_property
    def _merged(self) -> dict[Address, Block]:
        return {one.first: one for one in self.merges}

    @cached_property
    def _words(self) -> list[Address]:
        return sorted(at for at, cell in self.cells.items() if isinstance(cell.value, str) and not cell.formula)

    @cached_property
    def _covered(self) -> dict[Address, Address]:
        return {at: one.first for one in self.merges if one.size <= WIDE_MERGE for at in one.cells()}

    def value(self, at: Address) -> Value:
        cell = self.cells.get(at)
        return cell.value if cell else None

    def formula(self, at: Address) -> str:
        cell = self.cells.get(at)
        return cell.formula if cell else ""

    @cached_property
    def begins(self) -> int:
        """The first column in which anything stands."""
        return min((at.column for at, cell in self.cells.items() if cell.value is not None), default=1)

    @cached_property
    def last(self) -> Address:
        """The last row and column in which something stands or is merged."""
        told = [at for at, cell in self.cells.items() if cell.value is not None or cell.formula]
        reach = [*told, *(one.last for one in self.merges if self.value(one.first) is not None), Address(1, 1)]
        return Address(max(at.row for at in reach), max(at.column for at in reach))


def read(content: bytes, *, name: str, part: str, texts: tuple[str, ...]) -> Sheet:
    """Raises Unfit."""
    root = parsed(content)
    data = root.first("sheetData")
    if data is None:
        raise Unfit(BROKEN)
    try:
        cells = {one.at: one for one in _cells(data, texts)}
        merges = tuple(block(one.get("ref")) for one in root.every("mergeCell"))
        across = [(at, one) for one in root.every("col") for at in _across(one)]
        widths = {at: float(one.get("width")) for at, one in across if one.get("width")}
        styles = {at: int(one.get("style")) for at, one in across if one.get("style")}
    except (ValueError, IndexError, InvalidOperation) as error:
        raise Unfit(BROKEN) from error
    if len(cells) > CELLS or len(merges) > CELLS // 20:
        raise Unfit(TOO_LARGE)
    hidden = frozenset(at for at, one in across if one.get("hidden") in ("1", "true"))
    return Sheet(name, part, cells, merges, widths, hidden, styles, data)


def rows(data: Element) -> Iterator[tuple[int, Element]]:
    """Each row with its number, which it need not say."""
    number = 0
    for one in data.all("row"):
        number = int(one.get("r") or number + 1)
        yield number, one


def columns(row: int, element: Element) -> Iterator[tuple[Address, Element]]:
    at = Address(row, 0)
    for one in element.all("c"):
        at = address(one.get("r")) if one.get("r") else at.moved(right=1)
        yield at, one


def _cells(data: Element, texts: tuple[str, ...]) -> Iterator[Cell]:
    shared: dict[str, tuple[Address, str]] = {}
    for row, element in rows(data):
        for at, one in columns(row, element):
            formula = _formula(at, one.first("f"), shared)
            yield Cell(at, _value(one, texts), formula, int(one.get("s") or 0), one)


def _formula(at: Address, told: Element | None, shared: dict[str, tuple[Address, str]]) -> str:
    """What the formula says here: of one that is shared only the first cell tells it."""
    if told is None:
        return ""
    if told.get("t") != "shared":
        return told.text.strip() or "?"
    if told.text.strip():
        shared[told.get("si")] = at, told.text.strip()
    first, text = shared.get(told.get("si"), (at, "?"))
    return moved(text, down=at.row - first.row, right=at.column - first.column)


def _value(one: Element, texts: tuple[str, ...]) -> Value:
    sort, told = one.get("t", "n"), one.first("v")
    if sort == "inlineStr":
        return "".join(run.text for inside in one.all("is") for run in inside.every("t")) or None
    if told is None or told.text == "":
        return None
    if sort == "s":
        return texts[int(told.text)] or None
    return Decimal(told.text.strip()) if sort == "n" else told.text


def _across(one: Element) -> range:
    first = int(one.get("min"))
    return range(first, min(int(one.get("max")), first + WIDEST) + 1)
