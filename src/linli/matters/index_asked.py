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
LOOKED_AT = 5_000
"""So many matters are walked through for one page of what is frequent."""
NEAR = 3
"""The nearest third of all matters: it holds a page of whatever is many and was told within it. A word of one season
is not to be read twice in the next."""
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
    def gram_of_a_kind(self) -> tuple[str, str]:
        """The gram that says it all beside the sign of one kind, and that sign, where one is asked for: a plain one,
        which is the name of its kind."""
        grams = [gram for word in self.words for gram in word.grams]
        starts = any(word.starts for word in self.words)
        signs = [sign for group in self.one_of for sign in group]
        alone = len(grams) == 1 and not (starts or self.checked or self.units or self.none_of)
        of_a_kind = not signs or (len(signs) == 1 and signs[0].startswith(KIND) and "§" not in signs[0][1:])
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
    """Where the number is kept, the page is met by walking through the newest; else one reading gives both, and of
    many hits a second one is spared by those near the edge."""
    with by_index() as cursor:
        total = _looked_up(cursor, wanted)
        if total is not None and (ids := _met(cursor, wanted, edge, backwards, most)) is not None:
            return total, ids
        cursor.execute("SELECT coalesce(max(matter_id), 0) FROM matters_searched")
        end = cursor.fetchone()[0] + 1
        start = edge.pk if edge else 0 if backwards else end
        near = (start, start + end // NEAR) if backwards else (start - end // NEAR, start)
        count, ids = _counted(cursor, wanted, near, backwards, most)
        if len(ids) < min(most, count):
            count, ids = _counted(cursor, wanted, (start, end) if backwards else (0, start), backwards, most)
    return count, ids


def _counted(
    cursor: Any, wanted: Wanted, between: tuple[int, int], backwards: bool, most: int
) -> tuple[int, list[int]]:
    """How many there are in all, and the first of those between two ids: only these are put in order."""
    name, way = ID["postgresql"], "ASC" if backwards else "DESC"
    found = f"array_agg({name} ORDER BY {name} {way}) FILTER (WHERE {name} > %s AND {name} < %s)"
    asked, told = statement(wanted, what=f"count(*), ({found})[1:%s]")
    cursor.execute(asked, [*between, most, *told])
    count, ids = cursor.fetchone()
    return int(count), ids or []


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
    """How many there are of each, in one statement; all of them in the same units."""
    if not wanted:
        return []
    parts = [_counting(one) for one in wanted]
    told = [value for _part, values in parts for value in values]
    whole, units = _holding_all(wanted[0].units) if wanted[0].units else ("true", [])
    with by_index() as cursor:
        said = ", ".join(part for part, _told in parts)
        cursor.execute(f"WITH whole(held) AS MATERIALIZED (SELECT {whole}) SELECT {said}", [*units, *told])
        return [int(number) for number in cursor.fetchone()]


def _counting(wanted: Wanted) -> Statement:
    """A number. Where the units hold the whole of all matters that there are, each of which lies in them, the lists of
    what lies in a unit are as long as the ledger and need not be read; what the sums say of it holds for this very
    statement."""
    asked, told = statement(wanted, what="count(*)")
    if not wanted.units:
        kept, told_of = _kept(wanted)
        return (f"coalesce({kept}, ({asked}))", [*told_of, *told]) if kept else (f"({asked})", told)
    everywhere, told_too = _counting(replace(wanted, units=()))
    others, more = _by_those_without(wanted)
    cases = f"WHEN (SELECT held FROM whole) THEN {everywhere} {others} ELSE ({asked})"  # noqa: S608 our own parts
    return f"(CASE {cases} END)", [*told_too, *more, *told]


def _kept(wanted: Wanted) -> Statement:
    """The number of what one gram says, where it is looked up: SQLite knows that of each, PostgreSQL of those that the
    beat keeps, by kind as well. Without a statement where it has to be counted, and null where none is kept."""
    gram, sign = wanted.gram_of_a_kind
    if not gram or (sign and connection.vendor == "sqlite"):
        return "", []
    if connection.vendor == "sqlite":
        return "(SELECT coalesce(sum(doc), 0) FROM temp.grams_vocabulary WHERE term = %s)", [gram]
    of_kind, kind = ("AND sign = %s", [sign]) if sign else ("", [])
    return f"(SELECT sum(n) FROM matters_frequent WHERE gram = %s {of_kind})", [gram, *kind]  # noqa: S608 our own parts


def _looked_up(cursor: Any, wanted: Wanted) -> int | None:
    """The number that PostgreSQL keeps, or counts by those without the word; None where it has to count the hits."""
    kept, told = _kept(replace(wanted, units=()))
    if not kept:
        return None
    holding, units = _holding_all(wanted.units) if wanted.units else ("true", [])
    others, more = _by_those_without(wanted)
    cursor.execute(f"SELECT CASE WHEN {holding} THEN {kept} {others} END", [*units, *told, *more])
    (number,) = cursor.fetchone()
    return None if number is None else int(number)


def _by_those_without(wanted: Wanted) -> Statement:
    """Of a word that two texts of three hold, those of one unit without it are fewer to count, of all or of one kind;
    how many lie in the unit the sums say for this very statement. Nothing where no number of the word is kept."""
    kept, told = _kept(everywhere := replace(wanted, units=()))
    if connection.vendor == "sqlite" or not kept or len(wanted.units) != 1:
        return "", []
    gram, sign = everywhere.gram_of_a_kind
    without, more = statement(replace(wanted, words=(), none_of=(gram,)), what="count(*)")
    kind = [sign.removeprefix(KIND)] if sign else []
    there, theirs = (_held(units, of_kind=bool(kind)) for units in (TOPS, "= %s"))
    return (
        f"WHEN 3 * {kept} > 2 * {there} THEN {theirs} - ({without})",
        [*told, *kind, *wanted.units, *kind, *more],
    )


def _holding_all(units: Sequence[int]) -> Statement:
    """Whether these units hold every matter that there is."""
    marks = ", ".join(["%s"] * len(units))
    return f"{_held(f'IN ({marks})')} = {_held(TOPS)}", [*units]


TOPS = "IN (SELECT id FROM place_unit WHERE level = 1)"


def _held(units: str, *, of_kind: bool = False) -> str:
    """How many lie in these, of the kind that is told next."""
    kind = "AND kind = %s" if of_kind else ""
    return f"(SELECT coalesce(sum(n), 0) FROM matters_sum WHERE NOT beyond AND unit {units} {kind})"  # noqa: S608 our own parts


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
