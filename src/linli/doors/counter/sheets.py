"""The tables of a published month as the page shows them: words for codes, signs for marks."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from linli.doors.counter.look import Look
from linli.ground.text import msg
from linli.matters.kind import kinds
from linli.opendata.files import MEASURES
from linli.opendata.models import OpenMonth
from linli.opendata.network import ALL
from linli.opendata.printed import OTHERS, Place, Printed, Shown
from linli.opendata.suppressing import Mark

ALL_KINDS = msg("Total")
COUNTY_ITSELF = msg("County offices")
ALONG = "…"


@dataclass(frozen=True)
class Number:
    """What stands in a place of the table, and which mark it is."""

    sign: str
    mark: str = ""


@dataclass(frozen=True)
class Sheet:
    word: str
    kinds: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Number, ...]], ...]
    """The county first."""


def sheets(month: OpenMonth, look: Look) -> tuple[Sheet, ...]:
    """One for each measure, in the language of the page."""
    with translation.override(look.language):
        return tuple(_sheets(Printed.read(month.frozen), english=look.language.startswith("en"), under=month.under))


def _sheets(told: Printed, *, english: bool, under: int) -> Iterator[Sheet]:
    words = {ALL: _(ALL_KINDS), **{kind.name: _(kind.word) for kind in kinds()}}
    names = [_name(place, english=english) for place in told.places]
    for measure in sorted(told.tables, key=list(MEASURES).index):
        numbers = (tuple(_number(shown, under=under) for shown in row) for row in told.tables[measure])
        yield Sheet(
            word=_(MEASURES[measure]),
            kinds=tuple(words.get(kind, kind) for kind in told.kinds),
            rows=tuple(zip(names, numbers, strict=True)),
        )


def _name(place: Place, *, english: bool) -> str:
    if place.code == OTHERS:
        return _(COUNTY_ITSELF)
    return (place.name_en if english else "") or place.name


def _number(shown: Shown, *, under: int) -> Number:
    if not isinstance(shown, Mark):
        return Number(str(shown))
    return Number(f"<{under}" if shown is Mark.SMALL else ALONG, str(shown))
