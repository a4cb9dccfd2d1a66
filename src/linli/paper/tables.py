"""A table that fills the width of the text: head on every page, rows in one piece, thin lines."""

from collections.abc import Sequence
from itertools import pairwise

from linli.paper.layout import Layout
from linli.paper.letter import Table
from linli.paper.numerals import width
from linli.paper.page import POINT, TEXT_HEIGHT, TEXT_WIDTH, twips
from linli.paper.text import lawful, run

SIZE = 12
PADDING = 80
ROW = twips(8)
NARROWEST = SIZE * POINT + 2 * PADDING
SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
BORDERS = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in SIDES)
MARGINS = "".join(
    f'<w:{side} w:w="{wide}" w:type="dxa"/>'
    for side, wide in (("top", 40), ("left", PADDING), ("bottom", 40), ("right", PADDING))
)
PROPERTIES = (
    f'<w:tblPr><w:tblW w:w="{TEXT_WIDTH}" w:type="dxa"/><w:jc w:val="center"/><w:tblBorders>{BORDERS}</w:tblBorders>'
    f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{MARGINS}</w:tblCellMar></w:tblPr>'
)


def table(block: Table) -> str:
    across = columns(block.widths or (1.0,) * len(block.head))
    styles = ["Middle" if _is_short(column, room=room) else "Cell" for column, room in _by_column(block, across)]
    head = _row(block.head, across=across, styles=["Head"] * len(across), head=True)
    rows = "".join(_row(row, across=across, styles=styles) for row in block.rows)
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in across)
    return f"<w:tbl>{PROPERTIES}<w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>"


def columns(widths: Sequence[float]) -> list[int]:
    """Twips for each column; together exactly the width of the text."""
    total = sum(widths)
    edges = [round(TEXT_WIDTH * sum(widths[:place]) / total) for place in range(len(widths) + 1)]
    across = [right - left for left, right in pairwise(edges)]
    if min(across) < NARROWEST:
        raise ValueError(f"Column {across.index(min(across)) + 1} is too narrow for a character.")
    return across


def lines(text: str, *, room: int) -> int:
    """How many lines a text takes in a column so wide, give or take one."""
    each = max(1, (room - 2 * PADDING) // (SIZE * POINT))
    return sum(max(1, -int(-width(line) // each)) for line in lawful(text).split("\n"))


def _by_column(block: Table, across: Sequence[int]) -> list[tuple[list[str], int]]:
    return [([row[place] for row in block.rows], room) for place, room in enumerate(across)]


def _is_short(column: Sequence[str], *, room: int) -> bool:
    return all(lines(text, room=room) == 1 for text in column)


def _row(cells: Sequence[str], *, across: Sequence[int], styles: Sequence[str], head: bool = False) -> str:
    # What is taller than a page can neither stay in one piece nor be repeated on every page.
    tallest = max(lines(text, room=room) for text, room in zip(cells, across, strict=True)) * SIZE * POINT * 1.5
    whole = "<w:cantSplit/>" if tallest < TEXT_HEIGHT / 2 else ""
    repeated = "<w:tblHeader/>" if head and whole else ""
    properties = f'<w:trPr>{whole}<w:trHeight w:val="{ROW}" w:hRule="atLeast"/>{repeated}</w:trPr>'
    told = "".join(
        _cell(text, room=room, style=style, layout=Layout(keep=head))
        for text, room, style in zip(cells, across, styles, strict=True)
    )
    return f"<w:tr>{properties}{told}</w:tr>"


def _cell(text: str, *, room: int, style: str, layout: Layout) -> str:
    lies = f'<w:tcPr><w:tcW w:w="{room}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
    return f"<w:tc>{lies}<w:p>{layout.xml(style=style)}{run(text)}</w:p></w:tc>"
