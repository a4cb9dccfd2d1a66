"""A unit or a grid cell typed into a filter of a list: which one is meant, and what is said where that is in doubt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.matters.access import Viewer
from linli.matters.asking import Listing
from linli.matters.spots import LONGEST, Spot, cell_spots, code_in, meant, unit_spots
from linli.place.models import Cell, Unit

MOST = 8
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
            spots = meant(typed, SPOTS[name]() if who.posts else (), posts=who.posts)
            if len(spots) != 1:
                found.told[name] = []
                found.doubts.append(_doubt(name, typed[:LONGEST], spots))
                continue
            code, label = spots[0].code, spots[0].label
        found.told[name], found.labels[name] = [code], label
    return found


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
SPOTS: Mapping[str, Callable[[], list[Spot]]] = {"unit": unit_spots, "cell": cell_spots}


def _doubt(name: str, typed: str, found: Sequence[Spot]) -> Doubt:
    sentence = _((SEVERAL if found else UNKNOWN)[name]).format(typed=typed)
    return Doubt(name, typed, sentence, tuple(found[:MOST]), max(0, len(found) - MOST))
