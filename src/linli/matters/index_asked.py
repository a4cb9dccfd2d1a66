"""Asks the index of words how many it holds of what is wanted, and which: rights are signs among the words."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection, transaction

from linli.ground.searching import Sought
from linli.matters.asking import Cursor
from linli.matters.searchable import KIND, unit_sign

Statement = tuple[str, list[Any]]
ID = {"sqlite": "matters_grams.rowid", "postgresql": "matters_searched.matter_id"}
MANY, LOOKED_AT = 20_000, 5_000
"""So many hits of PostgreSQL are not put in order, and so many matters are walked through for one page of them."""
VOCABULARY = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.grams_vocabulary USING fts5vocab('main', 'matters_grams', 'row')"
"""SQLite's own account of how many texts hold a gram: of each connection, for it holds nothing by itself."""


@dataclass(frozen=True)
class Wanted:
    """What the index is asked: all of these words, of every group of signs one, and none of the last."""

    words: tuple[Sought, ...]
    units: tuple[int, ...] = ()
    """Only what lies in these, of which none lies in another; of none: wherever it lies."""
    one_of: tuple[tuple[str, ...], ...] = ()
    none_of: tuple[str, ...] = ()

    @property
    def checked(self) -> list[str]:
        """The texts that bigrams alone do not make sure of."""
        return [word.text for word in self.words if not word.exact]

    @property
    def groups(self) -> Iterator[tuple[str, ...]]:
        """The signs of which each has to have one."""
        yield from self.one_of
        if self.units:
            yield tuple(map(unit_sign, self.units))

    @property
    def one_gram(self) -> str:
        """The gram that says it all, where one does."""
        return "" if self.one_of else self.gram_of_a_kind[0]

    @property
    def gram_of_a_kind(self) -> tuple[str, str]:
        """The gram that says it all beside the sign of one kind, and that sign, where one is asked for."""
        grams = [gram for word in self.words for gram in word.grams]
        starts = any(word.starts for word in self.words)
        signs = [sign for group in self.one_of for sign in group]
        alone = len(grams) == 1 and not (starts or self.checked or self.units or self.none_of)
        of_a_kind = not signs or (len(signs) == 1 and signs[0].startswith(KIND))
        return (grams[0], "".join(signs)) if alone and of_a_kind else ("", "")


def page(wanted: Wanted, edge: Cursor | None, backwards: bool, most: int) -> tuple[int, list[int]]:
    """How many there are, and the ids of the newest behind the edge or, backwards, of those before it."""
    return (_page_sqlite if connection.vendor == "sqlite" else _page_postgresql)(wanted, edge, backwards, most)


def _page_sqlite(wanted: Wanted, edge: Cursor | None, backwards: bool, most: int) -> tuple[int, list[int]]:
    """The list of a page is read from its end, so that it is asked for by itself."""
    side, way = (">", "ASC") if backwards else ("<", "DESC")
    listing, told = statement(wanted, what=ID["sqlite"], beyond=(f"{side} %s", [edge.pk]) if edge else ("", []))
    with connection.cursor() as cursor:
        cursor.execute(f"{listing} ORDER BY 1 {way} LIMIT %s", [*told, most])
        ids = [row[0] for row in cursor.fetchall()]
    return counts([wanted])[0], ids


def _page_postgresql(wanted: Wanted, edge: Cursor | None, backwards: bool, most: int) -> tuple[int, list[int]]:
    """Counting alone reads no column of a hit, which is half the work of putting many in order: of many the page is
    met by walking through the newest."""
    with by_index() as cursor:
        total = counts([wanted])[0]
        ids = _met(cursor, wanted, edge, backwards, most) if total >= MANY else None
        if ids is None:
            side, way = (">", "ASC") if backwards else ("<", "DESC")
            name, further = ID["postgresql"], [edge.pk] if edge else []
            found = f"array_agg({name} ORDER BY {name} {way})" + (f" FILTER (WHERE {name} {side} %s)" if edge else "")
            asked, told = statement(wanted, what=f"({found})[1:%s]")
            cursor.execute(asked, [*further, most, *told])
            ids = cursor.fetchone()[0] or []
    return total, ids


def _met(cursor: Any, wanted: Wanted, edge: Cursor | None, backwards: bool, most: int) -> list[int] | None:
    """The hits among the next few thousand matters, in their order; None where these are too few: then nothing is
    known of the rest, for a word may have been frequent years ago only."""
    side, way = (">", "ASC") if backwards else ("<", "DESC")
    start, told = (f"WHERE matter_id {side} %s ", [edge.pk]) if edge else ("", [])
    window = f"SELECT matter_id FROM matters_searched {start}ORDER BY 1 {way} OFFSET %s LIMIT 1"  # noqa: S608 our own
    cursor.execute(window, [*told, LOOKED_AT])
    if (last := cursor.fetchone()) is None:
        return None
    further = f" AND matter_id {side} %s" if edge else ""
    beyond = f"{'<' if backwards else '>'} %s{further}"
    listing, said = statement(wanted, what=ID["postgresql"], beyond=(beyond, [last[0], *told]))
    cursor.execute("SELECT set_config('enable_bitmapscan', 'off', true)")
    cursor.execute(f"{listing} ORDER BY 1 {way} LIMIT %s", [*said, most])
    ids = [row[0] for row in cursor.fetchall()]
    cursor.execute("SELECT set_config('enable_bitmapscan', 'on', true)")
    return ids if len(ids) == most else None


def counts(wanted: Sequence[Wanted]) -> list[int]:
    """How many there are of each, in one statement."""
    if not wanted:
        return []
    parts = [_counting(one) for one in wanted]
    told = [value for _part, values in parts for value in values]
    with by_index() as cursor:
        cursor.execute(f"SELECT {', '.join(part for part, _told in parts)}", told)
        return [int(number) for number in cursor.fetchone()]


def _counting(wanted: Wanted) -> Statement:
    """A number. Where the units hold all matters that there are, each of which lies in them, the lists of all that lies
    in a unit are as long as the ledger and need not be read; what the sums say of it holds for this very statement."""
    if connection.vendor == "sqlite" and (gram := wanted.one_gram):
        return "coalesce((SELECT doc FROM temp.grams_vocabulary WHERE term = %s), 0)", [gram]
    asked, told = statement(wanted, what="count(*)")
    if not wanted.units:
        return _kept(wanted, asked, told) if connection.vendor == "postgresql" else (f"({asked})", told)
    marks = ", ".join(["%s"] * len(wanted.units))
    everywhere, told_too = _counting(replace(wanted, units=()))
    theirs, all_there_are = _held(f"IN ({marks})"), _held("IN (SELECT id FROM place_unit WHERE level = 1)")
    return (
        f"(CASE WHEN {theirs} = {all_there_are} THEN {everywhere} ELSE ({asked}) END)",
        [*wanted.units, *told_too, *told],
    )


def _kept(wanted: Wanted, asked: str, told: list[Any]) -> Statement:
    """What stands in very many texts is kept counted: the number of hits is looked up where there is one."""
    gram, sign = wanted.gram_of_a_kind
    if not gram:
        return f"({asked})", told
    of_kind, kind = ("AND sign = %s", [sign]) if sign else ("", [])
    kept = f"SELECT sum(n) FROM matters_frequent WHERE gram = %s {of_kind}"  # noqa: S608 our own parts
    return f"coalesce(({kept}), ({asked}))", [gram, *kind, *told]


def _held(units: str) -> str:
    return f"(SELECT coalesce(sum(n), 0) FROM matters_sum WHERE NOT beyond AND unit {units})"  # noqa: S608 our own parts


@contextmanager
def by_index() -> Iterator[Any]:
    """PostgreSQL takes reading all grams and texts for cheap, since they lie beside their rows: it is told not to, once
    for all that is asked within."""
    if connection.vendor != "postgresql" or _told.get():
        with connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute(VOCABULARY)
            yield cursor
        return
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('enable_seqscan'), set_config('enable_seqscan', 'off', true)")
        before, told = cursor.fetchone()[0], _told.set(True)
        try:
            yield cursor
        finally:
            _told.reset(told)
        cursor.execute("SELECT set_config('enable_seqscan', %s, true)", [before])


_told: ContextVar[bool] = ContextVar("told", default=False)


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
    for group in wanted.groups:
        yield f"({any_of.join(map(quoted.format, group))})"
