"""Which words stand in very many texts, and how many texts hold each: kept counted on PostgreSQL, which counts hits by
reading the place of each of them."""

from collections.abc import Callable

from django.db import OperationalError, connection, transaction
from django.db.backends.utils import CursorWrapper

from linli.ground.searching import Sought
from linli.matters.index_asked import Wanted, by_index, statement
from linli.matters.models import Frequent
from linli.matters.searchable import kind_sign
from linli.matters.sums import kinds_within

LEAST = 30_000
"""In fewer texts than these a word is counted in the time that a page may take."""
LET_GO = 3
"""One that stands in less than so many parts of that is kept no longer."""
AT_ONCE = 5
"""Words of one beat: while one is counted nobody writes, a fifth of a second at a million texts."""
MOST = 500
PATIENCE = "SELECT current_setting('lock_timeout'), set_config('lock_timeout', '500ms', true)"
"""Whoever waits for all writers keeps all later ones waiting behind it: rather the next beat tries again."""
AS_BEFORE = "SELECT set_config('lock_timeout', %s, true)"
ALONE = "LOCK TABLE matters_searched IN SHARE ROW EXCLUSIVE MODE"
IN_VAIN = "55P03"
STANDING_IN = (
    "SELECT gram FROM (SELECT unnest(most_common_elems::text::text[]) AS gram, "
    "unnest(most_common_elem_freqs[:cardinality(most_common_elems::text::text[])]) AS share "
    "FROM pg_stats WHERE schemaname = current_schema AND tablename = 'matters_searched' AND attname = 'grams') found "
    "WHERE share * (SELECT reltuples FROM pg_class WHERE oid = 'matters_searched'::regclass) >= %s "
    "AND length(gram) = 2 AND gram NOT LIKE '§%%' AND NOT gram IN (SELECT gram FROM matters_frequent) "
    "ORDER BY share DESC LIMIT %s"
)
"""What PostgreSQL itself found to be frequent when it last surveyed the texts, and is not kept yet."""
KEPT = "SELECT gram, sum(n) AS n FROM matters_frequent GROUP BY 1"
OTHERWISE = (
    "SELECT count(*) FROM (SELECT sign, sum(n) AS n FROM matters_frequent WHERE gram = %s GROUP BY 1 "
    "UNION ALL SELECT '', sum(n) FROM matters_frequent WHERE gram = %s) kept WHERE n <> (SELECT count(*) FROM "
    "matters_searched WHERE grams @@ concat(%s::text, CASE WHEN sign <> '' THEN ' & ''' || sign || '''' END)::tsquery)"
)
"""By each kind that is kept, and in all: so a kind that is missing is seen as well."""


def keep_more(*, least: int = LEAST, at_once: int = AT_ONCE) -> int:
    """Keep some more words counted that have become frequent, and let go those that are no longer. Returns how many."""
    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*), array_agg(gram) FILTER (WHERE n < %s) FROM ({KEPT}) kept", [least // LET_GO])  # noqa: S608 our own
        kept, seldom = cursor.fetchone()
        cursor.execute(STANDING_IN, [least, max(0, min(at_once, MOST - kept))])
        grams = [gram for (gram,) in cursor.fetchall()]
    return sum(map(let_go, seldom or ())) + sum(map(keep, grams))


def keep(gram: str) -> bool:
    """Count it by kind while nobody writes, and from then on whatever changes. False where somebody writes too long."""
    with by_index() as cursor:
        return _alone(cursor, lambda: _count(cursor, gram))


def let_go(gram: str) -> bool:
    """Keep it no longer, while nobody writes: else one of its numbers might be left behind."""
    with connection.cursor() as cursor:
        return _alone(cursor, lambda: cursor.execute("DELETE FROM matters_frequent WHERE gram = %s", [gram]))


def forget() -> None:
    """Keep none any more, for a caller who has locked the texts; the beat finds again what is frequent."""
    Frequent.objects.all().delete()


def miscounted() -> int:
    """How many of the kept words have other numbers than the index: each is looked at in one statement, so that what
    is written meanwhile stands on both sides or on neither."""
    if connection.vendor != "postgresql":
        return 0
    grams = Frequent.objects.order_by().values_list("gram", flat=True).distinct()
    with by_index() as cursor:
        return sum(_is_otherwise(cursor, gram) for gram in list(grams))


def _is_otherwise(cursor: CursorWrapper, gram: str) -> bool:
    cursor.execute(OTHERWISE, [gram, gram, f"'{gram}'"])
    return bool(cursor.fetchone()[0])


def _count(cursor: CursorWrapper, gram: str) -> None:
    """Those of the largest kind are what is left of all: to look for them as well would take as long again."""
    there = kinds_within()
    *others, largest = [kind_sign(kind) for kind in sorted(there, key=lambda kind: there[kind])]
    held = {sign: _hits(cursor, gram, sign) for sign in others}
    held[largest] = _hits(cursor, gram) - sum(held.values())
    for sign, n in held.items():
        cursor.execute("INSERT INTO matters_frequent (gram, sign, n) VALUES (%s, %s, %s)", [gram, sign, n])


def _hits(cursor: CursorWrapper, gram: str, *signs: str) -> int:
    wanted = Wanted((Sought(gram, (gram,), ()),), one_of=tuple((sign,) for sign in signs))
    cursor.execute(*statement(wanted, what="count(*)"))
    return int(cursor.fetchone()[0])


def _alone(cursor: CursorWrapper, work: Callable[[], object]) -> bool:
    try:
        with transaction.atomic():
            cursor.execute(PATIENCE)
            before, _shorter = cursor.fetchone()
            cursor.execute(ALONE)
            cursor.execute(AS_BEFORE, [before])
            work()
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") != IN_VAIN:
            raise
        return False
    return True
