"""What a printed form is made of: boxes in rows, ruled to be written on, some of them over several columns or rows."""

from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass

EDGES = ("all", "below", "none")
DOWN = ("", "begins", "goes on")


@dataclass(frozen=True)
class Box:
    """One box of a form; `edge` says where its lines are: all round, only below it to be written on, or nowhere.

    `page_of` prints the page on which the bundle's part of that mark begins, instead of the text.
    """

    text: str = ""
    _: KW_ONLY
    span: int = 1
    edge: str = "all"
    style: str = "Cell"
    align: str = ""
    top: bool = False
    down: str = ""
    page_of: int = 0

    def __post_init__(self) -> None:
        if self.edge not in EDGES or self.down not in DOWN or self.span < 1:
            raise ValueError("A box spans one column or more; its edge and its way down are of the lists.")


@dataclass(frozen=True)
class Row:
    """Boxes side by side; `height` is the least height in millimetres."""

    boxes: tuple[Box, ...]
    _: KW_ONLY
    height: float = 9
    whole: bool = True
    """Not broken over two pages; long texts are."""


@dataclass(frozen=True)
class Grid:
    """Rows of boxes over common columns; widths are relative, `after` is the room below it in millimetres."""

    widths: tuple[float, ...]
    rows: tuple[Row, ...]
    _: KW_ONLY
    after: float = 2
    together: bool = False
    """All on one page, with nothing of it left behind: the signatures under a paper."""

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows, 1):
            across = sum(box.span for box in row.boxes)
            if across != len(self.widths):
                raise ValueError(f"Row {number} spans {across} columns; the form has {len(self.widths)}.")


def label(text: str, *, span: int = 1, down: str = "") -> Box:
    """A printed name of a box, in the middle of it."""
    return Box(text, span=span, style="Label", down=down)


def filling(*pairs: tuple[str, str], height: float = 10, widths: tuple[float, ...] = ()) -> Grid:
    """Names each with a line to write on behind it, side by side; what is known stands on the line."""
    boxes = [box for name, text in pairs for box in (plain(name), on_line(text))]
    across = widths or tuple(width for name, _ in pairs for width in (len(name) + 0.6, 0.0))
    return Grid(_shared(across, len(pairs)), (Row(tuple(boxes), height=height),), after=0.2)


def plain(text: str, *, span: int = 1, align: str = "left", style: str = "Filled") -> Box:
    return Box(text, span=span, edge="none", style=style, align=align)


def on_line(text: str, *, span: int = 1, style: str = "Filled") -> Box:
    return Box(text, span=span, edge="below", style=style)


def ruled(lines: int, *, height: float = 10) -> Grid:
    """Empty lines for handwriting."""
    return Grid((1,), tuple(Row((on_line(""),), height=height) for _ in range(lines)))


def signing(labels: Iterable[str], *, height: float = 13) -> Grid:
    """A line for each signature, one below the other, held together."""
    rows = tuple(Row((plain(text, align="right"), on_line("")), height=height) for text in labels)
    return Grid((3, 2), rows, together=True)


def _shared(across: tuple[float, ...], pairs: int) -> tuple[float, ...]:
    """The lines share what the names leave of 28 characters of 14 points; a line given as nought takes its share."""
    left = max(4.0 * pairs, 31 - sum(across))
    return tuple(width or left / pairs for width in across)
