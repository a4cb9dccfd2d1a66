"""A printed report as an official paper in Chinese: the figures in sentences, then the tables, then what they count."""

from collections.abc import Iterator
from itertools import groupby

from django.utils.translation import gettext as _

from linli.ground.clock import day_of
from linli.paper.document import docx
from linli.paper.letter import Block, Heading, Letter, Paragraph, Table, numbered
from linli.paper.numerals import width
from linli.paper.page import POINT, TEXT_WIDTH
from linli.paper.spread import spread
from linli.paper.tables import PADDING, SMALL
from linli.policy.calendar import calendar
from linli.reports.files import compared, explained, heading
from linli.reports.minutes import NONE
from linli.reports.one_page import page
from linli.reports.printed import Definition, Printed, PrintedRow, PrintedSection

ROOM = TEXT_WIDTH / (SMALL * POINT)
"""Characters of the small size that stand beside each other on a page."""
GAP = 2 * PADDING / (SMALL * POINT) + 0.3
SHORTEST, LONGEST = 3.0, 11.0


def written(printed: Printed) -> bytes:
    """As a file: on one page where the report has to stand on one, as a letter otherwise."""
    if printed.one_page and printed.sections:
        return spread(page(printed, title=_title(printed)))
    return docx(letter(printed))


def letter(printed: Printed) -> Letter:
    """Made in Chinese by whoever made `printed` in Chinese: see `issuing.in_chinese`. Until issued nobody signs it."""
    body: list[Block] = [Paragraph("；".join(one.rstrip("。") for one in heading(printed)[1:]) + "。")]
    body += [Paragraph(sentence) for sentence in printed.narrative]
    for section in printed.sections:
        body += [Heading(1, section.word), *_tables(section)]
        body += [Paragraph(section.note)] if section.note else []
    body += [Heading(1, _("How it is counted")), *_explained(printed)]
    if not printed.number:
        return Letter(title=_title(printed), body=numbered(body))
    return Letter(
        title=_title(printed),
        organ=printed.unit,
        number=printed.number,
        body=numbered(body),
        signed=printed.unit,
        dated=day_of(printed.cut_at, zone=calendar().zone),
    )


def _title(printed: Printed) -> str:
    title = _("{title} ({period})").format(title=printed.title, period=printed.period_word)
    return title if printed.number else _("{title}, not issued").format(title=title)


def _tables(section: PrintedSection) -> Iterator[Block]:
    """One table, or several beneath each other where its columns do not fit beside each other on the page."""
    if not section.rows:
        yield Paragraph(_(NONE))
        return
    labels = [section.head, *(row.label for row in section.every_row)]
    first = _wide(labels, most=LONGEST)
    across = [_of_column(section, place) for place in range(len(section.heads))]
    for places in _packed(section, across, room=ROOM - first):
        heads = (section.head, *(section.heads[place].full for place in places))
        rows = tuple(_row(under, row, places) for under, row in section.grouped)
        widths = (first, *(across[place] for place in places))
        yield Table(heads, tuple(one for pair in rows for one in pair), widths=widths, small=True)


def _row(under: str, row: PrintedRow, places: list[int]) -> list[tuple[str, ...]]:
    told = (row.label, *(row.cells[place].text for place in places))
    return [(under, *("" for _place in places)), told] if under else [told]


def _of_column(section: PrintedSection, place: int) -> float:
    """As wide as its longest value; its head may take several lines."""
    values = [row.cells[place].text for row in section.every_row]
    return max(_wide(values, most=LONGEST), min(_wide([section.heads[place].full], most=LONGEST), SHORTEST + GAP + 1))


def _wide(texts: list[str], *, most: float) -> float:
    return min(most, max([SHORTEST, *(width(text) for text in texts)])) + GAP


def _packed(section: PrintedSection, widths: list[float], *, room: float) -> list[list[int]]:
    """The places of the columns, as many together as the room holds; those under one head stay together."""
    tables: list[list[int]] = [[]]
    for places in _together(section, widths, room=room):
        if tables[-1] and sum(widths[place] for place in (*tables[-1], *places)) > room:
            tables.append([])
        tables[-1] += places
    return tables


def _together(section: PrintedSection, widths: list[float], *, room: float) -> Iterator[list[int]]:
    for under, shared in groupby(range(len(widths)), key=lambda place: section.heads[place].under):
        places = list(shared)
        fits = under and sum(widths[place] for place in places) <= room
        yield from [places] if fits else ([place] for place in places)


def _explained(printed: Printed) -> Iterator[Block]:
    if others := compared(printed):
        yield Paragraph("；".join(others) + "。")
    words = (_("Indicator"), _("Counts"), _("Of"), _("Date basis"), _("Left out"))
    rows = tuple((one.word, *_of(one)) for one in printed.definitions)
    yield Table(words, rows, widths=(2, 3, 2, 2, 2), small=True)


def _of(one: Definition) -> tuple[str, ...]:
    return explained(one)[:-1]
