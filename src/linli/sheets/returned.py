"""The rows that could not be taken in, as they came, with the reason behind each: to be mended and chosen again."""

from collections.abc import Iterable, Iterator, Sequence
from typing import IO

from django.utils.translation import gettext as _

from linli.paper.rows.table import Table
from linli.paper.sheet import Cell, Column, Sheet, write_lines, write_workbook
from linli.sheets.reading import Reader
from linli.sheets.weighing import Judged, complaint

FORMS = {"xlsx": write_workbook, "csv": write_lines}
WIDE = 48


def write_returned(
    judged: Iterable[Judged], table: Table, reader: Reader, into: IO[bytes], *, form: str, name: str
) -> None:
    """Only wrong rows; their headings and cells stay where they were, the reasons stand in columns of their own."""
    heads = [Column(head, 18) for head in table.heads]
    said = [Column(_("Row"), 8), Column(_("Which column"), 18), Column(_("What is wrong, and what to do"), WIDE)]
    head = (_("Mend these rows and choose this file again; what was taken in already stays as it is."),)
    sheet = Sheet(name, head, [*heads, *said], name)
    FORMS[form](sheet, _rows(judged, reader, width=len(heads)), into)


def _rows(judged: Iterable[Judged], reader: Reader, *, width: int) -> Iterator[Sequence[Cell]]:
    for one in judged:
        if one.wrong is None:
            continue
        told = complaint(one, reader=reader)
        cells: list[Cell] = [*one.found.cells[:width], *[""] * (width - len(one.found.cells))]
        yield [*cells, one.found.number, told.head, told.sentence]
