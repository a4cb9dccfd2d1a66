"""What is left to the hand: lines for what nobody told, ticks, signatures, days and the place of the seal."""

from collections.abc import Iterable, Mapping
from datetime import date

from linli.kinds.dispute.dossier.standing import Who, committee, parties, sides
from linli.matters.papers import Source
from linli.paper.grid import Box, Grid, Row, label, on_line, plain, ruled
from linli.paper.letter import Block, Paragraph
from linli.paper.numerals import day

SHORT = 9
"""Rows of a table that stay on one page: its head never stands alone at the foot of one."""
BLANK_DAY = "　　　　年　　月　　日"
HAND = "（签名、盖章或按指印）："
FIELDS = (21, 30, 18, 31)
"""A name, its line, a second name, its line."""


def day_or_blank(on: date | None) -> str:
    return day(on) if on else BLANK_DAY


def ticked(chosen: str, words: Mapping[str, str]) -> str:
    """Every answer of a list, the right one ticked; none where nobody told."""
    return "　".join(f"{'☑' if code == chosen else '☐'}{word}" for code, word in words.items())


def under(heading: str, text: str, *, lines: int = 3) -> tuple[Block, ...]:
    """What was told below its heading, or empty lines."""
    return Paragraph(f"{heading}：", small=True, leads=True), said(text) if text else ruled(lines)


def said(text: str) -> Paragraph:
    """Running text of a form."""
    return Paragraph(text, small=True)


def fields(*rows: tuple[tuple[str, str], ...]) -> Grid:
    """One or two names a row, each with its line; what is known stands on it."""
    return Grid(FIELDS, tuple(_fields(row) for row in rows))


def boxes(*rows: tuple[tuple[str, str], ...]) -> tuple[Row, ...]:
    """The same as rows of a table: one or two names a row, each with its box."""
    return tuple(_boxes(row) for row in rows)


def signatures(people: Iterable[str], *, on: date | None = None, seal: str = "") -> Grid:
    """A line for each to sign on, then the seal where there is one, and the day."""
    signed = [Row((plain(text, align="right", span=2), on_line("", span=2)), height=12) for text in people]
    sealed = [Row((plain(f"（{seal}印章）", align="center", span=4),), height=20)] if seal else []
    dated = Row((plain("", span=2), plain(day_or_blank(on), align="center", span=2)), height=13)
    return Grid(FIELDS, (*signed, *(_right(row) for row in sealed), dated), together=True)


def signed_boxes(source: Source, *staff: str, on: date | None) -> tuple[Row, ...]:
    """The last rows of a form that is a table: the sides, those of the committee, its seal and the day."""
    sides_ = "\n".join(f"{source.label('side', side)}：" for side in sides(parties(source)))
    committee_rows = (Row((label(f"{text}\n（签名）"), Box("", span=3)), height=12) for text in staff)
    seal = label(f"{committee(source)}\n（印章）", span=2)
    return (
        Row((label("当事人\n（签名、盖章\n或按指印）"), Box(sides_, span=3, style="Filled")), height=22),
        *committee_rows,
        Row((seal, Box(day_or_blank(on), span=2, align="center")), height=20),
    )


def by_side(source: Source, people: Iterable[Who]) -> list[str]:
    """The label of a signature for each side."""
    return [f"{source.label('side', side)}{HAND}" for side in sides(people)] or [f"当事人{HAND}"]


def pasting(text: str = "（粘贴处）", *, height: float = 90) -> Grid:
    """A framed place on which a paper is pasted."""
    return Grid((1,), (Row((Box(text, style="Label", top=True),), height=height),))


def listed(
    head: tuple[str, ...], rows: Iterable[tuple[str, ...]], *, widths: tuple[float, ...], least: int = 3
) -> Grid:
    """A table with so many rows at least: empty ones are filled in by hand."""
    told = [*rows]
    told += [("",) * len(head)] * (least - len(told))
    lines = (Row(tuple(Box(text) for text in row)) for row in told)
    form = (Row(tuple(label(text) for text in head)), *lines)
    return Grid(widths, form, after=2, together=len(form) <= SHORT)


def _right(row: Row) -> Row:
    """The same row, its box on the right half of the page."""
    return Row((plain("", span=2), plain(row.boxes[0].text, align="center", span=2)), height=row.height)


def _fields(row: tuple[tuple[str, str], ...]) -> Row:
    span = 3 if len(row) == 1 else 1
    return Row(tuple(box for name, text in row for box in (plain(name), on_line(text, span=span))), height=9.5)


def _boxes(row: tuple[tuple[str, str], ...]) -> Row:
    span = 3 if len(row) == 1 else 1
    told = tuple(box for name, text in row for box in (label(name), Box(text, span=span)))
    return Row(told, height=9, whole=all(len(text) < 300 for _, text in row))
