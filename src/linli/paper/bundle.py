"""Many papers bound as one .docx: each begins a page, a cover and a back without page numbers lie around them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import KW_ONLY, dataclass, replace
from itertools import count, groupby

from linli.paper.blocks import Flow, Line, Proved
from linli.paper.document import flow, pictures_in, written
from linli.paper.layout import Layout
from linli.paper.letter import Letter, PageBreak
from linli.paper.package import pack
from linli.paper.page import section

LAST = 9999
"""The mark at the end of the numbered pages: its page is how many there are."""
THIN = Layout(line=20)


@dataclass(frozen=True)
class Leaf:
    """One paper; `mark` (1 and up) is what the contents call it by, `numbered` whether its pages count."""

    letter: Letter
    _: KW_ONLY
    mark: int = 0
    numbered: bool = True


def bound(leaves: Iterable[Leaf], *, title: str, creator: str = "") -> bytes:
    """The same leaves give the same bytes; the pages of marks are counted by the program that prints it."""
    parts = [(numbered, list(group)) for numbered, group in groupby(leaves, key=lambda leaf: leaf.numbered)]
    last = max((place for place, (numbered, _) in enumerate(parts) if numbered), default=-1)
    proofs, drawn = count(1), dict[str, tuple[str, bytes]]()
    content = ""
    for place, (numbered, group) in enumerate(parts):
        pieces = list(_pieces(group, proofs))
        content += _part(pieces, numbered=numbered, last=place == last, ends=place == len(parts) - 1)
        drawn |= pictures_in(pieces)
    return pack(content, title=title, creator=creator, on=None, pictures=drawn, fields=True)


def _pieces(leaves: Iterable[Leaf], proofs: Iterator[int]) -> Iterator[Flow]:
    """One leaf after another, the proofs in them told apart."""
    for place, leaf in enumerate(leaves):
        for piece in _leaf(leaf, fresh=place > 0):
            yield replace(piece, number=next(proofs)) if isinstance(piece, Proved) else piece


def _part(pieces: Sequence[Flow], *, numbered: bool, last: bool, ends: bool) -> str:
    """Leaves with one sort of page numbers: a section of the document, closed by a line as thin as there can be."""
    page = section(numbered=numbered, first=1 if numbered else 0)
    mark = LAST if last else 0
    if ends:
        return written([*pieces, Line("After", "", THIN, mark=mark)] if mark else pieces) + page
    return written([*pieces, Line("After", "", THIN, mark=mark, section=page)])


def _leaf(leaf: Leaf, *, fresh: bool) -> Iterator[Flow]:
    """Its first line bears the mark; a form that stands first gets a thin line for that."""
    if fresh:
        yield PageBreak()
    first, *others = flow(leaf.letter)
    if not isinstance(first, Line):
        first, others = Line("After", "", THIN), [first, *others]
    yield replace(first, mark=leaf.mark)
    yield from others
