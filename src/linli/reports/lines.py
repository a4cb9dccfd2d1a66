"""The rows of a section: all that its list has, in the order of the list, and whatever else the answers hold."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from django.db.models import Q
from django.utils.translation import gettext as _

from linli.colours.colour import Colour
from linli.ground.text import msg
from linli.matters.counts import CATEGORY, MARK
from linli.matters.kind import kind_named, kinds
from linli.place.models import Cell, Unit, UnitKind
from linli.place.tree import subtree
from linli.policy.models import Category
from linli.reports.lingering import Place, busy, came_back
from linli.reports.naming import colour_word
from linli.reports.report import (
    CATEGORIES,
    CELLS,
    CODES,
    COLOURS,
    DAYS,
    HOT,
    KINDS,
    LINES,
    LINGERING,
    UNITS,
    Line,
    Rows,
)
from linli.tally.periods import Period
from linli.tally.question import BRANCH, DAY, UNIT

NOT_SAID, ITSELF = msg("Not stated"), msg("{unit} itself")
ORDER = UnitKind.values
WHERE_COUNTED = (UnitKind.DEPARTMENT, UnitKind.ORGANISATION)
"""Units that stand in a table only where something was counted: a county has many that have nothing to do with it."""
NOTES: Mapping[str, str] = {
    UNITS: msg(
        "Units stand in the order of the tree, like ones together; this is no ranking. Departments and organisations "
        "are listed where something was counted."
    ),
    CELLS: msg(
        "A matter stands in the cell in which it lies, whichever unit answers for it. For the county only cells with "
        "matters are listed."
    ),
}
"""What is said below every table with such rows."""


@dataclass(frozen=True)
class Setting:
    """What rows are chosen with: of whom, when, and which groups the answers hold, with their first figure."""

    unit: Unit
    period: Period
    found: Mapping[tuple[str, ...], int]

    @property
    def codes(self) -> frozenset[str]:
        return frozenset(key[0] for key in self.found)


def lines(rows: Rows, setting: Setting) -> tuple[Line, ...]:
    return WAYS[rows.sort](rows, setting)


def grouping(rows: Rows) -> tuple[str, ...]:
    """By what the answers are grouped, so that each row finds its own."""
    return {CODES: (rows.facet,), **BY}[rows.sort]


def _given(rows: Rows, _setting: Setting) -> tuple[Line, ...]:
    return rows.given


def _codes(rows: Rows, setting: Setting) -> tuple[Line, ...]:
    kind = kind_named(rows.kind)
    assert kind.counting
    listing = kind.counting.facets[rows.facet]
    # Of the marks only those are steps for which one was taken.
    steps = {code: word for code, word in kind.marks.items() if code in setting.codes}
    listed = steps if listing == MARK else kind.choices.get(listing, {})
    wanted = tuple(listed)
    return tuple(Line(listed[code], key=(code,)) for code in wanted) + _others(wanted, setting)


def _categories(rows: Rows, setting: Setting) -> tuple[Line, ...]:
    """Those of the level that were in force in the period, and any other that something was counted for."""
    known = Category.objects.filter(kind=rows.kind).select_related("parent").order_by("pk")
    level = [one for one in known if (one.parent.code if one.parent else "") == rows.below]
    shown = [one for one in level if one.code in setting.codes or _in_force(one, setting.period)]
    names = {one.code: one.label for one in known}
    told = [Line(key=(one.code,), label=one.label) for one in shown]
    others = _others((one.code for one in shown), setting)
    return (*told, *(replace(line, label=names.get(line.key[0], line.label)) for line in others))


def _in_force(category: Category, period: Period) -> bool:
    ended = category.valid_until is not None and category.valid_until < period.first
    return category.valid_from <= period.last and not ended


def _units(_rows: Rows, setting: Setting) -> tuple[Line, ...]:
    """The units right below, those of one kind together; what the unit has itself comes last."""
    standing = Q(closed_on=None) | Q(closed_on__gte=setting.period.first)
    below = Unit.objects.filter(standing & ~Q(kind__in=WHERE_COUNTED) | Q(code__in=setting.codes - {""}))
    units = sorted(below.filter(parent=setting.unit), key=lambda one: (ORDER.index(one.kind), one.code))
    told = [Line(key=(one.code,), unit=one.pk, label=one.label, under=one.get_kind_display()) for one in units]
    own = Line(key=("",), unit=setting.unit.pk, label=_(ITSELF).format(unit=setting.unit.label))
    return (*told, own) if "" in setting.codes or not told else tuple(told)


def _cells(_rows: Rows, setting: Setting) -> tuple[Line, ...]:
    """The cells below the unit, and those elsewhere that one of its matters lies in; at the top only the latter."""
    lying = Q(pk__in=[int(code) for code in setting.codes if code.isdecimal()])
    if setting.unit.level > 1:
        lying |= Q(unit__in=subtree(setting.unit).values("pk"))
    cells = Cell.objects.filter(lying).select_related("unit").defer("polygon").order_by("code")
    told = [Line(key=(str(cell.pk),), label=f"{cell.code} {cell.unit.label}") for cell in cells]
    return (*told, *_others((line.key[0] for line in told), setting))


def _colours(_rows: Rows, setting: Setting) -> tuple[Line, ...]:
    listed = [colour.value for colour in Colour]
    told = [Line(key=(code,), label=colour_word(code)) for code in listed]
    return (*told, *_others(listed, setting))


def _kinds(_rows: Rows, setting: Setting) -> tuple[Line, ...]:
    counted = [kind for kind in kinds() if kind.counting]
    return tuple(Line(kind.plural, key=(kind.name,)) for kind in counted) + _others(
        (one.name for one in counted), setting
    )


def _days(_rows: Rows, setting: Setting) -> tuple[Line, ...]:
    length = (setting.period.last - setting.period.first).days + 1
    days = [(setting.period.first + timedelta(days=place)).isoformat() for place in range(length)]
    return tuple(Line(key=(day,), label=day) for day in days)


def _hot(rows: Rows, setting: Setting) -> tuple[Line, ...]:
    return _places(rows, most_of(busy(rows.kind, setting.unit, setting.period, least=rows.least)))


def _lingering(rows: Rows, setting: Setting) -> tuple[Line, ...]:
    return _places(rows, most_of(came_back(rows.kind, setting.unit, setting.period)))


def most_of(places: Counter[Place]) -> list[Place]:
    """So many as can be read, those with the most; of equals the first by their codes."""
    return sorted(places, key=lambda place: (-places[place], place))[:READABLE]


def _places(rows: Rows, keys: Iterable[tuple[str, ...]]) -> tuple[Line, ...]:
    """Cell and category together, in the order of both; what has no cell is no place."""
    placed = [(cell, code) for cell, code in keys if cell]
    there = Cell.objects.filter(pk__in={int(cell) for cell, _code in placed})
    cells = there.select_related("unit").defer("polygon").order_by("code")
    categories = {one.code: one.label for one in Category.objects.filter(kind=rows.kind).order_by("pk")}
    order = {code: place for place, code in enumerate(categories)}
    told = {str(cell.pk): f"{cell.code} {cell.unit.label}" for cell in cells}
    by_cell = {cell: place for place, cell in enumerate(told)}
    placed.sort(key=lambda key: (by_cell[key[0]], order.get(key[1], len(order)), key[1]))
    return tuple(
        Line(key=(cell, code), label=f"{told[cell]} · {categories.get(code) or code or _(NOT_SAID)}")
        for cell, code in placed
    )


def _others(listed: Iterable[str], setting: Setting) -> tuple[Line, ...]:
    """What the list no longer has, by its code, and what was not said: so the rows always add up."""
    left = sorted(setting.codes - set(listed), key=lambda code: (code == "", code))
    return tuple(Line(key=(code,), label=code or _(NOT_SAID)) for code in left)


WAYS: Mapping[str, Callable[[Rows, Setting], tuple[Line, ...]]] = {
    LINES: _given,
    CODES: _codes,
    CATEGORIES: _categories,
    UNITS: _units,
    CELLS: _cells,
    COLOURS: _colours,
    KINDS: _kinds,
    DAYS: _days,
    HOT: _hot,
    LINGERING: _lingering,
}
READABLE = 200
"""Rows of places at the most: of a large county thousands have something now and then."""
OF_PLACES = (HOT, LINGERING)
"""Rows that are chosen before anything is asked of them."""
PLACE = ("cell", CATEGORY)
BY: Mapping[str, tuple[str, ...]] = {
    LINES: (),
    CATEGORIES: (BRANCH,),
    UNITS: (UNIT,),
    CELLS: ("cell",),
    COLOURS: ("colour",),
    KINDS: ("kind",),
    DAYS: (DAY,),
    HOT: PLACE,
    LINGERING: PLACE,
}
