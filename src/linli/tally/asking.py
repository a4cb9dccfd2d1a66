"""Asking for figures: indicators of a unit and a period, grouped or not, each with the entries that it counts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, Self

from django.db import connection
from django.db.models import Min, QuerySet, Value
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.place.models import Unit
from linli.policy.book import Parents, parents_under
from linli.policy.stamp import stamp
from linli.tally.behind import FACETS, Codes
from linli.tally.behind import rows as rows
from linli.tally.catching import catch_up as catch_up
from linli.tally.defined import countings, indicator
from linli.tally.figures import Figure as Figure
from linli.tally.figures import figures
from linli.tally.grouping import Group as Group
from linli.tally.laid import Laid, laid_now
from linli.tally.models import Entry
from linli.tally.periods import Period
from linli.tally.question import BRANCH, DAY, MONTH, UNIT, Question

GROUPS = (*FACETS, BRANCH, UNIT, DAY, MONTH)
NO_FACET = msg("Figures cannot be narrowed or grouped by “{name}”. Choose one of: {known}.")

Figures = Mapping[Group, Mapping[str, Figure]]


class NoFacet(LookupError):
    """There is nothing of that name to narrow or group figures by."""


@dataclass(frozen=True)
class Scope:
    """A unit with all below it, narrowed by codes: facet -> one code or several; a category is all below it too."""

    unit: Unit
    filters: Mapping[str, str | tuple[str, ...]] = field(default_factory=dict)

    @property
    def codes(self) -> Codes:
        _refuse(self.filters, FACETS)
        told = {name: (codes,) if isinstance(codes, str) else tuple(codes) for name, codes in self.filters.items()}
        return tuple((name, told[name]) for name in FACETS if name in told)


@dataclass(frozen=True)
class Ground:
    """What answers stand on beside the numbers: how far sheets are laid, and which category hangs below which."""

    laid: Laid
    parents: Parents

    @classmethod
    def now(cls) -> Self:
        return cls(laid_now(), parents_under(stamp()))

    @property
    def holds(self) -> bool:
        """Whether what was asked of the sheets could still be asked of them."""
        return laid_now().reaches(self.laid)


def ask(
    names: Sequence[str],
    scope: Scope,
    period: Period,
    *,
    by: tuple[str, ...] = (),
    today: date = date.max,
    only: Collection[Group] = (),
    ground: Ground | None = None,
) -> Figures:
    """Every indicator in every group that has anything to count; ungrouped the one group (), which is always there.

    The parts of a group in the order of `by`: codes; for UNIT the code of a unit right below, empty for the unit
    itself; for BRANCH a category right below the one asked for, or at the top; for DAY and MONTH as 2026-05-17 and
    2026-05. What lasts is counted on the evening of the last day, or of today where that is still to come.
    Of groups by codes `only` some may be asked for. Who asks much at once reads the `ground` once. Raises NoIndicator
    and NoFacet.
    """
    _refuse(by, GROUPS if not only else FACETS)
    wanted = tuple(indicator(name, on=period.last) for name in dict.fromkeys(names))
    days = (period.first, period.last)
    laid, known = (ground.laid, ground.parents) if ground else (laid_now(), None)
    return figures(wanted, Question(scope.unit, scope.codes, *days, by, today, laid, frozenset(only), known))


@dataclass(frozen=True)
class Compared:
    """A period beside the one before and the same a year before; None: there is no such period, or no ledger then."""

    now: Figures
    before: Figures | None
    year_before: Figures | None


def compared(names: Sequence[str], scope: Scope, period: Period, *, by: tuple[str, ...] = ()) -> Compared:
    """The same asked of all three. Grouped by day or month the groups do not meet."""
    began = known_from()
    before, year_before = (
        ask(names, scope, one, by=by) if one and began and began <= one.last else None
        for one in (period.before(), period.year_before())
    )
    return Compared(ask(names, scope, period, by=by), before, year_before)


def known_from() -> date | None:
    """The day of the first matter opened in this ledger: of what lies before it nothing is known."""
    return min(known_since().values(), default=None)


def known_since() -> Mapping[str, date]:
    """Kind -> the day of the first matter of it, where there is one.

    Each measure by itself, for of one the index has the first day at once and of several all would be read; all of
    them in one question.
    """
    kinds = {measure: kind for kind in countings() for measure in indicator(f"{kind}.opened").top}
    days = _first_days(tuple(kinds))
    known: dict[str, list[date]] = {}
    for measure, kind in kinds.items():
        if day := days[measure]:
            known.setdefault(kind, []).append(day)
    return {kind: min(found) for kind, found in known.items()}


def _first_days(names: tuple[str, ...]) -> dict[str, date | None]:
    on = Entry._meta.get_field("on")
    with connection.cursor() as cursor:
        cursor.execute(*_asking_first_days(names))
        return {name: on.to_python(day) for name, day in cursor.fetchall()}


@lru_cache(maxsize=8)
def _asking_first_days(names: tuple[str, ...]) -> tuple[str, tuple[Any, ...]]:
    """The question and what is put into it: composing it takes longer than answering it."""
    one, *others = (_first_day(name) for name in names)
    return one.union(*others, all=True).query.sql_with_params()


def _first_day(name: str) -> QuerySet[Any, Any]:
    of_it = Entry.objects.filter(measure=name).order_by().annotate(named=Value(name))
    named: QuerySet[Any, Any] = of_it.values("named")
    found: QuerySet[Any, Any] = named.annotate(first=Min("on"))
    return found.values_list("named", "first")


def _refuse(names: Mapping[str, object] | Sequence[str], known: tuple[str, ...]) -> None:
    for name in names:
        if name not in known:
            raise NoFacet(_(NO_FACET).format(name=name, known=", ".join(known)))
