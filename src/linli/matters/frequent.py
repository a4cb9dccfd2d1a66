"""Which words stand in very many texts, and how many texts hold each: kept counted on PostgreSQL, which counts hits by
reading the place of each of them."""

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from linli.ground.searching import Sought
from linli.matters.index_asked import Wanted, by_index, statement
from linli.matters.kind import kinds
from linli.matters.models import Frequent
from linli.matters.searchable import kind_sign

LEAST = 30_000
"""In fewer texts than these a word is counted in the time that a page may take."""
AT_ONCE = 5
"""Words of one beat: while one is counted nobody writes, a tenth of a second at a million texts."""
MOST = 500
STANDING_IN = (
    "SELECT gram FROM (SELECT unnest(most_common_elems::text::text[]) AS gram, "
    "unnest(most_common_elem_freqs[:cardinality(most_common_elems::text::text[])]) AS share "
    "FROM pg_stats WHERE schemaname = current_schema AND tablename = 'matters_searched' AND attname = 'grams') found "
    "WHERE share * (SELECT reltuples FROM pg_class WHERE oid = 'matters_searched'::regclass) >= %s "
    "AND length(gram) = 2 AND gram NOT LIKE '§%%' AND NOT gram IN (SELECT gram FROM matters_frequent) "
    "ORDER BY share DESC LIMIT %s"
)
"""What PostgreSQL itself found to be frequent when it last surveyed the texts, and is not kept yet."""


def keep_more(*, least: int = LEAST, at_once: int = AT_ONCE) -> int:
    """Keep some more words counted that have become frequent. Returns how many."""
    if connection.vendor != "postgresql":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(DISTINCT gram) FROM matters_frequent")
        room = MOST - int(cursor.fetchone()[0])
        cursor.execute(STANDING_IN, [least, max(0, min(at_once, room))])
        grams = [gram for (gram,) in cursor.fetchall()]
    for gram in grams:
        keep(gram)
    return len(grams)


def keep(gram: str) -> None:
    """Count it by kind while nobody writes, and from then on whatever changes."""
    with transaction.atomic(), by_index() as cursor:
        cursor.execute("LOCK TABLE matters_searched IN SHARE ROW EXCLUSIVE MODE")
        for sign, n in _counted(cursor, gram).items():
            cursor.execute("INSERT INTO matters_frequent (gram, sign, n) VALUES (%s, %s, %s)", [gram, sign, n])


def forget() -> None:
    """The beat finds again what is frequent."""
    Frequent.objects.all().delete()


def miscounted() -> int:
    """How many of the kept numbers are others than the index holds now."""
    grams = Frequent.objects.order_by().values_list("gram", flat=True).distinct()
    with transaction.atomic(), by_index() as cursor:
        return sum(_kept(cursor, gram) != _counted(cursor, gram) for gram in grams)


def _counted(cursor: CursorWrapper, gram: str) -> dict[str, int]:
    found = {}
    for sign in (kind_sign(kind.name) for kind in kinds()):
        wanted = Wanted((Sought(gram, (gram,), ()),), one_of=((sign,),))
        cursor.execute(*statement(wanted, what="count(*)"))
        found[sign] = int(cursor.fetchone()[0])
    return found


def _kept(cursor: CursorWrapper, gram: str) -> dict[str, int]:
    cursor.execute("SELECT sign, sum(n) FROM matters_frequent WHERE gram = %s GROUP BY 1", [gram])
    return {sign: int(n) for sign, n in cursor.fetchall()}
