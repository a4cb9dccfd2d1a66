"""Finds matters by words, within the viewer's rights: from the index alone wherever that is enough."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from typing import Any

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from linli.ground.searching import Sought, sought
from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.asking import Listing
from linli.matters.models import Matter
from linli.matters.searchable import OPEN, kind_sign, unit_sign
from linli.place.models import Unit

SIGNED = frozenset({"q", "kind", "unit", "state", "size", "after", "before", "sort", "ignored"})
"""What the index knows by itself, and what only says which page is asked for."""
Statement = tuple[str, list[Any]]


@dataclass(frozen=True)
class Wanted:
    """What the index is asked: all of these words, all of these signs, one of those, and none of the last."""

    words: tuple[Sought, ...]
    signs: tuple[str, ...] = ()
    one_of: tuple[str, ...] = ()
    none_of: tuple[str, ...] = ()

    @property
    def checked(self) -> list[str]:
        """The texts that bigrams alone do not make sure of."""
        return [word.text for word in self.words if not word.exact]


def is_enough_for(listing: Listing) -> bool:
    """Whether this asks for words, newest first, and nothing that the index does not know."""
    others = [field for field in fields(listing) if field.name not in SIGNED]
    plain = all(getattr(listing, field.name) == field.default for field in others)
    return bool(listing.q) and plain and listing.order == "-recorded"


def count(listing: Listing, who: Viewer) -> int:
    """Exactly how many of them this viewer may see."""
    wanted = _wanted(listing, who)
    if not wanted.words or not access.units_seen(who):
        return 0
    statement, told = _asked(wanted, what="count(*)")
    with connection.cursor() as cursor:
        cursor.execute(statement, told)
        inside = int(cursor.fetchone()[0])
    return inside + _outside(listing, who).count()


def ids(listing: Listing, who: Viewer) -> list[int]:
    """The ids of one page and one more: from the units first, then those reached elsewhere, merged."""
    wanted = _wanted(listing, who)
    if not wanted.words or not access.units_seen(who):
        return []
    backwards, edge = listing.before is not None, listing.before or listing.after
    side, way = (">", "ASC") if backwards else ("<", "DESC")
    beyond = (f"{side} %s", [edge.pk]) if edge else ("", [])
    statement, told = _asked(wanted, what=_ID[connection.vendor], beyond=beyond)
    with connection.cursor() as cursor:
        cursor.execute(f"{statement} ORDER BY 1 {way} LIMIT %s", [*told, listing.size + 1])
        inside = [int(row[0]) for row in cursor.fetchall()]
    outside = _outside(listing, who)
    if edge:
        outside = outside.filter(**{f"pk__{'gt' if backwards else 'lt'}": edge.pk})
    reached = outside.order_by("pk" if backwards else "-pk").values_list("pk", flat=True)[: listing.size + 1]
    return sorted([*inside, *reached], reverse=not backwards)[: listing.size + 1]


def within(listing: Listing, who: Viewer) -> Q:
    """The same as one condition, for all that is asked beside words."""
    wanted = _wanted(listing, who)
    if not wanted.words or not access.units_seen(who):
        return Q(pk=None)
    inside, told = _asked(wanted, what=_ID[connection.vendor])
    found = Q(pk__in=RawSQL(inside, told))  # noqa: S611 made of our own parts
    return found if _sees_all(who) else found | Q(pk__in=_outside(listing, who).values("pk"))


_ID = {"sqlite": "matters_grams.rowid", "postgresql": "matters_searched.matter_id"}


def _wanted(listing: Listing, who: Viewer) -> Wanted:
    signs = [kind_sign(listing.kind)] if listing.kind else []
    signs += [OPEN] if listing.state == "open" else []
    unit = _unit(listing)
    units = () if _sees_all(who) else tuple(map(unit_sign, access.units_seen(who)))
    return Wanted(
        words=sought(listing.q),
        signs=(*signs, *([unit_sign(unit.pk)] if unit else [])),
        one_of=units,
        none_of=(OPEN,) if listing.state == "closed" else (),
    )


def _unit(listing: Listing) -> Unit | None:
    return Unit.objects.filter(code=listing.unit).first() if listing.unit else None


def _sees_all(who: Viewer) -> bool:
    """Whether a post is at the very top: the signs of units need not be asked then."""
    tops = {post.unit_id for post in who.posts_for("see") if post.level == 1}
    return bool(tops) and not Unit.objects.filter(level=1).exclude(pk__in=tops).exists()


def _outside(listing: Listing, who: Viewer) -> QuerySet[Matter]:
    """Those seen by a duty beyond one's units: few, so that their texts are looked through."""
    if _sees_all(who):
        return Matter.objects.none()
    rows = Matter.objects.filter(pk__in=access.reached(who)).exclude(access.within_units(who))
    if listing.kind:
        rows = rows.filter(kind=listing.kind)
    if listing.state != "all":
        rows = rows.filter(closed_at__isnull=listing.state == "open")
    if unit := _unit(listing):
        rows = rows.filter(**{f"unit_{unit.level}": unit.pk})
    for word in sought(listing.q):
        rows = rows.filter(searched__text__contains=word.text)
    return rows


def _asked(wanted: Wanted, *, what: str, beyond: Statement = ("", [])) -> Statement:
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
    statement = f"SELECT {what} FROM matters_grams{joined} WHERE matters_grams MATCH %s{further}{checked}"  # noqa: S608 our own parts
    return statement, [match, *beyond[1], *checks]


def _on_postgresql(wanted: Wanted, what: str, beyond: Statement) -> Statement:
    checks = wanted.checked
    terms = [*_terms(wanted, quoted="'{}'", start="'{}':*", any_of=" | "), *(f"!'{sign}'" for sign in wanted.none_of)]
    further = f" AND matters_searched.matter_id {beyond[0]}" if beyond[0] else ""
    checked = " AND strpos(text, %s) > 0" * len(checks)
    statement = f"SELECT {what} FROM matters_searched WHERE grams @@ %s::tsquery{further}{checked}"  # noqa: S608 our own parts
    return statement, [" & ".join(terms), *beyond[1], *checks]


def _terms(wanted: Wanted, *, quoted: str, start: str, any_of: str) -> Iterator[str]:
    """Bigrams, single characters and signs hold no quotation mark: they are letters, figures and our own sign."""
    for word in wanted.words:
        yield from map(quoted.format, word.grams)
        yield from map(start.format, word.starts)
    yield from map(quoted.format, wanted.signs)
    if wanted.one_of:
        yield f"({any_of.join(map(quoted.format, wanted.one_of))})"
