"""What was found, as the list shows it: the words asked for marked in number and title, and where else they stand."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from markupsafe import Markup

from linli.ground.searching import Piece, Sought, excerpt, pieces, sought
from linli.ground.text import msg
from linli.matters.finding import texts_of
from linli.matters.listed import Listed
from linli.matters.searchable import NAMES

MARK = Markup("<mark>{}</mark>")
LABELS = {1: msg("Category"), 2: msg("Grid cell")}
"""Lines of a searched text that are named; the first is the number, all behind the title is what was told."""


@dataclass(frozen=True)
class Marked:
    """One row: its number and title; a stretch of the text around what was found, and of which part."""

    number: Markup
    title: Markup
    part: str
    around: Markup


def marked(matters: Iterable[Listed], *, asked: str) -> dict[str, Marked]:
    """The rows of a page by number; nothing where nothing was asked for."""
    words, rows = sought(asked), list(matters)
    texts = texts_of(matter.pk for matter in rows) if words else {}
    return {one.number: _marked(one, texts[one.pk], words) for one in rows if one.pk in texts}


def _marked(matter: Listed, text: str, words: tuple[Sought, ...]) -> Marked:
    part, around = _elsewhere(text.split("\n"), words)
    number, title = (shown(pieces(text, words=words)) for text in (matter.number, matter.title))
    return Marked(number, title, part, shown(around))


def shown(pieces: Iterable[Piece]) -> Markup:
    """The pieces as a page has them."""
    return Markup().join(MARK.format(text) if is_asked else text for text, is_asked in pieces)


def _elsewhere(lines: list[str], words: tuple[Sought, ...]) -> tuple[str, list[Piece]]:
    """What was told first, then the names of category and cell."""
    told = list(enumerate(lines))
    for place, line in [*told[NAMES + 1 :], *told[1:NAMES]]:
        if around := excerpt(line, words=words):
            return (_(LABELS[place]) if place in LABELS else ""), around
    return "", []
