"""A table that fills the width of the text: head on every page, rows in one piece, thin lines."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from linli.paper.layout import Layout
from linli.paper.letter import Table
from linli.paper.numerals import width
from linli.paper.page import POINT, TEXT_HEIGHT, TEXT_WIDTH, twips
from linli.paper.text import lawful, run

SIZE, SMALL = 12, 9
"""Points: 小四 as forms have it, 小五 for long lists and where all has to stand on one page."""
PADDING = 80
ROW, LOW, LOWEST = twips(8), twips(6), 270
NARROWEST = SIZE * POINT + 2 * PADDING
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in SIDES)


def table(block: Table, *, room: int = TEXT_WIDTH, tiny: bool = False) -> str:
    """`tiny`: as low as it can be, for one page that has to hold all."""
    size, kin = (SMALL, "Tiny" if tiny else "Small") if block.small or tiny else (SIZE, "")
    across = columns(block.widths or (1.0,) * len(block.head), room=room)
    styles = [
        f"Middle{kin}" if _is_short(column, room=room, size=size) else f"Cell{kin}"
        for column, room in _by_column(block, across)
    ]
    each = _Row(across, size, LOWEST if tiny else LOW if block.small else ROW)
    head = _row(block.head, each, styles=[f"Head{kin}"] * len(across), head=True)
    rows = "".join(_row(row, each, styles=styles) for row in block.rows)
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in across)
    above = 0 if tiny else 20 if block.small else 40
    return f"<w:tbl>{_properties(above=above, room=room)}<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"


def _properties(*, above: int, room: int) -> str:
    """`above` is the room over and under the words of a cell, in twips."""
    sides = (("top", above), ("left", PADDING), ("bottom", above), ("right", PADDING))
    margins = "".join(f'<w:{side} w:w="{wide}" w:type="dxa"/>' for side, wide in sides)
    return (
        f'<w:tblPr><w:tblW w:w="{room}" w:type="dxa"/><w:jc w:val="center"/>'
        f'<w:tblBorders>{BORDERS}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>"
    )


def columns(widths: Sequence[float], *, room: int = TEXT_WIDTH) -> list[int]:
    """Twips for each column; together exactly the room there is, as a rule the width of the text."""
    total = sum(widths)
    edges = [round(room * sum(widths[:place]) / total) for place in range(len(widths) + 1)]
    across = [right - left for left, right in pairwise(edges)]
    if min(across) < NARROWEST:
        raise ValueError(f"Column {across.index(min(across)) + 1} is too narrow for a character.")
    return across


def lines(text: str, *, room: int, size: int = SIZE) -> int:
    """How many lines a text takes in a column so wide, give or take one."""
    each = max(1, (room - 2 * PADDING) // (size * POINT))
    return sum(max(1, -int(-width(line) // each)) for line in lawful(text).split("\n"))


def _by_column(block: Table, across: Sequence[int]) -> list[tuple[list[str], int]]:
    return [([row[place] for row in block.rows], room) for place, room in enumerate(across)]


def _is_short(column: Sequence[str], *, room: int, size: int) -> bool:
    return all(lines(text, room=room, size=size) == 1 for text in column)


class _Row(NamedTuple):
    """What the rows of a table share: how wide each cell is, the size of its words, the least height."""

    across: Sequence[int]
    size: int
    height: int


def _row(cells: Sequence[str], each: _Row, *, styles: Sequence[str], head: bool = False) -> str:
    across, size, height = each
    # What is taller than a page can neither stay in one piece nor be repeated on every page.
    most = max(lines(text, room=room, size=size) for text, room in zip(cells, across, strict=True))
    tallest = most * size * POINT * 1.5
    whole = "<w:cantSplit/>" if tallest < TEXT_HEIGHT / 2 else ""
    repeated = "<w:tblHeader/>" if head and whole else ""
    properties = f'<w:trPr>{whole}<w:trHeight w:val="{height}" w:hRule="atLeast"/>{repeated}</w:trPr>'
    told = "".join(
        _cell(text, room=room, style=style, layout=Layout(keep=head))
        for text, room, style in zip(cells, across, styles, strict=True)
    )
    return f"<w:tr>{properties}{told}</w:tr>"


def _cell(text: str, *, room: int, style: str, layout: Layout) -> str:
    lies = f'<w:tcPr><w:tcW w:w="{room}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
    return f"<w:tc>{lies}<w:p>{layout.xml(style=style)}{run(text)}</w:p></w:tc>"
