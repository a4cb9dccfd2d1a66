"""A letter as the bytes of a .docx: head, title, body and signature where GB/T 9704-2012 puts them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from math import floor

from linli.paper.blocks import Flow, Line, Proved, body, broken, held, kept
from linli.paper.grid import Grid
from linli.paper.grids import grid
from linli.paper.layout import Layout
from linli.paper.letter import Letter, Table
from linli.paper.numerals import day, width
from linli.paper.package import pack
from linli.paper.page import LINE, POINT, TEXT_WIDTH, section, twips
from linli.paper.proof import named, proof_xml
from linli.paper.tables import table
from linli.paper.text import lawful

LARGEST, SMALLEST = 48.0, 22.0
FROM_THE_RIGHT = 4


def docx(letter: Letter) -> bytes:
    """The same letter gives the same bytes."""
    told = flow(letter)
    return pack(
        f"{written(told)}{section()}",
        title=letter.title,
        creator=letter.signed or letter.organ,
        on=letter.dated,
        pictures=pictures_in(told),
    )


def flow(letter: Letter) -> list[Flow]:
    """Everything that stands on the pages, from top to bottom."""
    told, closing = held(body(letter.body)), list(_closing(letter))
    opening = [] if letter.untitled else _opening(letter)
    return [*opening, *(kept(told) if closing and told else told), *closing, *_notes(letter), *_foot(letter)]


def pictures_in(pieces: Iterable[Flow]) -> dict[str, tuple[str, bytes]]:
    """By the key under which each is called, its name in the file and what is in it."""
    proved = (piece for piece in pieces if isinstance(piece, Proved))
    return {key: (name, piece.proof.picture) for piece in proved for key, name in [named(piece.number)]}


def written(pieces: Iterable[Flow]) -> str:
    return "".join(_xml(piece, fresh=fresh) for piece, fresh in broken(pieces))


def mark_size(organ: str) -> float:
    """Points in which the red mark of the organ fits one line, within bounds."""
    fits = floor(TEXT_WIDTH / POINT / max(1.0, width(lawful(organ))) * 2) / 2
    return max(SMALLEST, min(LARGEST, fits))


def signature_indents(signed: str, *, dated: date | None) -> tuple[float, float]:
    """Characters right of the signature and right of the date: four beside the date, the signature centred above it."""
    if not signed or dated is None:
        return FROM_THE_RIGHT, FROM_THE_RIGHT
    longer = (width(lawful(signed)) - width(day(dated))) / 2
    return max(0.0, FROM_THE_RIGHT - longer), max(float(FROM_THE_RIGHT), longer)


def _opening(letter: Letter) -> Iterator[Line]:
    if letter.organ:
        mark = Layout(before=twips(35), rule=not letter.number)
        yield Line("Organ", letter.organ, mark, size=mark_size(letter.organ))
    if letter.organ and letter.number:
        yield Line("Number", letter.number, Layout(before=2 * LINE, rule=True))
    last = not (letter.number and not letter.organ)
    before = 2 * LINE if letter.organ else None
    yield Line("Title", letter.title, Layout(before=before, after=None if last else 0))
    if not last:
        yield Line("Number", letter.number, Layout(after=LINE))
    if letter.to:
        yield Line("Recipients", letter.to)


def _closing(letter: Letter) -> Iterator[Line]:
    of_signed, of_date = signature_indents(letter.signed, dated=letter.dated)
    # Two lines above leave room for the seal.
    before: int | None = 2 * LINE
    if letter.signed:
        yield Line("Signed", letter.signed, Layout(before=before, right=of_signed, keep=letter.dated is not None))
        before = None
    if letter.dated is not None:
        yield Line("Signed", day(letter.dated), Layout(before=before, right=of_date))


def _notes(letter: Letter) -> Iterator[Line]:
    return (Line("Body", f"（{note}）") for note in letter.notes)


def _foot(letter: Letter) -> Iterator[Flow]:
    if letter.proof:
        yield from (Line("After", ""), Proved(letter.proof), Line("After", "", Layout(line=POINT)))


def _xml(piece: Line | Table | Grid | Proved, *, fresh: bool) -> str:
    if isinstance(piece, Proved):
        return proof_xml(piece.proof, number=piece.number)
    if not isinstance(piece, Line):
        told = table(piece) if isinstance(piece, Table) else grid(piece)
        return (Line("After", "", Layout(fresh=True)).xml() if fresh else "") + told
    return replace(piece, layout=replace(piece.layout, fresh=fresh)).xml()
