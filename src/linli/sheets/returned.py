"""The rows that could not be taken in, as they came, with the reason behind each: to be mended and chosen again."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import chain, islice
from tempfile import TemporaryFile
from typing import IO

from django.utils.translation import gettext as _

from linli.matters.kind import kind_named
from linli.paper.numerals import width
from linli.paper.rows.table import Table
from linli.paper.sheet import Cell, Column, Sheet, text_lines, write_workbook
from linli.sheets.delivering import SOURCE, mapping_of, opened
from linli.sheets.models import Delivery
from linli.sheets.reading import Reader
from linli.sheets.weighing import Complaint, Judged, complaints, judged
from linli.staff.posts import Held

FORMS = ("xlsx", "csv")
NARROWEST, WIDEST, WIDE, LOOKED_AT = 8, 36, 48, 50
"""How many Latin letters wide a column is at least and at most, that of the reasons, and how many rows tell it."""


def returned(delivery: Delivery, *, by: Held, at: datetime, form: str) -> IO[bytes]:
    """The wrong rows of what was handed over, as they are wrong now. Raises Unreadable, Http404."""
    table, reading = opened(delivery)
    kind, source = kind_named(delivery.kind), mapping_of(delivery).source or SOURCE
    rows = judged(table, reading, kind, source=source, by=by, at=at)
    file = TemporaryFile()  # noqa: SIM115 it is closed by whoever sends it
    write_returned(rows, table, reading, file, form=form, name=delivery.file_name)
    file.seek(0)
    return file


def write_returned(
    judged: Iterable[Judged], table: Table, reader: Reader, into: IO[bytes], *, form: str, name: str
) -> None:
    """Only wrong rows; their headings and cells stay where they were, the reasons stand in columns of their own."""
    rows = _rows(judged, reader, width=len(table.heads))
    first = list(islice(rows, LOOKED_AT))
    heads = [Column(head, _wide(head, [row[place] for row in first])) for place, head in enumerate(table.heads)]
    said = [Column(_("Row"), 8), Column(_("Which column"), 18), Column(_("What is wrong, and what to do"), WIDE)]
    head = (_("Mend these rows and choose this file again; what was taken in already stays as it is."),)
    sheet = Sheet(name, head, [*heads, *said], name)
    rows = chain(first, rows)
    if form == "xlsx":
        write_workbook(sheet, rows, into)
    else:
        into.writelines(text_lines(sheet, rows))


def _rows(judged: Iterable[Judged], reader: Reader, *, width: int) -> Iterator[Sequence[Cell]]:
    for one in judged:
        if one.wrong is None:
            continue
        told = list(complaints(one, reader=reader))
        cells: list[Cell] = [*one.found.cells[:width], *[""] * (width - len(one.found.cells))]
        yield [*cells, one.found.number, _(", ").join(said.head for said in told), _reasons(told)]


def _reasons(told: Sequence[Complaint]) -> str:
    """Of several each on a line, behind the heading of its column."""
    if len(told) == 1:
        return told[0].sentence
    return "\n".join(_("{column}: {sentence}").format(column=one.head, sentence=one.sentence) for one in told)


def _wide(head: str, cells: Iterable[Cell]) -> int:
    """As what stands there needs, up to a width from which on it goes on below; a moment is as long as its form."""
    long = max(2 * width(told) for told in (head, *(one if isinstance(one, str) else "0" * 16 for one in cells)))
    return min(WIDEST, max(NARROWEST, int(long) + 2))
