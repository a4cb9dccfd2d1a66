"""Makes the index of the search anew from the ledger, step by step, and names where the two are not the same."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from django.db import connection, transaction

from linli.ground.searching import grams
from linli.matters.index_asked import VOCABULARY
from linli.matters.indexing import AT_ONCE, Row, drop_all, stored, tokens
from linli.matters.models import Matter, Searched
from linli.matters.searchable import NAMES, index_again, stored_rows

HOLDS = "SELECT rowid FROM matters_grams WHERE matters_grams MATCH %s AND rowid BETWEEN %s AND %s"


def rebuild(*, after: int = 0, anew: bool = False) -> Iterator[tuple[int, int]]:
    """Index every matter behind this id as it is stored now, a step in a transaction of its own.

    Gives the last id of each step and how many were not indexed so. Stopped, it goes on behind that id; `anew`: nothing
    of the old index is kept.
    """
    if anew:
        drop_all()
    while True:
        with transaction.atomic():
            matters = list(Matter.objects.select_for_update().filter(pk__gt=after).order_by("pk")[:AT_ONCE])
            written = index_again(matters)
        if not matters:
            return
        after = matters[-1].pk
        yield after, written


def missing() -> int:
    """How many matters are not indexed at all: those from before there was an index."""
    return Matter.objects.count() - Searched.objects.count()


def wrong(matters: Sequence[Matter]) -> Iterator[Matter]:
    """Those that are indexed, but not by what their row and words say now.

    What the office calls categories and cells may have changed since: that is no difference.
    """
    kept = stored(matter.pk for matter in matters)
    wanted = {row.matter: row for row in stored_rows(matters)}
    held = _held_on_sqlite(kept.values()) if connection.vendor == "sqlite" else _held_on_postgresql(kept.values())
    for matter in matters:
        row = kept.get(matter.pk)
        if row and (_unnamed(row) != _unnamed(wanted[matter.pk]) or matter.pk not in held):
            yield matter


def surplus() -> int:
    """How many grams the index holds beyond those of the texts, where it cannot be asked for those of one matter."""
    if connection.vendor != "sqlite":
        return 0
    with connection.cursor() as cursor:
        cursor.execute(VOCABULARY)
        cursor.execute("SELECT coalesce(sum(doc), 0) FROM temp.grams_vocabulary")
        held = int(cursor.fetchone()[0])
    rows = Searched.objects.values_list("pk", "signs", "text").iterator(chunk_size=AT_ONCE)
    return held - sum(len(tokens(Row(*row)).split(" ")) for row in rows)


def _unnamed(row: Row) -> tuple[str, list[str]]:
    number, *rest = row.text.split("\n")
    return row.signs, [number, *rest[NAMES - 1 :]]


def _held_on_sqlite(rows: Collection[Row]) -> set[int]:
    """Those whose every gram the index gives this matter for; each gram is asked for once for all of them.

    A gram that many matters have is found at the end of a long list: matter by matter that would take hours.
    """
    wanted: dict[str, set[int]] = {}
    for row in rows:
        for token in tokens(row).split(" "):
            wanted.setdefault(token, set()).add(row.matter)
    held = {row.matter for row in rows}
    between = (min(held, default=0), max(held, default=0))
    with connection.cursor() as cursor:
        for token, matters in wanted.items():
            cursor.execute(HOLDS, [f'"{token}"', *between])
            held -= matters - {pk for (pk,) in cursor.fetchall()}
    return held


def _held_on_postgresql(rows: Iterable[Row]) -> set[int]:
    wanted = {row.matter: sorted({*row.signs.split(" "), *grams(row.text)}) for row in rows}
    with connection.cursor() as cursor:
        asked = "SELECT matter_id, tsvector_to_array(grams) FROM matters_searched WHERE matter_id = ANY(%s)"
        cursor.execute(asked, [list(wanted)])
        return {pk for pk, held in cursor.fetchall() if sorted(held) == wanted[pk]}
