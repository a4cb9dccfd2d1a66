"""Reads labelled texts from a file with the columns title, body and label, packed by gzip or not."""

import csv
import gzip
import io
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from linli.likeness.lesson import Lesson, lesson

COLUMNS = ("title", "body", "label")
GZIP = b"\x1f\x8b"
LONGEST = 1_000_000
"""Characters of one field."""


class Unreadable(ValueError):
    """The file is no table of labelled texts; says why and what to do."""


def labelled(file: Path) -> list[Lesson]:
    """Raises Unreadable."""
    csv.field_size_limit(LONGEST)
    rows = csv.DictReader(io.StringIO(_text(file), newline=""))
    missing = [name for name in COLUMNS if name not in (rows.fieldnames or ())]
    if missing:
        said = _("{file} has no column {missing}. Its first line has to name the columns title, body and label.")
        raise Unreadable(said.format(file=file, missing=", ".join(missing)))
    try:
        found = list(_lessons(rows))
    except csv.Error as problem:
        raise Unreadable(_("{file} is no table: {why}.").format(file=file, why=problem)) from problem
    if not found:
        raise Unreadable(_("{file} holds no labelled text.").format(file=file))
    return found


def _lessons(rows: "csv.DictReader[str]") -> Iterator[Lesson]:
    """Rows without words or without a label say nothing."""
    for row in rows:
        one = lesson(*((row[name] or "").strip() for name in COLUMNS))
        if one.text and one.label:
            yield one


def _text(file: Path) -> str:
    try:
        data = file.read_bytes()
        return (gzip.decompress(data) if data.startswith(GZIP) else data).decode("utf-8-sig")
    except (OSError, EOFError) as problem:
        raise Unreadable(_("{file} cannot be read: {why}.").format(file=file, why=problem)) from problem
    except UnicodeDecodeError as problem:
        raise Unreadable(_("{file} is not UTF-8. Save it as CSV UTF-8 and try again.").format(file=file)) from problem
