"""`python -m bench.search [MATTERS]`: the search of a large county, beside its bare statements and a plain scan.

Narrow rows and their texts, written in sets: no events stand behind them. A ledger that is there already is taken as it
is; which database it lies in says LINLI_DATABASE.
"""

import sys
import time
import tomllib
from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from statistics import median

from django.core.management import call_command
from django.db import connection, transaction

from bench.ledger import settle
from bench.search_texts import Writer
from bench.series import Clocks, replay, timed
from linli.ground.searching import sought
from linli.matters import access, index_asked
from linli.matters.access import Viewer
from linli.matters.asking import Listing
from linli.matters.indexing import Row, index_many
from linli.matters.models import Matter
from linli.matters.queries import by_kind, page
from linli.matters.searchable import signs, text_of
from linli.matters.surveying import survey_what_grew
from linli.place.models import Unit
from linli.place.tree import path_of
from linli.policy.calendar import calendar
from linli.staff.hiring import appoint
from linli.staff.models import User
from tests.town import LONG_AGO, MONDAY, publish, unit, viewing

SAMPLE, AT_ONCE, STREETS, COMMUNITIES = 40, 10_000, 20, 15
KINDS = ("request", "request", "request", "request", "request", "request", "request", "dispute", "dispute", "case")
WHO = ("county", "street", "community")
WITH_KINDS = "two characters, and how many of each kind"
BUDGETS = {"two characters": "p95_ms", WITH_KINDS: "p95_with_kinds_ms"}
OPEN_IN = 20
"""One in so many is open."""
MOVING = (
    *("kind", "stage", "phase", "clock", "colour", "because", "title", "category", "outcome"),
    *("unit_id", "unit_1", "unit_2", "unit_3", "unit_4"),
)
COLUMNS = ["id", "number", *MOVING, "opened_at", "closed_at", "touched_at", "seq", "version", "head", "judged_under"]


def main(arguments: Sequence[str]) -> int:
    budget = tomllib.loads((Path(__file__).parent / "budgets.toml").read_text(encoding="utf-8"))["search"]
    number = int(arguments[0]) if arguments else budget["matters"]
    viewers = filled(number)
    told(f"{number} matters on {connection.vendor}; milliseconds on the wall, and of this process on SQLite\n")
    told(f"{'what':<44}{'who':<12}{'hits':>8}{'p50':>8}{'p95':>8}{'own 95':>8}{'bare':>7}\n")
    kept = [line(name, who, listings, budget) for name, who, listings in questions(viewers)]
    kept.append(exact(viewers))
    return 0 if all(kept) else 1


def told(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def questions(viewers: dict[str, Viewer]) -> Iterator[tuple[str, Viewer, list[Listing]]]:
    """What is measured: by whom, and the ways of asking of one row."""
    for name, who in viewers.items():
        two = words(2)
        yield f"two characters|{name}", who, [Listing(q=word, state="all") for word in two]
        yield f"{WITH_KINDS}|{name}", who, [Listing(q=word, state="all") for word in two]
        yield f"two, among the open|{name}", who, [Listing(q=word) for word in two]
        yield f"two, of one kind|{name}", who, [Listing(q=word, state="all", kind="dispute") for word in two]
        yield (
            f"two, by what was touched last|{name}",
            who,
            [Listing(q=word, state="all", sort="-touched") for word in two],
        )
        yield f"four characters|{name}", who, [Listing(q=word, state="all") for word in words(4)]
        yield f"one character|{name}", who, [Listing(q=word, state="all") for word in words(1)]
        yield f"two words|{name}", who, [Listing(q=f"{a} {b}", state="all") for a, b in pairwise(two)]
        yield f"the most frequent word|{name}", who, [Listing(q="漏水", state="all")] * 10
        yield f"a number|{name}", who, [Listing(q=f"QS-2026-{n:06d}", state="all") for n in range(1, 40)]
        yield f"the end of a number|{name}", who, [Listing(q=f"{n:06d}", state="all") for n in range(1, 400, 20)]


def words(length: int) -> list[str]:
    writer = Writer(99)
    return [writer.asked(length) for _one in range(SAMPLE)]


def line(name: str, who: Viewer, listings: Sequence[Listing], budget: dict[str, float]) -> bool:
    """Measure one row and say it; only the two-character word has a budget, by itself and as the desk shows it."""
    what, viewer = name.split("|")
    ask, most = (kinds_of if what == WITH_KINDS else look), budget.get(BUDGETS.get(what, ""))
    product: list[Clocks] = []
    raw: list[Clocks] = []
    hits = [look(listing, who) for listing in listings[:5]]
    for listing in listings:
        product.append(timed(ask, listing, who))
        raw.append(timed(replay, bare(listing)))
    walls, owns = (sorted(times) for times in zip(*product, strict=True))
    p95, own = (times[int(len(times) * 0.95)] for times in (walls, owns))
    times = median(walls) / median(wall for wall, _own in raw)
    told(f"{what:<44}{viewer:<12}{max(hits):>8}{median(walls):>8.1f}{p95:>8.1f}{own:>8.1f}{times:>6.1f}x")
    well = most is None or p95 <= most
    told("\n" if most is None else f"  {'kept' if well else 'BROKEN'}\n")
    return well


def look(listing: Listing, who: Viewer) -> int:
    return page(listing, who, at=MONDAY, calendar=calendar()).total


def kinds_of(listing: Listing, who: Viewer) -> int:
    """As the desk shows it: the page, and how many there are of each kind."""
    known = calendar()
    total = page(listing, who, at=MONDAY, calendar=known).total
    return sum(by_kind(listing, who, at=MONDAY, calendar=known, total=total).values())


def bare(listing: Listing) -> list[tuple[str, object]]:
    """The count and one page of ids, asked of the index alone and by nobody."""
    wanted = index_asked.Wanted(sought(listing.q))
    count, told_of = index_asked.statement(wanted, what="count(*)")
    rows, _told = index_asked.statement(wanted, what=index_asked.ID[connection.vendor])
    return [(count, told_of), (f"{rows} ORDER BY 1 DESC LIMIT 51", told_of)]


def exact(viewers: dict[str, Viewer]) -> bool:
    """Words of every length against a plain scan of all texts."""
    wrong = 0
    for word in [*words(1)[:3], *words(2)[:6], *words(3)[:6], *words(4)[:6]]:
        for who in viewers.values():
            scanned = access.visible(who).filter(searched__text__contains=word).count()
            wrong += look(Listing(q=word, state="all"), who) != scanned
            wrong += kinds_of(Listing(q=word, state="all"), who) != scanned
    told(f"21 words by three viewers against a plain scan: {wrong} differ\n")
    return not wrong


def filled(number: int) -> dict[str, Viewer]:
    """A county of twenty streets with fifteen communities each, its matters, and who looks at them."""
    call_command("migrate", verbosity=0)
    if Matter.objects.exists():
        return {name: viewing(User.objects.get(username=name)) for name in WHO}
    publish()
    county = unit("36", "云棠县", kind="county")
    streets = [unit(f"36{s:02d}", f"第{s}街道", kind="street", under=county) for s in range(STREETS)]
    communities = [
        unit(f"{street.code}{c:02d}", f"第{c}社区", kind="community", under=street)
        for street in streets
        for c in range(COMMUNITIES)
    ]
    started = time.perf_counter()
    for first in range(1, number + 1, AT_ONCE):
        put(first, min(first + AT_ONCE, number + 1), communities)
    told(f"{number / (time.perf_counter() - started):.0f} matters a second written with their index\n")
    survey_what_grew()
    settle()
    places = ((county, "auditor"), (streets[3], "leader"), (communities[50], "clerk"))
    return {name: somebody(name, place, role) for name, (place, role) in zip(WHO, places, strict=True)}


def somebody(name: str, place: Unit, role: str) -> Viewer:
    user = User.objects.create(username=name, name=name)
    appoint(user, unit=place, role=role, from_on=LONG_AGO)
    return viewing(user)


def put(first: int, end: int, communities: Sequence[Unit]) -> None:
    """One set: narrow rows as they are, and what is searched of them through the product's own writing."""
    writer = Writer(first)
    rows, index = [], []
    for pk in range(first, end):
        place, title = communities[writer.chance.randrange(len(communities))], writer.title()
        kind, is_open = KINDS[pk % len(KINDS)], pk % OPEN_IN == 0
        at = MONDAY - timedelta(minutes=pk % 500_000)
        number, path = f"QS-2026-{pk:06d}", path_of(place)
        moving = [kind, "handling", "handling", "running", "green", "因", title, f"c{pk % 40}", "", place.pk, *path]
        rows.append([pk, number, *moving, at, None if is_open else at, at, 1, 1, "", ""])
        text = text_of(number, f"分类{pk % 40}", f"网格{pk % 1200}", title, told=[writer.story()])
        index.append(Row(pk, signs(number, kind, f"c{pk % 40}", path=path, cell=pk % 1200 + 1, is_open=is_open), text))
    marks = ", ".join(["%s"] * len(COLUMNS))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.executemany(f"INSERT INTO matters_matter ({', '.join(COLUMNS)}) VALUES ({marks})", rows)  # noqa: S608
        index_many(index, before={})


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
