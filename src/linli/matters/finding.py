"""Finds matters by words, within the viewer's rights: from the index alone wherever that is enough."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from functools import cached_property

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from linli.ground.searching import sought
from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.asking import Listing
from linli.matters.elsewhere import known_there
from linli.matters.index_asked import ID, Wanted, by_index, counts, page, statement
from linli.matters.models import Matter, Searched
from linli.matters.searchable import OPEN, category_sign, cell_sign, kind_sign, number_sign, unit_sign
from linli.matters.sums import kinds_within
from linli.place.models import Cell, Unit
from linli.policy.office import codes_below

SIGNED = frozenset({"q", "kind", "unit", "category", "cell", "state", "size", "after", "before", "sort", "ignored"})
"""What the index knows by itself, and what only says which page is asked for."""
NUMBER = re.compile(r"[a-z]+-\d{4}-\d{6,}")
"""The whole number of a matter stands in the index as one sign: its bigrams are those of all others of the year."""


@dataclass(frozen=True)
class Search:
    """What one viewer asks by words, in all the ways that a page asks it."""

    listing: Listing
    who: Viewer
    wanted: Wanted
    narrowed: Q
    """What the signs say, for matters that are not asked for by their signs."""
    sees_all: bool
    asked: bool = True
    """Whether there was anything to look for, and not only punctuation."""

    @property
    def is_enough(self) -> bool:
        """Whether the index alone knows which they are, in whatever order: words, and nothing without a sign."""
        others = [field for field in fields(self.listing) if field.name not in SIGNED]
        return all(getattr(self.listing, field.name) == field.default for field in others)

    def count(self) -> int:
        """How many there are: of the viewer's units and those reached."""
        return 0 if self.in_vain else counts([self.wanted])[0] + len(self.beyond)

    def newest(self) -> tuple[int, list[int]]:
        """How many there are, and the ids of one page and one more, in the order in which the index has them."""
        if self.in_vain:
            return 0, []
        backwards, edge = self.listing.before is not None, self.listing.before or self.listing.after
        count, inside = page(self.wanted, edge, backwards, self.listing.size + 1)
        reached = [pk for pk in self.beyond if not edge or (pk > edge.pk if backwards else pk < edge.pk)]
        ids = sorted([*inside, *reached], reverse=not backwards)
        return count + len(self.beyond), ids[: self.listing.size + 1]

    def within(self) -> Q:
        """The same as one condition, for whatever is asked beside words."""
        if self.in_vain:
            return Q(pk=None)
        asked, told = statement(self.wanted, what=ID[connection.vendor])
        if not self.sees_all:
            outside, reached = self.outside().values("pk").query.sql_with_params()
            asked, told = f"{asked} UNION ALL {outside}", [*told, *reached]
        return Q(pk__in=RawSQL(asked, told))  # noqa: S611 terms hold letters, figures and our own signs

    @property
    def in_vain(self) -> bool:
        """Whether there is nothing to look for, or nothing that the viewer may see."""
        return not self.asked or not access.units_seen(self.who)

    @cached_property
    def beyond(self) -> dict[int, str]:
        """Those seen by a duty beyond one's units, each with its kind: few, so that their texts are looked through."""
        return {} if self.sees_all else dict(self.outside().values_list("pk", "kind"))

    def outside(self) -> QuerySet[Matter]:
        rows = Matter.objects.filter(access.reached(self.who)).exclude(access.within_units(self.who))
        return self.told_in(rows)

    def told_in(self, rows: QuerySet[Matter]) -> QuerySet[Matter]:
        """Of these rows those that are looked for, by their own texts and columns and not by the index."""
        rows = rows.filter(self.narrowed)
        for word in self.wanted.words:
            rows = rows.filter(searched__text__contains=word.text)
        return rows


def searching(listing: Listing, who: Viewer) -> Search:
    """A listing with words in it, as the index is asked for it."""
    sees_all, groups, narrowed = _sees_all(who), list[tuple[str, ...]](), Q()
    for signs, condition in _signs(listing):
        groups, narrowed = [*groups, *([signs] if signs else [])], narrowed & condition
    words, closed = sought(listing.q), (OPEN,) if listing.state == "closed" else ()
    numbers = [word.text for word in words if NUMBER.fullmatch(word.text)]
    others = tuple(word for word in words if not NUMBER.fullmatch(word.text))
    if theirs := known_there(listing.q):
        groups, narrowed, others = [*groups, tuple(map(number_sign, theirs))], narrowed & Q(number__in=theirs), ()
    for number in numbers:
        groups, narrowed = [*groups, (number_sign(number),)], narrowed & Q(number__iexact=number)
    units = () if sees_all else tuple(access.tops(who))
    wanted = Wanted(others, units, tuple(groups), closed)
    return Search(listing, who, wanted, narrowed, sees_all, asked=bool(words))


def _signs(listing: Listing) -> Iterator[tuple[tuple[str, ...], Q]]:
    """Each filter that has a sign, as the index knows it and as the rows do; what is unknown matches nothing."""
    if listing.state != "all":
        yield (OPEN,) if listing.state == "open" else (), Q(closed_at__isnull=listing.state == "open")
    if listing.kind:
        yield (kind_sign(listing.kind),), Q(kind=listing.kind)
    if listing.unit:
        unit = Unit.objects.get(code=listing.unit)
        yield (unit_sign(unit.pk),), Q(**{f"unit_{unit.level}": unit.pk})
    if listing.cell:
        cell = Cell.objects.get(code=listing.cell)
        yield (cell_sign(cell.pk),), Q(cell=cell)
    if listing.category:
        codes = codes_below(listing.category)
        yield tuple(map(category_sign, codes)), Q(category__in=codes)


def texts_of(matters: Iterable[int]) -> dict[int, str]:
    """The searched texts of matters that the viewer was shown to have found."""
    return dict(Searched.objects.filter(pk__in=list(matters)).values_list("pk", "text"))


def cells_of(matters: Iterable[int]) -> dict[int, tuple[str, str, str]]:
    """Of such matters the grid cell that each lies in, where it lies in one: its names and its code."""
    asked = list(matters)
    rows = Matter.objects.filter(pk__in=asked, cell__isnull=False) if asked else Matter.objects.none()
    found = rows.values_list("pk", "cell__unit__name", "cell__unit__name_en", "cell__code")
    return {pk: (name, name_en, code) for pk, name, name_en, code in found}


def count_kinds(search: Search, kinds: Iterable[str], *, known: Mapping[str, int], total: int | None) -> dict[str, int]:
    """How many of each kind a search finds. `total`: of all kinds, where it is known; then the kind of which one's
    units hold most is what the others leave, for its hits would take the longest to count.

    The index is asked for each kind. To read it off the signs of the hits, which lie aside of their rows, takes
    PostgreSQL as long as to look up ten times as many."""
    left = [kind for kind in kinds if kind not in known]
    if search.in_vain or not left or total == 0:
        return {**known, **dict.fromkeys(left, 0)}
    if total is not None:
        there = kinds_within(search.wanted.units)
        left.sort(key=lambda kind: there.get(kind, 0))
    asked = left if total is None else left[:-1]
    with by_index():
        inside = counts([replace(search.wanted, one_of=(*search.wanted.one_of, (kind_sign(kind),))) for kind in asked])
        beyond = Counter(search.beyond.values())
    found = {**known, **{kind: n + beyond[kind] for kind, n in zip(asked, inside, strict=True)}}
    return found if total is None else {**found, left[-1]: max(0, total - sum(found.values()))}


def _sees_all(who: Viewer) -> bool:
    """Whether a post is at the very top: the signs of units need not be asked then."""
    tops = {post.unit_id for post in who.posts_for("see") if post.level == 1}
    return bool(tops) and not Unit.objects.filter(level=1).exclude(pk__in=tops).exists()
