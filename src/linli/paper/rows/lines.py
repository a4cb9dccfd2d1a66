"""Lines of text as rows: any end of a line, any separator, and one spoilt quotation mark spoils one row only."""

import csv
import io
from collections import Counter, deque
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import IO

from linli.ground.text import msg
from linli.paper.rows.row import Row

SEPARATORS = {
    ",": msg("comma"),
    ";": msg("semicolon"),
    "\t": msg("tab"),
    "|": msg("upright line"),
    "，": msg("Chinese comma"),
}
TRIED = 40
MARK = "\ufeff"
SAID = "sep="
QUOTES = msg("A quotation mark is opened here and not closed, or stands in the middle. Mend the cell and save again.")
LONG = msg("A cell is longer than 100,000 characters. Shorten it and save again.")
LONGEST = 100_000


def rows(file: IO[bytes], *, encoding: str, separator: str) -> Iterator[Row]:
    """Every row of the file, as it is read; no more than one is held."""
    lines = _Lines(_text(file, encoding))
    reader = csv.reader(lines, delimiter=separator, strict=True)
    number = 0
    while True:
        lines.begin()
        number += 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Row(number, tuple(lines.spoilt().split(separator)), QUOTES)
            continue
        if number == 1 and cells and cells[0].startswith(SAID) and len(lines.taken[0].strip()) <= len(SAID) + 1:
            continue
        yield Row(number, tuple(cells), LONG if any(len(cell) > LONGEST for cell in cells) else "")


def separator_of(file: IO[bytes], *, encoding: str) -> str:
    """The one that cuts the first lines into the same number of cells most often; of equal ones, into more."""
    told = list(islice(_text(file, encoding), TRIED))
    if told and told[0].startswith(SAID) and told[0][len(SAID) :][:1] in SEPARATORS:
        return told[0][len(SAID)]
    return max(SEPARATORS, key=lambda separator: _agreement(told, separator))


def _agreement(told: list[str], separator: str) -> int:
    """How many cells stand in rows of the usual width."""
    widths: Counter[int] = Counter()
    try:
        widths.update(len(row) for row in csv.reader(told, delimiter=separator) if len(row) > 1)
    except csv.Error:
        return 0
    width, count = max(widths.items(), key=lambda one: (one[1], one[0]), default=(0, 0))
    return (width - 1) * count


def _text(file: IO[bytes], encoding: str) -> Iterator[str]:
    """The lines, every end of a line made plain; what the encoding cannot read is shown as what was lost."""
    file.seek(0)
    text = io.TextIOWrapper(file, encoding=encoding, errors="replace", newline=None)
    try:
        for place, line in enumerate(text):
            yield line.removeprefix(MARK) if place == 0 else line
    finally:
        with suppress(ValueError):
            text.detach()


class _Lines:
    """Lines for `csv`, remembered as long as one row is read of them, so that they can be told again."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines, self._again, self.taken = lines, deque[str](), list[str]()

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._again.popleft() if self._again else next(self._lines)
        self.taken.append(line)
        return line

    def begin(self) -> None:
        self.taken = []

    def spoilt(self) -> str:
        """The first line of what could not be read; the others are read again as rows of their own."""
        first, *others = self.taken
        self._again.extendleft(reversed(others))
        return first.rstrip("\n")
