"""What was found, as the list shows it: the words asked for marked in number and title, and where else they stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from markupsafe import Markup

from linli.ground.searching import Piece, Sought, excerpt, pieces, sought
from linli.ground.text import msg
from linli.matters.finding import cells_of, texts_of
from linli.matters.listed import Listed
from linli.matters.searchable import NAMES
from linli.place.models import label_of
from linli.policy.office import Office

MARK = Markup("<mark>{}</mark>")
CATEGORY, CELL = 1, 2
LABELS = {CATEGORY: msg("Category"), CELL: msg("Grid cell")}
"""Lines of a searched text that are named; the first is the number, all behind the title is what was told."""


@dataclass(frozen=True)
class Marked:
    """One row: its number and title; a stretch of the text around what was found, and of which part."""

    number: Markup
    title: Markup
    part: str
    around: Markup


def marked(matters: Iterable[Listed], *, asked: str, office: Office) -> dict[str, Marked]:
    """The rows of a page by number; nothing where nothing was asked for."""
    words, rows = sought(asked), list(matters)
    texts = {pk: text.split("\n") for pk, text in texts_of(row.pk for row in rows).items()} if words else {}
    places = {pk: _place(lines, words) for pk, lines in texts.items()}
    cells = cells_of(pk for pk, place in places.items() if place == CELL)
    found = {}
    for one in rows:
        if one.pk in texts:
            place, category = places[one.pk], office.categories.get((one.kind, one.category))
            called = (category.name, category.name_en) if place == CATEGORY and category else cells.get(one.pk, ())
            found[one.number] = _marked(one, _around(texts[one.pk], place, called, words), place, words)
    return found


def shown(pieces: Iterable[Piece]) -> Markup:
    """The pieces as a page has them."""
    return Markup().join(MARK.format(text) if is_asked else text for text, is_asked in pieces)


def _marked(matter: Listed, around: Iterable[Piece], place: int, words: tuple[Sought, ...]) -> Marked:
    number, title = (shown(pieces(text, words=words)) for text in (matter.number, matter.title))
    return Marked(number, title, _(LABELS[place]) if place in LABELS else "", shown(around))


def _place(lines: Sequence[str], words: tuple[Sought, ...]) -> int:
    """In which line it stands beside number and title: what was told first, then category and cell; nought: in none."""
    order = [*range(NAMES + 1, len(lines)), CATEGORY, CELL]
    return next((place for place in order if excerpt(lines[place], words=words)), 0)


def _around(lines: Sequence[str], place: int, called: Sequence[str], words: tuple[Sought, ...]) -> list[Piece]:
    """Of what is called in two languages the name that the reader reads, then the others; else the words as told."""
    if not place:
        return []
    names = [label_of(*called[:2]), *called] if called else []
    return next((found for name in [*names, lines[place]] if (found := excerpt(name, words=words))), [])
