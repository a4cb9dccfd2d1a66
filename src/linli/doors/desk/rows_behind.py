"""The rows behind a figure as people see them: each with its matter, where that is theirs to see."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Self

from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from linli.colours.colour import Colour
from linli.doors.desk.gate import Visit
from linli.ground.text import msg
from linli.matters import access
from linli.matters.counts import DAYS, HOURS, MEDIAN, P90, PERSONS, SUM, YUAN, Indicator
from linli.matters.kind import kinds
from linli.matters.models import Matter
from linli.place.models import Unit
from linli.policy.models import Category
from linli.reports.behind_then import told_then
from linli.reports.packing import Pair
from linli.reports.windows import days
from linli.tally.behind import Behind, rows
from linli.tally.defined import indicators, measures
from linli.tally.models import Entry
from linli.tally.periods import RANGE, Period
from linli.tally.printing import text_of

A_PAGE = 50
VALUES = {DAYS: msg("Days"), HOURS: msg("Hours"), YUAN: msg("Yuan"), PERSONS: msg("Persons")}
HOW_MANY = msg("How many")
"""Heads a column of values that are in none of these."""


@dataclass(frozen=True)
class BehindRow:
    """One thing that was counted: what, when, and of which matter; without a title where it went out of sight."""

    number: str
    kind: str
    what: str
    at: datetime
    title: str = ""
    colour: Colour | None = None
    category: str = ""
    unit: str = ""
    """The one that it counts for."""
    value: str = ""


def rows_page(visit: Visit, behind: Behind, *, unit: Unit, page: str) -> dict[str, Any]:
    """One page of the rows, how many there are, and what was asked in words."""
    pages = Paginator(rows(behind).select_related("matter"), A_PAGE)
    shown, of = pages.get_page(page), valued(behind)
    told = Told.of(
        visit, {entry.matter_id for entry in shown.object_list}, units={one.unit for one in shown.object_list}
    )
    return {
        "unit": unit,
        "count": pages.count,
        "page": shown,
        "rows": [told.entry(one, of=of) for one in shown.object_list],
        "value_word": _(VALUES.get(of.unit, HOW_MANY)) if of else "",
        "what": counted(behind),
        "days": days(Period(behind.first, behind.last, RANGE)),
        "stock": behind.stock,
        "query": behind.query(),
    }


def frozen_rows_page(visit: Visit, kept: Sequence[Pair], *, query: str, unit: Unit, page: str) -> dict[str, Any]:
    """The same of a report that was issued: by matter and place in line, as they were counted then."""
    pages, behind = Paginator(kept, A_PAGE), Behind.read(query)
    shown = pages.get_page(page)
    rows = told_then(list(shown.object_list))
    what = counted(behind)
    told = Told.of(visit, {matter.pk for matter, _at in rows})
    return {
        "unit": unit,
        "count": pages.count,
        "page": shown,
        "rows": [told.row(matter, what=what, at=at) for matter, at in rows],
        "what": what,
        "days": days(Period(behind.first, behind.last, RANGE)),
        "stock": behind.stock,
        "query": query,
    }


def counted(behind: Behind) -> str:
    """What is counted, by the name of the plain figure that counts just that, else by each of its measures."""
    asked = set(behind.measures)
    for one in indicators().values():
        if not one.below and set(one.top) == asked:
            return _(one.word)
    return _(", ").join(_(measures().get(name, name)) for name in behind.measures)


def valued(behind: Behind) -> Indicator | None:
    """A figure that is made of the values of these rows and not of their number, where there is one."""
    asked = set(behind.measures)
    made = (one for one in indicators().values() if one.form in (SUM, MEDIAN, P90) and asked <= set(one.top))
    return next(made, None)


@dataclass(frozen=True)
class Told:
    """What rows are told with: one question for all matters that may be seen, all categories, and all units."""

    seen: Mapping[int, Matter]
    categories: Mapping[tuple[str, str], str]
    kinds: Mapping[str, str]
    units: Mapping[int, str]
    measures: Mapping[str, str]

    @classmethod
    def of(cls, visit: Visit, ids: Iterable[int], *, units: Iterable[int] = ()) -> Self:
        seen = {one.pk: one for one in access.visible(visit.who).filter(pk__in=ids).select_related("unit")}
        rows = Category.objects.filter(code__in={one.category for one in seen.values()})
        categories = {(one.kind, one.code): one.label for one in rows}
        labels = {pk: one.label for pk, one in Unit.objects.in_bulk(set(units)).items()}
        return cls(seen, categories, {kind.name: _(kind.word) for kind in kinds()}, labels, measures())

    def entry(self, one: Entry, *, of: Indicator | None) -> BehindRow:
        """As it is counted: for its own unit, which the matter may have left, and with its value where that counts."""
        row = self.row(one.matter, what=_(self.measures[one.measure]), at=one.at)
        if not row.unit:
            return row
        value = text_of(of, top=1, below=None, value=one.value) if of and (one.value or of.form != SUM) else ""
        return replace(row, unit=self.units.get(one.unit, row.unit), value=value)

    def row(self, matter: Matter, *, what: str, at: datetime) -> BehindRow:
        kind, seen = self.kinds.get(matter.kind, matter.kind), self.seen.get(matter.pk)
        if seen is None:
            return BehindRow(matter.number, kind, what, at)
        return BehindRow(
            number=seen.number,
            kind=kind,
            what=what,
            at=at,
            title=seen.title or _("(no title)"),
            colour=Colour(seen.colour),
            category=self.categories.get((seen.kind, seen.category), seen.category),
            unit=seen.unit.label,
        )
