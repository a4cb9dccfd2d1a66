"""Writes the index of bigrams, the same on both engines: of what was there before only what changed is touched."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from django.db import connection, transaction

from linli.ground.searching import grams
from linli.matters.models import Frequent, Searched

AT_ONCE = 1000

PUT_IN = "INSERT INTO matters_grams(rowid, grams) VALUES (%s, %s)"
TAKE_OUT = "INSERT INTO matters_grams(matters_grams, rowid, grams) VALUES ('delete', %s, %s)"
KEEP = (
    "INSERT INTO matters_searched(matter_id, signs, text) VALUES (%s, %s, %s) "
    "ON CONFLICT (matter_id) DO UPDATE SET signs = excluded.signs, text = excluded.text"
)
COPY_IN = "COPY matters_searched(matter_id, signs, text, grams) FROM STDIN"
KEEP_WITH_GRAMS = (
    "INSERT INTO matters_searched(matter_id, signs, text, grams) "
    "SELECT i, s, t, array_to_tsvector(string_to_array(g, ' ')) "
    "FROM unnest(%s::bigint[], %s::text[], %s::text[], %s::text[]) AS r(i, s, t, g) "
    "ON CONFLICT (matter_id) DO UPDATE SET signs = excluded.signs, text = excluded.text, grams = excluded.grams, "
    "filling = excluded.filling"
)


class Row(NamedTuple):
    """One matter as it is searched: its id, its signs with blanks between them, its folded text."""

    matter: int
    signs: str
    text: str


Broken = tuple[int, str, str, str]
"""A row and all that the index holds of it."""


def index_many(rows: Iterable[Row], *, before: Mapping[int, Row] | None = None) -> int:
    """Write what is searched of many matters; `before`: what is kept of them, where the caller knows it, and nothing of
    new ones. Returns how many were written."""
    rows, written = list(rows), 0
    with transaction.atomic(savepoint=False):
        for place in range(0, len(rows), AT_ONCE):
            some = rows[place : place + AT_ONCE]
            written += _index(some, stored(row.matter for row in some) if before is None else before)
    return written


def put_in(rows: Sequence[Broken]) -> None:
    """Write those of new matters that were broken down beforehand, within the caller's transaction."""
    if rows and connection.vendor == "sqlite":
        driver = connection.connection
        driver.executemany(PUT_IN.replace("%s", "?"), [(matter, grams) for matter, _signs, _text, grams in rows])
        driver.executemany(KEEP.replace("%s", "?"), [row[:3] for row in rows])
    elif rows:
        with connection.cursor() as cursor, cursor.copy(COPY_IN) as copy:
            for matter, signs, text, held in rows:
                copy.write_row((matter, signs, text, _vector(held)))


def _vector(grams: str) -> str:
    """As PostgreSQL reads a vector of words: no gram and no sign holds a quotation mark or a backslash."""
    return "'{}'".format(grams.replace(" ", "' '")) if grams else ""


def broken(row: Row) -> Broken:
    return (*row, tokens(row))


def tokens(row: Row) -> str:
    """All that the index holds of a row."""
    return " ".join([row.signs, *grams(row.text)]).strip()


def drop_all() -> None:
    """Empty the index and forget every text."""
    with transaction.atomic(), connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("INSERT INTO matters_grams(matters_grams) VALUES ('delete-all')")
        else:
            cursor.execute("LOCK TABLE matters_searched IN SHARE ROW EXCLUSIVE MODE")
        Frequent.objects.all().delete()  # first, for each text that goes would be counted down
        Searched.objects.all().delete()


def settle() -> int:
    """Bring into order what PostgreSQL only noted down for its index: every search reads through the notes, and with
    many of them it had rather read all texts. Returns how many pages of notes there were.
    """
    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT gin_clean_pending_list('matters_searched_grams')")
        return int(cursor.fetchone()[0])


def _index(rows: Sequence[Row], before: Mapping[int, Row]) -> int:
    changed = [row for row in rows if before.get(row.matter) != row]
    if changed:
        write = _write_sqlite if connection.vendor == "sqlite" else _write_postgresql
        write(changed, before)
    return len(changed)


def stored(matters: Iterable[int]) -> dict[int, Row]:
    """What is kept of these matters."""
    rows = Searched.objects.filter(pk__in=list(matters)).values_list("pk", "signs", "text")
    return {pk: Row(pk, signs, text) for pk, signs, text in rows}


def _write_sqlite(rows: Sequence[Row], before: Mapping[int, Row]) -> None:
    """Gram by gram: a matter that is closed loses one sign, and none of its hundred grams is written again.

    Each row is taken out and put in once, be it with nothing, for the index counts its rows.
    """
    known = [(before[row.matter], row) for row in rows if row.matter in before]
    new = [row for row in rows if row.matter not in before]
    with connection.cursor() as cursor:
        cursor.executemany(TAKE_OUT, [(row.matter, _beyond(was, row)) for was, row in known])
        cursor.executemany(
            PUT_IN,
            [*((row.matter, _beyond(row, was)) for was, row in known), *((row.matter, tokens(row)) for row in new)],
        )
        cursor.executemany(KEEP, rows)


def _beyond(row: Row, other: Row) -> str:
    """What the index holds of a row and not of the other; texts that are alike need not be broken down for that."""
    if row.text == other.text:
        return " ".join({*row.signs.split(" ")}.difference(other.signs.split(" ")))
    return " ".join({*tokens(row).split(" ")}.difference(tokens(other).split(" ")))


def _write_postgresql(rows: Sequence[Row], _before: Mapping[int, Row]) -> None:
    columns = [list(column) for column in zip(*rows, strict=True)]
    with connection.cursor() as cursor:
        cursor.execute(KEEP_WITH_GRAMS, [*columns, [tokens(row) for row in rows]])
