"""What each row of a list says of the columns of a kind, or which cells cannot be read and what to do about it."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any

from linli.ground.clock import day_of
from linli.ground.text import msg, without_unseen
from linli.matters.incoming import Column, Incoming, Row, Wrong, together
from linli.paper.rows.encoding import LOST
from linli.paper.rows.moments import AUTO, NoMoment, moment_of
from linli.paper.rows.row import Cell
from linli.paper.rows.row import Row as Found
from linli.paper.rows.table import Table
from linli.paper.sheet import FORMULA
from linli.sheets.mapping import Filled
from linli.sheets.mapping import Mapping as How

CUT = re.compile(r"-?\d(\.\d+)?E\+\d+", re.IGNORECASE)
UNTIL = "due_at"
"""A day without a clock is meant to its end where something is to be done by then."""
A_DAY = timedelta(days=1) - timedelta(seconds=1)
YES = frozenset(["是", "有", "对", "需要", "要", "已", "保密", "y", "yes", "true", "t", "1", "√", "✓", "x"])
NO = frozenset(["否", "无", "没有", "不", "不需要", "不要", "未", "公开", "n", "no", "false", "f", "0", "×", "-"])
CUT_NUMBER = msg(
    "“{value}” lost figures when the file was saved. Format the column as text, fill it anew and save it again."
)
NOT_READ = msg("“{value}” cannot be read in this encoding. Choose another encoding of the file.")
NEITHER = msg("“{value}” is neither yes nor no. Write 是 or 否, or say in the mapping what it stands for.")
NO_NUMBER = msg("“{value}” is no number. Write figures only.")
TOO_LONG = msg("This is too long for a code, a date or a number. Look whether the cell belongs to another column.")
SHORT = 200
"""Signs of whatever is no text: a longer cell is not even looked at."""
A_ROW = ""
"""The column of what is wrong with a row as a whole."""


@dataclass(frozen=True)
class Read:
    """One row of the list, what it tells, and what of it cannot be read."""

    found: Found
    told: Mapping[str, Any] = field(default_factory=dict)
    wrong: Wrong | None = None

    @property
    def row(self) -> Row:
        return Row(self.found.number, self.told)


@dataclass(frozen=True)
class Reader:
    """Reads rows by a mapping; knows where each heading stands."""

    how: How
    incoming: Incoming
    columns: tuple[tuple[Column, Filled, tuple[int, ...]], ...]
    zone: str

    def read(self, found: Found) -> Read:
        if found.wrong:
            return Read(found, wrong=Wrong(A_ROW, found.wrong))
        told: dict[str, Any] = {}
        days, wrong = set[str](), list[Wrong]()
        for column, filled, places in self.columns:
            try:
                value = self._value(column, filled, _joined(found.cells, places), days)
            except NoMoment as error:
                wrong.append(Wrong(column.name, str(error), value=self.shown(found, column.name)[:40]))
                continue
            except Wrong as one:
                wrong.append(one.with_traceback(None))
                continue
            if value not in ("", None):
                told[column.name] = value
        if wrong:
            return Read(found, told, together(wrong))
        return Read(found, self._with_clocks(told, days))

    def shown(self, found: Found, name: str) -> str:
        """What the list has in this column, as it stands there."""
        places = next((places for column, _filled, places in self.columns if column.name == name), ())
        cell = _joined(found.cells, places)
        return cell if isinstance(cell, str) else f"{cell:%Y-%m-%d %H:%M}"

    def word(self, found: Found, name: str) -> str:
        """The same as the words of the mapping are looked up by; blank where the cell is."""
        return _plain(self.shown(found, name))

    @cached_property
    def heads(self) -> Mapping[str, str]:
        """Of the columns that are filled from the list, by their words, how they are headed there."""
        return {column.word: " + ".join(filled.heads) for column, filled, places in self.columns if places}

    def _value(self, column: Column, filled: Filled, cell: Cell, days: set[str]) -> Any:
        if isinstance(cell, str):
            cell = _plain(cell)
            cell = _meant(cell, filled.words) or filled.fixed
        if cell == "":
            return None
        if isinstance(cell, str) and column.reads != "text" and len(cell) > SHORT:
            raise Wrong(column.name, TOO_LONG)
        if column.reads in ("moment", "day"):
            read = moment_of(cell, form=filled.form or AUTO, zone=self.zone)
            if read.whole_day:
                days.add(column.name)
            return read.at if column.reads == "moment" else day_of(read.at, zone=self.zone)
        text = cell if isinstance(cell, str) else f"{cell:%Y-%m-%d %H:%M}"
        return READERS.get(column.reads, _text)(text, column)

    def _with_clocks(self, told: dict[str, Any], days: set[str]) -> dict[str, Any]:
        """A day without a clock is not before what happened on that day at a known hour."""
        latest: datetime | None = None
        for column, _filled, _places in self.columns:
            at = told.get(column.name)
            if column.reads != "moment" or at is None:
                continue
            if column.name == UNTIL:
                told[UNTIL] = at + A_DAY if UNTIL in days else at
                continue
            if column.name in days and latest and at < latest and day_of(latest, zone=self.zone) == self._day(at):
                at = told[column.name] = latest
            latest = max(latest, at) if latest else at
        return told

    def _day(self, at: datetime) -> Any:
        return day_of(at, zone=self.zone)


def reader(table: Table, how: How, *, incoming: Incoming, zone: str) -> Reader:
    """`zone`: that of the centre, where the mapping names none."""
    places = {head: place for place, head in enumerate(table.heads)}
    columns = tuple(
        (column, filled, tuple(places[head] for head in filled.heads if head in places))
        for column in incoming.columns
        if (filled := how.columns.get(column.name))
    )
    return Reader(how, incoming, columns, how.zone or zone)


def read_all(table: Table, reader: Reader) -> Iterator[Read]:
    """Every row below the headings, as it is read; no more than one is held."""
    return (reader.read(found) for found in table.rows())


def _joined(cells: tuple[Cell, ...], places: tuple[int, ...]) -> Cell:
    """The cell; of several columns their texts one behind the other, of a day and a clock both."""
    if len(places) == 1:
        return cells[places[0]] if places[0] < len(cells) else ""
    told = [cells[place] for place in places if place < len(cells) and cells[place] != ""]
    if len(told) == 1:
        return told[0]
    return " ".join(one if isinstance(one, str) else f"{one:%Y-%m-%d}" for one in told)


def _plain(text: str) -> str:
    """Without what cannot be seen, and without the apostrophe that keeps a spreadsheet from reckoning."""
    seen = (text if text.isprintable() else without_unseen(text)).strip()
    return seen[1:] if seen.startswith("'") and seen[1:].lstrip().startswith(FORMULA) else seen


def _meant(text: str, words: Mapping[str, str]) -> str:
    return words.get(text, text) if words else text


def _text(text: str, column: Column) -> str:
    if LOST in text:
        raise Wrong(column.name, NOT_READ, value=text[:40])
    if CUT.fullmatch(text):
        raise Wrong(column.name, CUT_NUMBER, value=text)
    return text


def _yes(text: str, column: Column) -> bool:
    said = unicodedata.normalize("NFKC", text).casefold()
    if said in YES or said in NO:
        return said in YES
    raise Wrong(column.name, NEITHER, value=text[:40])


def _number(text: str, column: Column) -> int:
    figures = re.sub(r"[,\s]", "", unicodedata.normalize("NFKC", text))
    if not re.fullmatch(r"-?\d{1,15}(\.0+)?", figures):
        raise Wrong(column.name, NO_NUMBER, value=text[:40])
    return int(float(figures))


def _point(text: str, column: Column) -> str:
    """Longitude first, also where the list has it last."""
    found = re.findall(r"-?\d+(?:\.\d+)?", text)
    if len(found) == 2 and abs(float(found[1])) > 90 >= abs(float(found[0])):
        found.reverse()
    return ",".join(found) if len(found) == 2 else text


READERS: Mapping[str, Callable[[str, Column], Any]] = {"yes": _yes, "number": _number, "point": _point}
