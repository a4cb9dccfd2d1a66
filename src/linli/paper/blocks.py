"""The body of a paper, block by block, as the lines and tables that stand on the page."""

from collections.abc import Iterable, Iterator
from dataclasses import KW_ONLY, dataclass, replace
from itertools import zip_longest
from typing import TypeAlias

from linli.paper.grid import Grid
from linli.paper.grids import mark_name
from linli.paper.layout import PLAIN, Layout
from linli.paper.letter import Block, Heading, Listed, PageBreak, Paragraph, Proof, Table
from linli.paper.numerals import width
from linli.paper.page import twips
from linli.paper.text import lawful, run

INDENT = 2
WIDEST_LABEL = 10


@dataclass(frozen=True)
class Line:
    """One paragraph as it stands on the page, with what is set off in front of it.

    `mark` is where a part of a bundle begins, for its page to be named elsewhere; `section` ends a section of pages.
    """

    style: str
    text: str
    layout: Layout = PLAIN
    _: KW_ONLY
    label: str = ""
    size: float = 0
    mark: int = 0
    section: str = ""

    def xml(self) -> str:
        label = run(self.label, style="Strong") if self.label else ""
        lies = self.layout.xml(style=self.style, section=self.section)
        return f"<w:p>{lies}{self._bookmark()}{label}{run(self.text, size=self.size)}</w:p>"

    def _bookmark(self) -> str:
        if not self.mark:
            return ""
        begins = f'<w:bookmarkStart w:id="{self.mark}" w:name="{mark_name(self.mark)}"/>'
        return f'{begins}<w:bookmarkEnd w:id="{self.mark}"/>'


@dataclass(frozen=True)
class Proved:
    """By what the paper is checked; `number` tells the pictures of a bundle apart."""

    proof: Proof
    _: KW_ONLY
    number: int = 1


Flow: TypeAlias = Line | Table | Grid | Proved | PageBreak


def body(blocks: Iterable[Block]) -> Iterator[Flow]:
    for block in blocks:
        match block:
            case Paragraph(text):
                style, layout = _style_of(block), replace(PLAIN, keep=block.leads)
                yield from (Line(style, line, layout) for line in lawful(text).split("\n"))
            case Heading(level, text):
                yield Line(f"Heading{level}", text)
            case Listed():
                yield from _listed(block)
            case Table():
                yield from _with_caption(block)
            case Grid():
                yield block
                yield Line("After", "", Layout(line=max(20, twips(block.after))))
            case PageBreak():
                yield block


def broken(flow: Iterable[Flow]) -> Iterator[tuple[Line | Table | Grid | Proved, bool]]:
    """Each piece with whether it begins a page: a break of its own would leave an empty line on the new page."""
    fresh = False
    for piece in flow:
        if not isinstance(piece, PageBreak):
            yield piece, fresh
        fresh = isinstance(piece, PageBreak)


def held(flow: Iterable[Flow]) -> list[Flow]:
    """The same, each line held to what has to stay in one piece behind it: no signatures without what is signed."""
    pieces = list(flow)
    return [
        replace(piece, layout=replace(piece.layout, keep=True))
        if isinstance(piece, Line) and isinstance(after, Grid) and after.together
        else piece
        for piece, after in zip_longest(pieces, pieces[1:])
    ]


def kept(flow: Iterable[Flow]) -> list[Flow]:
    """The same, its last line held to what follows, so that no signature stands alone on a page."""
    *pieces, last = list(flow) or [PageBreak()]
    if isinstance(last, Line):
        return [*pieces, replace(last, layout=replace(last.layout, keep=True))]
    return [*pieces, last]


def _style_of(block: Paragraph) -> str:
    if not block.small:
        return "Body"
    return "TextLead" if block.leads else "Text"


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
