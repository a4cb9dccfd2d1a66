"""What stands behind a figure: plain data that fits into a link, and the entries that it names."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Self
from urllib.parse import parse_qsl, urlencode

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.matters.counts import CATEGORY
from linli.place.models import Unit
from linli.policy.book import Parents, parents_under
from linli.policy.stamp import stamp
from linli.tally.defined import kinds_of, measures
from linli.tally.models import Entry

FACETS = ("kind", CATEGORY, "sort", "origin", "result", "step", "colour", "cell")
DIGITS = 18
"""No id is longer, and a database takes none that is."""
EXACTLY = "="
"""Before the code of a category: this one alone, not those below it."""
SPOILT = msg("This link to the rows of a figure is not complete. Open the report again and choose the figure there.")

Codes = tuple[tuple[str, tuple[str, ...]], ...]


class Spoilt(ValueError):
    """What was read names no rows."""


@dataclass(frozen=True)
class Behind:
    """The entries of some measures, in a unit and below it or in it alone, of some days, with some codes."""

    measures: tuple[str, ...]
    unit: int
    first: date
    last: date
    codes: Codes = ()
    """(facet, codes): any of these codes; of a category all below it."""
    here: bool = False
    """Of the unit itself, not of those below it."""
    stock: bool = False
    """What stood so on the evening of the last day."""

    def query(self) -> str:
        """As the query of a link, which `read` reads again."""
        pairs = [("measure", name) for name in self.measures]
        pairs += [("unit", str(self.unit)), ("first", self.first.isoformat()), ("last", self.last.isoformat())]
        pairs += [(facet, code) for facet, codes in self.codes for code in codes]
        pairs += [(name, "1") for name in ("here", "stock") if getattr(self, name)]
        return "&".join(_pair(*pair) for pair in pairs)

    @classmethod
    def read(cls, query: str) -> Self:
        """What `query` wrote. Raises Spoilt with a sentence when it is anything else."""
        told: dict[str, list[str]] = {}
        for name, value in parse_qsl(query, keep_blank_values=True):
            told.setdefault(name, []).append(value)
        if "\0" in "".join(code for codes in told.values() for code in codes):
            raise Spoilt(_(SPOILT))
        try:
            return cls(
                measures=_known(told["measure"]),
                unit=int(told["unit"][0]),
                first=date.fromisoformat(told["first"][0]),
                last=date.fromisoformat(told["last"][0]),
                codes=tuple((facet, tuple(told[facet])) for facet in FACETS if facet in told),
                here="here" in told,
                stock="stock" in told,
            )
        except (KeyError, ValueError) as error:
            raise Spoilt(_(SPOILT)) from error


def rows(behind: Behind) -> QuerySet[Entry]:
    """The entries that a figure counts, the oldest first."""
    return Entry.objects.filter(condition(behind)).order_by("on", "id")


def condition(behind: Behind) -> Q:
    """The one condition that figures are counted and their rows are listed by."""
    found = Q(measure__in=behind.measures) & of_unit(behind.unit, here=behind.here)
    if behind.stock:
        found &= Q(until__isnull=False, until__gt=behind.last, on__lte=behind.last)
    else:
        found &= Q(on__gte=behind.first, on__lte=behind.last)
    for facet, codes in behind.codes:
        found &= _one_of(facet, codes, kinds=kinds_of(behind.measures))
    return found


def of_unit(pk: int, *, here: bool = False) -> Q:
    """By the one column of the unit's level; nothing where there is no such unit."""
    level = Unit.objects.filter(pk=pk).values_list("level", flat=True).first()
    if level is None:
        return Q(pk=None)
    return Q(unit=pk) if here else Q(**{f"unit_{level}": pk})


def _one_of(facet: str, codes: tuple[str, ...], *, kinds: tuple[str, ...]) -> Q:
    if facet == CATEGORY:
        return Q(category__in=sorted(with_those_below(codes, kinds=kinds)))
    if facet == "cell":
        there = [int(code) for code in codes if code.isdecimal() and len(code) <= DIGITS]
        return Q(cell__in=there) | (Q(cell=None) if "" in codes else Q(pk=None))
    return Q(**{f"{facet}__in": codes})


def with_those_below(codes: Iterable[str], *, kinds: tuple[str, ...], parents: Parents | None = None) -> set[str]:
    """The codes themselves, and all below those that are not meant exactly."""
    parents = parents_under(stamp()) if parents is None else parents
    exact = {code[1:] for code in codes if code.startswith(EXACTLY)}
    whole = {code for code in codes if not code.startswith(EXACTLY)}
    while below := {code for (kind, code), above in parents.items() if kind in kinds and above in whole} - whole:
        whole |= below
    return exact | whole


@lru_cache(maxsize=10_000)
def _pair(name: str, value: str) -> str:
    """Kept, for a page has thousands of links that differ in one pair."""
    return urlencode([(name, value)])


def _known(names: list[str]) -> tuple[str, ...]:
    if not set(names) <= measures().keys():
        raise ValueError(names)
    return tuple(names)
