"""An .xlsx as rows: refused by its directory before anything is unpacked, and read in a process of its own."""

import subprocess
import sys
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO
from zipfile import BadZipFile, ZipFile

import msgspec

from linli.ground.text import msg
from linli.paper.rows.apart import COLUMNS, ROWS, SECONDS
from linli.paper.rows.row import Row, Unreadable

APART = Path(__file__).with_name("apart.py")
MOST, ENTRIES, UNPACKED, RATIO = 10 * 1024 * 1024, 200, 200 * 1024 * 1024, 100
ZIP, OLD = b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SEALED, HEART = 0x1, "xl/workbook.xml"

LARGE = msg("The workbook is larger than 10 MB, or unpacks to far more. Save the list as .csv and choose that.")
LONG = msg("The sheet has more than {most} rows. Save the list as .csv, which may be longer, and choose that.")
WIDE = msg("The sheet has more than {most} columns. Delete the empty ones on the right and save it again.")
OLD_BOOK = msg("This is an old .xls file or one with a password. Save it as .xlsx without a password, or as .csv.")
NO_BOOK = msg("This is no Excel workbook. Save the list as .xlsx or .csv and choose it again.")
BROKEN = msg("The workbook cannot be read. Open it in your spreadsheet, save it again as .xlsx and choose the new one.")
NO_SHEET = msg("There is no sheet “{sheet}” in the workbook. It has: {sheets}.")


class _Told(msgspec.Struct):
    """What the process that reads says before the rows."""

    why: str = ""
    sheet: str = ""
    sheets: list[str] = []


@dataclass(frozen=True)
class Book:
    """A workbook that was read: its sheets, which of them was taken, and that one's rows as they were told."""

    sheets: tuple[str, ...]
    sheet: str
    told: tuple[bytes, ...]

    def rows(self) -> Iterator[Row]:
        for number, line in enumerate(self.told, 1):
            cells = msgspec.json.decode(line, type=list[str | tuple[datetime]])
            yield Row(number, tuple(cell if isinstance(cell, str) else cell[0] for cell in cells))


def is_book(file: IO[bytes]) -> bool:
    """Whether the file says that it is a workbook, a new or an old one."""
    file.seek(0)
    head = file.read(len(OLD))
    return head.startswith(ZIP) or head == OLD


def read(file: IO[bytes], *, sheet: str = "") -> Book:
    """The sheet of that name, or the first one with rows in it. Raises Unreadable."""
    file.seek(0)
    data = file.read(MOST + 1)
    _refuse_by_directory(file, data)
    first, *told = _read_apart(data, sheet) or [b""]
    try:
        said = msgspec.json.decode(first, type=_Told)
    except msgspec.DecodeError as error:
        raise Unreadable(BROKEN) from error
    if said.why == "sheet":
        raise Unreadable(NO_SHEET, sheet=sheet, sheets="，".join(said.sheets))
    if said.why:
        raise Unreadable(LONG, most=f"{ROWS:,}") if said.why == "long" else Unreadable(WIDE, most=COLUMNS)
    return Book(tuple(said.sheets), said.sheet, tuple(told))


def _refuse_by_directory(file: IO[bytes], data: bytes) -> None:
    """A small file may unpack to gigabytes."""
    if data.startswith(OLD):
        raise Unreadable(OLD_BOOK)
    if len(data) > MOST:
        raise Unreadable(LARGE)
    file.seek(0)
    try:
        entries = ZipFile(file).infolist()
    except (BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError) as error:
        raise Unreadable(BROKEN) from error
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > ENTRIES or unpacked > UNPACKED or unpacked > RATIO * len(data):
        raise Unreadable(LARGE)
    if any(entry.flag_bits & SEALED for entry in entries):
        raise Unreadable(OLD_BOOK)
    if HEART not in {entry.filename for entry in entries}:
        raise Unreadable(NO_BOOK)


def _read_apart(data: bytes, sheet: str) -> list[bytes]:
    """What a reader that could be made to eat all memory says: only it would die of that."""
    command = [sys.executable, "-I", str(APART), *([sheet] if sheet else [])]
    try:
        done = subprocess.run(command, input=data, capture_output=True, timeout=2 * SECONDS, check=False)
    except subprocess.TimeoutExpired as error:
        raise Unreadable(LARGE) from error
    if done.returncode:
        raise Unreadable(BROKEN if done.returncode > 0 and b"MemoryError" not in done.stderr else LARGE)
    return done.stdout.splitlines()
