"""A printed report on one page: its sentences and its first table on the left, what else it has on the right."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.paper.letter import Heading, Paragraph, Table
from linli.paper.numerals import width
from linli.paper.spread import ROOM, Piece, Spread, high
from linli.reports.files import compared, heading
from linli.reports.printed import COUNT, Cell, Printed, PrintedRow, PrintedSection

OTHERS = msg("Others ({count})")
WHERE = msg("How each figure is counted stands with the report itself.")
FIRST, LONGEST, VALUE = 8.0, 19.0, 4.0
"""Characters: the least and the most of the first column, and of a column of values at the least."""


def page(printed: Printed, *, title: str) -> Spread:
    """`title` says whether it was issued; see `letters.written`."""
    first, *others = printed.sections
    told = (*compared(printed), _(WHERE))
    left: list[Piece] = [Paragraph(sentence) for sentence in printed.narrative]
    left += [Heading(1, first.word), _table(first), Paragraph("；".join(one.rstrip("。") for one in told) + "。")]
    right = [piece for section in others for piece in _pieces(section)]
    if others and high(right) > ROOM:
        room = ROOM - high(right) + high([_table(others[-1])])
        right = [piece for section in (*others[:-1], fitted(others[-1], room=room)) for piece in _pieces(section)]
    return Spread(title, "　".join(heading(printed)), tuple(left), tuple(right), creator=printed.unit)


def fitted(section: PrintedSection, *, room: int) -> PrintedSection:
    """As many rows as there is room for, the others added up in one: first those that count nothing."""
    if section.total is None or any(cell.sort != COUNT for row in section.rows for cell in row.cells):
        return section
    for count in range(2, len(section.rows) + 1):
        told = _with_others(section, count)
        if high([_table(told)]) <= room:
            return told
    return section


def _with_others(section: PrintedSection, count: int) -> PrintedSection:
    """The last so many of those that come first to be left out, as one row before the total."""
    rows = list(enumerate(section.rows))
    order = sorted(rows, key=lambda pair: (any(one.top for cell in pair[1].cells for one in cell.figures), -pair[0]))
    out = {place for place, _row in order[:count]}
    added = _added([row for place, row in rows if place in out])
    return replace(section, rows=(*(row for place, row in rows if place not in out), added))


def _added(rows: Sequence[PrintedRow]) -> PrintedRow:
    sums = [
        sum(one.top for cell in cells for one in cell.figures)
        for cells in zip(*(row.cells for row in rows), strict=True)
    ]
    return PrintedRow(_(OTHERS).format(count=len(rows)), "", (), tuple(Cell(str(one), COUNT) for one in sums))


def _pieces(section: PrintedSection) -> Iterator[Piece]:
    yield Heading(1, section.word)
    yield _table(section)
    if section.note:
        yield Paragraph(_(section.note))


def _table(section: PrintedSection) -> Table:
    """Without the names of groups of rows, which would take lines of their own."""
    head = (section.head, *(one.full for one in section.heads))
    rows = tuple((row.label, *(cell.text for cell in row.cells)) for row in section.every_row)
    first = min(LONGEST, max([FIRST, *(width(row[0]) + 1 for row in rows)]))
    values = [max([VALUE, *(width(row[place]) for row in rows)]) + 1 for place in range(1, len(head))]
    return Table(head, rows, widths=(first, *values))
