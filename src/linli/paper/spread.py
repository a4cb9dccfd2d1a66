"""One page A4 across in two halves, for who has a minute: text and a table on the left, another on the right."""

from collections.abc import Iterable
from dataclasses import dataclass

from linli.paper.blocks import Line
from linli.paper.layout import Layout
from linli.paper.letter import Heading, Paragraph, Table
from linli.paper.numerals import width
from linli.paper.package import pack
from linli.paper.page import HEIGHT, POINT, WIDTH, twips
from linli.paper.tables import LOWEST, SMALL, lines, table
from linli.paper.text import lawful

MARGIN, GAP = twips(13), twips(8)
HALF = (HEIGHT - 2 * MARGIN - GAP) // 2
FOOT = twips(6)
TITLE, TEXT, LEAD = 560, 320, 440
"""Twips that a line of each takes: of the title, of running text, of a heading with the room around it."""
WORDS = 10.5
ROOM = WIDTH - 2 * MARGIN - FOOT - TITLE - 2 * TEXT
"""What stands below the title may be so high."""
BREAK = '<w:r><w:br w:type="column"/></w:r>'
Piece = Paragraph | Heading | Table


@dataclass(frozen=True)
class Spread:
    """`told` stands in one line below the title; the right half, where there is one, begins with a line."""

    title: str
    told: str
    left: tuple[Piece, ...]
    right: tuple[Piece, ...]
    creator: str = ""


def spread(told: Spread) -> bytes:
    """The same page gives the same bytes."""
    head = Line("SpreadTitle", told.title).xml() + Line("SpreadTold", told.told).xml()
    content = (
        f"{head}<w:p><w:pPr>{_section(columns=1)}</w:pPr></w:p>{_half(told.left)}"
        f"{_half(told.right, fresh=True)}{_section(columns=2)}"
    )
    return pack(content, title=told.title, creator=told.creator, on=None)


def high(pieces: Iterable[Piece]) -> int:
    """About how many twips a half takes: not more than ROOM, or there would be a second page."""
    return sum(_high(piece) for piece in pieces)


def _high(piece: Piece) -> int:
    match piece:
        case Paragraph(text):
            each = HALF // (WORDS * POINT)
            return sum(TEXT * max(1, -int(-(width(line) + 2) // each)) for line in lawful(text).split("\n"))
        case Heading():
            return LEAD
        case Table():
            share = [HALF * one / sum(piece.widths) for one in piece.widths]
            rows = (piece.head, *piece.rows)
            return sum(max(_lines(text, room) for text, room in zip(row, share, strict=True)) for row in rows)


def _lines(text: str, room: float) -> int:
    return (LOWEST + POINT // 2) * lines(text, room=int(room), size=SMALL)


def _half(pieces: Iterable[Piece], *, fresh: bool = False) -> str:
    """The right half begins with a line: the break stands in front of its first word."""
    told = "".join(_xml(piece) for piece in pieces)
    return told.replace("</w:pPr>", f"</w:pPr>{BREAK}", 1) if fresh else told


def _xml(piece: Piece) -> str:
    match piece:
        case Paragraph(text):
            return "".join(Line("SpreadText", line).xml() for line in lawful(text).split("\n"))
        case Heading(_level, text):
            return Line("SpreadHead", text).xml()
        case Table():
            return table(piece, room=HALF, tiny=True) + Line("After", "", Layout(line=POINT)).xml()


def _section(*, columns: int) -> str:
    """A4 across; the second section goes on where the first ends."""
    apart = f'<w:cols w:num="{columns}" w:space="{GAP}"/>'
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="none"/><w:footerReference w:type="even" r:id="none"/>'
        f'<w:type w:val="continuous"/><w:pgSz w:w="{HEIGHT}" w:h="{WIDTH}" w:orient="landscape"/>'
        f'<w:pgMar w:top="{MARGIN}" w:right="{MARGIN}" w:bottom="{MARGIN}" w:left="{MARGIN}"'
        f' w:header="{FOOT}" w:footer="{FOOT}" w:gutter="0"/>{apart}</w:sectPr>'
    )
