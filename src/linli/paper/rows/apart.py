"""Reads one workbook in a process of its own, which may take only so much memory and time: run, never imported."""

import json
import resource
import sys
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from python_calamine import CalamineSheet, CalamineWorkbook

MEMORY, SECONDS = 1_500_000_000, 60
ROWS, COLUMNS = 50_000, 500
SAID = 200_000_000
"""Bytes of all that is said: a long text that is merged over many rows would fill the memory of whoever listens."""
FIGURES_KEPT = 1e15


def main(sheet: str) -> None:
    """The workbook comes by standard input; a line of JSON says what it is, and one follows for every row."""
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    book = CalamineWorkbook.from_filelike(BytesIO(sys.stdin.buffer.read()))
    if sheet and sheet not in book.sheet_names:
        _say({"why": "sheet", "sheets": book.sheet_names})
        return
    found = _sheet(book, sheet)
    if found.total_height > ROWS or found.total_width > COLUMNS:
        _say({"why": "long" if found.total_height > ROWS else "wide"})
        return
    told = found.to_python(skip_empty_area=False)
    _fill(told, found.merged_cell_ranges or [])
    _say({"sheets": book.sheet_names, "sheet": found.name})
    left = SAID
    for row in told:
        left -= _say([_cell(value) for value in row], most=left)


def _say(told: Any, *, most: int = SAID) -> int:
    """How many bytes it took. Raises MemoryError."""
    line = json.dumps(told, ensure_ascii=True) + "\n"
    if len(line) > most:
        raise MemoryError
    return sys.stdout.write(line)


def _sheet(book: CalamineWorkbook, name: str) -> CalamineSheet:
    """The one of that name; without one the first that holds more than a line."""
    if name:
        return book.get_sheet_by_name(name)
    found = [book.get_sheet_by_index(place) for place in range(len(book.sheet_names))]
    return max(found, key=lambda one: one.total_height > 0)


def _fill(told: list[list[Any]], merged: list[tuple[tuple[int, int], tuple[int, int]]]) -> None:
    """What is merged over many rows is meant for each of them; over columns it stands in the first only."""
    for (top, left), (bottom, _right) in merged:
        for row in told[top + 1 : bottom + 1]:
            if left < len(row) and row[left] == "":
                row[left] = told[top][left]


def _cell(value: Any) -> str | list[str]:
    """A value as it would be written; a day or a moment stands in a list, so that it stays one."""
    if isinstance(value, date):
        moment = value if isinstance(value, datetime) else datetime.combine(value, time.min)
        return [moment.isoformat()]
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return _number(value)
    return _clock(value) if isinstance(value, time | timedelta) else str(value)


def _number(value: float) -> str:
    """Without noughts behind; of more figures than a spreadsheet keeps it is shown as what was cut."""
    if abs(value) >= FIGURES_KEPT:
        return f"{value:E}"
    return str(int(value)) if value.is_integer() else repr(value)


def _clock(value: time | timedelta) -> str:
    seconds = value.total_seconds() if isinstance(value, timedelta) else value.hour * 3600 + value.minute * 60
    return f"{int(seconds) // 3600:02}:{int(seconds) % 3600 // 60:02}"


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "")
