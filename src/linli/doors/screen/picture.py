"""What the screen shows: the figures of one unit, made ready for the page and kept as long as nothing happens."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.core.cache import cache
from django.template import engines
from django.utils import translation
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from markupsafe import Markup

from linli.colours.colour import Colour
from linli.doors.screen import flow, plotting
from linli.doors.screen.plan import ground_of
from linli.ground.text import msg
from linli.matters.kind import kinds
from linli.place.grid import stamp
from linli.place.models import Cell, Unit
from linli.reports.glance import DUES, Pile, Pressing, glance, latest

REDS = NEAREST = 10
KEPT = 120
HOUR, MINUTE = timedelta(hours=1), timedelta(minutes=1)
WORDS = {
    "overdue": msg("Overdue"),
    "hour": msg("Due within 1 hour"),
    "hours": msg("Due within 4 hours"),
    "today": msg("Due today"),
}


@dataclass(frozen=True)
class Line:
    """One matter by number, kind and place; `span` is how long it has been red, or how long is left."""

    number: str
    kind: str
    colour: Colour
    place: str
    told_at: str
    span: timedelta

    @property
    def spans(self) -> tuple[timedelta, ...]:
        """To be told one after another: within a day also the minutes."""
        minutes = self.span % HOUR // MINUTE * MINUTE
        parts = (self.span,) if self.span.days else (self.span // HOUR * HOUR, minutes)
        return tuple(part for part in parts if part)


@dataclass(frozen=True)
class Sum:
    """A line of the table of kinds: its word, the count of each colour, and of all."""

    word: str
    counts: tuple[tuple[Colour, int], ...]

    @property
    def total(self) -> int:
        return sum(count for _colour, count in self.counts)


@dataclass(frozen=True)
class Picture:
    body: str
    etag: str

    @property
    def markup(self) -> Markup:
        return Markup(self.body)  # noqa: S704 our own template made it, and escaped what it was told


def picture(unit: Unit, *, at: datetime, language: str) -> Picture:
    """Made anew when something happened in the ledger, and once a minute because time goes on."""
    place = "|".join(map(str, (unit.pk, language, latest(), stamp(), at.replace(second=0, microsecond=0))))
    name = "screen-" + hashlib.sha256(place.encode()).hexdigest()
    kept: Picture | None = cache.get(name)
    if kept is None:
        kept = made(unit, at=at, language=language)
        cache.set(name, kept, KEPT)
    return kept


def made(unit: Unit, *, at: datetime, language: str) -> Picture:
    with translation.override(language):
        body = str(engines["jinja2"].get_template("screen/picture.html").render(values(unit, at=at)))
    return Picture(body, f'"{hashlib.sha256(body.encode()).hexdigest()[:32]}"')


def values(unit: Unit, *, at: datetime) -> dict[str, Any]:
    """Everything the page tells, in words of the language that is spoken now."""
    found = glance(unit, at=at, reds=REDS, nearest=NEAREST)
    ground, names = ground_of(unit), _places((*found.reds, *found.nearest))
    return {
        "all": _sum("", found.piles),
        "kinds": [_sum(_(kind.plural), (one for one in found.piles if one.kind == kind.name)) for kind in kinds()],
        "dues": [(due, _(WORDS[due]), found.dues[due]) for due in DUES],
        "flow": flow.drawn(found, hour=localtime(at).hour),
        "map": plotting.plotted(ground, found.piles) if ground else None,
        "beyond": sum(one.count for one in found.piles if not ground or one.cell not in ground.cells),
        "reds": [_line(one, names, span=at - one.at, told_at=_told(one.at, at=at)) for one in found.reds],
        "nearest": [_line(one, names, span=one.at - at, told_at=_told(one.at, at=at)) for one in found.nearest],
    }


def _sum(word: str, piles: Iterable[Pile]) -> Sum:
    counts: Counter[str] = Counter()
    for pile in piles:
        counts[pile.colour] += pile.count
    return Sum(word, tuple((colour, counts[colour]) for colour in Colour))


def _places(shown: Iterable[Pressing]) -> dict[int | None, str]:
    """The names of the cells that matters lie in."""
    wanted = {one.cell for one in shown if one.cell}
    cells = Cell.objects.filter(pk__in=wanted).select_related("unit")
    return {None: _("no place"), **{cell.pk: cell.unit.label for cell in cells}}


def _line(one: Pressing, names: Mapping[int | None, str], *, span: timedelta, told_at: str) -> Line:
    word = next((_(kind.word) for kind in kinds() if kind.name == one.kind), one.kind)
    return Line(one.number, word, Colour(one.colour), names[one.cell], told_at, span)


def _told(moment: datetime, *, at: datetime) -> str:
    """Of today the time, of other days the day."""
    there, here = localtime(moment), localtime(at)
    return f"{there:%H:%M}" if there.date() == here.date() else f"{there:%m-%d}"
