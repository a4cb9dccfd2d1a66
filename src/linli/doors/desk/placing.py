"""A unit or a grid cell as somebody types it into a filter: by code, by name, or by a part of it that only one has."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from linli.doors.desk.bringing import code_in
from linli.ground.text import msg
from linli.matters.access import Viewer
from linli.matters.asking import Listing
from linli.matters.fitting import plain
from linli.place.models import Cell, Unit, label_of
from linli.place.tree import COLUMNS, Path

MOST = 8
SHORTEST = 2
"""Signs of a name that are enough to look for it by a part."""
LONGEST = 100
UNKNOWN = {
    "unit": msg(
        "No unit is called “{typed}”, so the list is not narrowed by it. "
        "Type part of the name and choose one of the suggestions, or type its code."
    ),
    "cell": msg(
        "No grid cell is called “{typed}”, so the list is not narrowed by it. "
        "Type part of the name and choose one of the suggestions, or type its code."
    ),
}
SEVERAL = {
    "unit": msg("“{typed}” may mean several units, so the list is not narrowed by it yet. Choose the one you mean:"),
    "cell": msg(
        "“{typed}” may mean several grid cells, so the list is not narrowed by it yet. Choose the one you mean:"
    ),
}


class Spot(NamedTuple):
    """A unit, or a grid cell with the names of its unit."""

    code: str
    name: str
    name_en: str
    above: str
    above_en: str
    closed_on: date | None
    path: Path

    @property
    def label(self) -> str:
        return label_of(self.name, self.name_en)

    @property
    def under(self) -> str:
        """What the one above it is called, where its own name does not say so already."""
        above = label_of(self.above, self.above_en)
        return "" if above in self.label else above

    @property
    def names(self) -> set[str]:
        return {plain(name) for name in (self.name, self.name_en) if name}


@dataclass(frozen=True)
class Doubt:
    """What was typed and stands for none or for several: what to do next, and the first of those it may be."""

    name: str
    typed: str
    sentence: str
    choices: tuple[Spot, ...] = ()
    more: int = 0


@dataclass(frozen=True)
class Placed:
    """What was asked for, with codes; what the unit and the cell of it are called; and what is in doubt."""

    told: dict[str, Sequence[str]]
    labels: dict[str, str] = field(default_factory=dict)
    doubts: list[Doubt] = field(default_factory=list)


def placed(asked: Mapping[str, Sequence[str]], who: Viewer) -> Placed:
    """What was asked for with codes in place of names; what stands for no one place is left out and told."""
    found = Placed(dict(asked))
    for name, named in NAMED.items():
        typed = next((value.strip() for value in reversed(found.told.get(name, ())) if value.strip()), "")
        if not typed:
            continue
        code = code_in(typed)
        label = named(code)
        if label is None:
            spots = meant(typed[:LONGEST], _spots(name) if who.posts else (), who)
            if len(spots) != 1:
                found.told[name] = []
                found.doubts.append(_doubt(name, typed[:LONGEST], spots))
                continue
            code, label = spots[0].code, spots[0].label
        found.told[name], found.labels[name] = [code], label
    return found


def meant(typed: str, spots: Iterable[Spot], who: Viewer) -> list[Spot]:
    """Those of that code in any case, else those called just so, else those with these words in their names; of several
    the only one of one's own ground."""
    word, code = plain(typed), plain(code_in(typed))
    parts, still = word.split(), sorted(spots, key=lambda spot: spot.closed_on is not None)
    coded = [spot for spot in still if plain(spot.code) == code]
    exact = coded or [spot for spot in still if word in spot.names]
    found = [spot for spot in exact if spot.closed_on is None] or exact
    if not found and len(word) >= SHORTEST:
        found = [spot for spot in still if spot.closed_on is None and _holds(spot, parts)]
    own = [spot for spot in found if any(spot.path[post.level - 1] == post.unit_id for post in who.posts)]
    return own if len(own) == 1 else [*own, *(spot for spot in found if spot not in own)]


def place_words(listing: Listing, found: Placed) -> dict[str, str]:
    """What stands in the two boxes: what was chosen as a look-up writes it, what is in doubt as it was typed."""
    chosen = {name: f"{label} ({getattr(listing, name)})" for name, label in found.labels.items()}
    return {"unit": "", "cell": "", **chosen, **{doubt.name: doubt.typed for doubt in found.doubts}}


def unit_named(code: str) -> str | None:
    """What the unit of a code is called; None where there is none."""
    unit = Unit.objects.filter(code=code).first()
    return unit.label if unit else None


def cell_named(code: str) -> str | None:
    """What the grid cell of a code is called; None where there is none."""
    cell = Cell.objects.select_related("unit").defer("polygon").filter(code=code).first()
    return cell.unit.label if cell else None


NAMED: Mapping[str, Callable[[str], str | None]] = {"unit": unit_named, "cell": cell_named}


def _holds(spot: Spot, parts: Sequence[str]) -> bool:
    """Whether every word stands in its name, or in that of the one above it while one stands in its own."""
    own, above = " ".join(spot.names), plain(f"{spot.above} {spot.above_en}")
    return any(part in own for part in parts) and all(part in own or part in above for part in parts)


def _doubt(name: str, typed: str, found: Sequence[Spot]) -> Doubt:
    sentence = _((SEVERAL if found else UNKNOWN)[name]).format(typed=typed)
    return Doubt(name, typed, sentence, tuple(found[:MOST]), max(0, len(found) - MOST))


def _spots(name: str) -> list[Spot]:
    rows: Iterable[Any]
    if name == "unit":
        rows = Unit.objects.order_by("level", "code").values_list(*_columns(""))
    else:
        rows = Cell.objects.order_by("code").values_list("code", *_columns("unit__")[1:])
    return [Spot._make((*row[:6], tuple(row[6:]))) for row in rows]


def _columns(before: str) -> list[str]:
    named = ("code", "name", "name_en", "parent__name", "parent__name_en", "closed_on", *COLUMNS)
    return [f"{before}{one}" for one in named]
