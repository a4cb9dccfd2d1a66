"""The body of a paper, block by block, as the lines and tables that stand on the page."""

from collections.abc import Iterable, Iterator
from dataclasses import KW_ONLY, dataclass, replace
from typing import TypeAlias

from linli.paper.layout import PLAIN, Layout
from linli.paper.letter import Block, Heading, Listed, PageBreak, Paragraph, Table
from linli.paper.numerals import width
from linli.paper.text import lawful, run

INDENT = 2
WIDEST_LABEL = 10


@dataclass(frozen=True)
class Line:
    """One paragraph as it stands on the page, with what is set off in front of it."""

    style: str
    text: str
    layout: Layout = PLAIN
    _: KW_ONLY
    label: str = ""
    size: float = 0

    def xml(self) -> str:
        label = run(self.label, style="Strong") if self.label else ""
        return f"<w:p>{self.layout.xml(style=self.style)}{label}{run(self.text, size=self.size)}</w:p>"


Flow: TypeAlias = Line | Table | PageBreak


def body(blocks: Iterable[Block]) -> Iterator[Flow]:
    for block in blocks:
        match block:
            case Paragraph(text):
                yield from (Line("Body", line) for line in lawful(text).split("\n"))
            case Heading(level, text):
                yield Line(f"Heading{level}", text)
            case Listed():
                yield from _listed(block)
            case Table():
                yield from _with_caption(block)
            case PageBreak():
                yield block


def broken(flow: Iterable[Flow]) -> Iterator[tuple[Line | Table, bool]]:
    """Each piece with whether it begins a page: a break of its own would leave an empty line on the new page."""
    fresh = False
    for piece in flow:
        if not isinstance(piece, PageBreak):
            yield piece, fresh
        fresh = isinstance(piece, PageBreak)


def kept(flow: Iterable[Flow]) -> list[Flow]:
    """The same, its last line held to what follows, so that no signature stands alone on a page."""
    *pieces, last = list(flow) or [PageBreak()]
    if isinstance(last, Line):
        return [*pieces, replace(last, layout=replace(last.layout, keep=True))]
    return [*pieces, last]


def _listed(block: Listed) -> Iterator[Line]:
    label = f"{block.label}："
    hanging = min(width(lawful(label)), WIDEST_LABEL)
    first, *others = block.items or ("",)
    layout = Layout(left=INDENT + hanging, hanging=hanging)
    if block.strong:
        yield Line("Listed", first, layout, label=label)
    else:
        yield Line("Listed", label + first, layout)
    yield from (Line("Listed", other, Layout(left=INDENT + hanging)) for other in others)


def _with_caption(block: Table) -> Iterator[Flow]:
    if block.caption:
        yield Line("Caption", block.caption)
    yield block
    # Without a paragraph between them Word would make one table out of two.
    yield Line("After", "")
