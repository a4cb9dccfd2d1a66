"""Finds matters by words, within the viewer's rights: from the index alone wherever that is enough."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, fields, replace
from functools import cached_property
from typing import Any

from django.db import connection, transaction
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from linli.ground.searching import Sought, sought
from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.asking import Cursor, Listing
from linli.matters.models import Matter, Searched
from linli.matters.searchable import OPEN, category_sign, cell_sign, kind_sign, number_sign, unit_sign
from linli.place.models import Cell, Unit
from linli.policy.models import Category

SIGNED = frozenset({"q", "kind", "unit", "category", "cell", "state", "size", "after", "before", "sort", "ignored"})
"""What the index knows by itself, and what only says which page is asked for."""
NUMBER = re.compile(r"[a-z]+-\d{4}-\d{6,}")
"""The whole number of a matter stands in the index as one sign: its bigrams are those of all others of the year."""
Statement = tuple[str, list[Any]]


@dataclass(frozen=True)
class Wanted:
    """What the index is asked: all of these words, of every group of signs one, and none of the last."""

    words: tuple[Sought, ...]
    one_of: tuple[tuple[str, ...], ...] = ()
    none_of: tuple[str, ...] = ()

    @property
    def checked(self) -> list[str]:
        """The texts that bigrams alone do not make sure of."""
        return [word.text for word in self.words if not word.exact]


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
        """Whether the index alone answers: words, newest first, and nothing that it does not know."""
        others = [field for field in fields(self.listing) if field.name not in SIGNED]
        plain = all(getattr(self.listing, field.name) == field.default for field in others)
        return plain and self.listing.order == "-recorded"

    def count_inside(self, sign: str) -> int:
        """Exactly how many of those in the viewer's units have one more sign."""
        asked, told = statement(replace(self.wanted, one_of=(*self.wanted.one_of, (sign,))), what="count(*)")
        with by_index() as cursor:
            cursor.execute(asked, told)
            return int(cursor.fetchone()[0])

    def page(self) -> tuple[int, list[int]]:
        """How many there are, and the ids of one page and one more: of the viewer's units and those reached, merged."""
        if self.in_vain:
            return 0, []
        backwards, edge = self.listing.before is not None, self.listing.before or self.listing.after
        found = _counted_sqlite if connection.vendor == "sqlite" else _counted_postgresql
        count, inside = found(self.wanted, edge, backwards, self.listing.size + 1)
        reached = [pk for pk in self._reached if not edge or (pk > edge.pk if backwards else pk < edge.pk)]
        ids = sorted([*inside, *reached], reverse=not backwards)
        return count + len(self._reached), ids[: self.listing.size + 1]

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
    def _reached(self) -> list[int]:
        return [] if self.sees_all else list(self.outside().values_list("pk", flat=True))

    def outside(self) -> QuerySet[Matter]:
        """Those seen by a duty beyond one's units: few, so that their texts are looked through."""
        rows = Matter.objects.filter(self.narrowed & access.reached(self.who))
        rows = rows.exclude(access.within_units(self.who))
        for word in self.wanted.words:
            rows = rows.filter(searched__text__contains=word.text)
        return rows


def searching(listing: Listing, who: Viewer) -> Search:
    """A listing with words in it, as the index is asked for it."""
    sees_all, groups, narrowed = _sees_all(who), list[tuple[str, ...]](), Q()
    for signs, condition in _signs(listing):
        groups, narrowed = [*groups, *([signs] if signs else [])], narrowed & condition
    if not sees_all:
        groups.append(tuple(map(unit_sign, access.units_seen(who))))
    words, closed = sought(listing.q), (OPEN,) if listing.state == "closed" else ()
    for number in [word.text for word in words if NUMBER.fullmatch(word.text)]:
        groups, narrowed = [*groups, (number_sign(number),)], narrowed & Q(number__iexact=number)
    others = tuple(word for word in words if not NUMBER.fullmatch(word.text))
    return Search(listing, who, Wanted(others, tuple(groups), closed), narrowed, sees_all, asked=bool(words))


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
        codes = list(with_children(listing.category))
        yield tuple(map(category_sign, codes)), Q(category__in=codes)


def texts_of(matters: Iterable[int]) -> dict[int, str]:
    """The searched texts of matters that the viewer was shown to have found."""
    return dict(Searched.objects.filter(pk__in=list(matters)).values_list("pk", "text"))


def count_kinds(search: Search, kinds: Iterable[str], *, known: Mapping[str, int], total: int | None) -> dict[str, int]:
    """How many of each kind a search finds that named no kind; where the total is known, the last is what is left."""
    found, beyond = dict(known), Counter[str]()
    if search.in_vain:
        return found
    if not search.sees_all:
        beyond.update(search.outside().values_list("kind", flat=True))
    left = [kind for kind in kinds if kind not in known]
    for kind in left if total is None else left[:-1]:
        found[kind] = search.count_inside(kind_sign(kind)) + beyond[kind]
    return found if total is None else {**found, left[-1]: total - sum(found.values())}


ID = {"sqlite": "matters_grams.rowid", "postgresql": "matters_searched.matter_id"}


def with_children(code: str) -> QuerySet[Category, str]:
    return Category.objects.filter(Q(code=code) | Q(parent__code=code)).values_list("code", flat=True)


def _sees_all(who: Viewer) -> bool:
    """Whether a post is at the very top: the signs of units need not be asked then."""
    tops = {post.unit_id for post in who.posts_for("see") if post.level == 1}
    return bool(tops) and not Unit.objects.filter(level=1).exclude(pk__in=tops).exists()


def _counted_sqlite(wanted: Wanted, edge: Cursor | None, backwards: bool, most: int) -> tuple[int, list[int]]:
    """The list of a page is read from its end, so that it is asked for by itself."""
    side, way = (">", "ASC") if backwards else ("<", "DESC")
    counting, told = statement(wanted, what="count(*)")
    listing, told_too = statement(wanted, what=ID["sqlite"], beyond=(f"{side} %s", [edge.pk]) if edge else ("", []))
    with connection.cursor() as cursor:
        cursor.execute(counting, told)
        count = int(cursor.fetchone()[0])
        cursor.execute(f"{listing} ORDER BY 1 {way} LIMIT %s", [*told_too, most])
        return count, [row[0] for row in cursor.fetchall()]


def _counted_postgresql(wanted: Wanted, edge: Cursor | None, backwards: bool, most: int) -> tuple[int, list[int]]:
    """Whoever counts has been at every hit: the page is taken from the same."""
    side, way = (">", "ASC") if backwards else ("<", "DESC")
    asked, told = statement(wanted, what=f"{ID['postgresql']} AS pk")
    further = f"WHERE pk {side} %s " if edge else ""
    ids_of = f"FROM hits {further}ORDER BY pk {way} LIMIT %s"
    both = f"WITH hits AS MATERIALIZED ({asked}) SELECT (SELECT count(*) FROM hits), ARRAY(SELECT pk {ids_of})"  # noqa: S608 our own parts
    with by_index() as cursor:
        cursor.execute(both, [*told, *([edge.pk] if edge else []), most])
        count, ids = cursor.fetchone()
    return int(count), ids


@contextmanager
def by_index() -> Iterator[Any]:
    """PostgreSQL takes reading all grams for cheap, since they lie beside their rows: it is told not to."""
    if connection.vendor != "postgresql":
        with connection.cursor() as cursor:
            yield cursor
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('enable_seqscan'), set_config('enable_seqscan', 'off', true)")
        before = cursor.fetchone()[0]
        yield cursor
        cursor.execute("SELECT set_config('enable_seqscan', %s, true)", [before])


def statement(wanted: Wanted, *, what: str, beyond: Statement = ("", [])) -> Statement:
    make = _on_sqlite if connection.vendor == "sqlite" else _on_postgresql
    return make(wanted, what, beyond)


def _on_sqlite(wanted: Wanted, what: str, beyond: Statement) -> Statement:
    checks = wanted.checked
    terms = [*_terms(wanted, quoted='"{}"', start='"{}" *', any_of=" OR ")]
    match = " AND ".join(terms)
    if wanted.none_of:
        match = f"({match})" + "".join(f' NOT "{sign}"' for sign in wanted.none_of)
    joined = " JOIN matters_searched s ON s.matter_id = matters_grams.rowid" if checks else ""
    further = f" AND matters_grams.rowid {beyond[0]}" if beyond[0] else ""
    checked = " AND instr(s.text, %s) > 0" * len(checks)
    source = f"matters_grams{joined} WHERE matters_grams MATCH %s"
    return f"SELECT {what} FROM {source}{further}{checked}", [match, *beyond[1], *checks]  # noqa: S608 our own parts


def _on_postgresql(wanted: Wanted, what: str, beyond: Statement) -> Statement:
    checks = wanted.checked
    terms = [*_terms(wanted, quoted="'{}'", start="'{}':*", any_of=" | "), *(f"!'{sign}'" for sign in wanted.none_of)]
    further = f" AND matters_searched.matter_id {beyond[0]}" if beyond[0] else ""
    checked = " AND strpos(text, %s) > 0" * len(checks)
    source = "matters_searched WHERE grams @@ %s::tsquery"
    return f"SELECT {what} FROM {source}{further}{checked}", [" & ".join(terms), *beyond[1], *checks]  # noqa: S608 our own parts


def _terms(wanted: Wanted, *, quoted: str, start: str, any_of: str) -> Iterator[str]:
    """Bigrams, single characters and signs hold no quotation mark: they are letters, figures and our own sign."""
    for word in wanted.words:
        yield from map(quoted.format, word.grams)
        yield from map(start.format, word.starts)
    for group in wanted.one_of:
        yield f"({any_of.join(map(quoted.format, group))})"
