"""`python -m bench.report_county [MATTERS]`: every ready report of the whole county for a month, made and as a page of
the desk, and what one may ask beside them, with all windows of comparison, each beside its bare SQL.

A ledger that is there already is taken as it is; which database it lies in says LINLI_DATABASE.
"""

import os
import sys
import tomllib
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from django.db import connection
from django.test import Client
from django.urls import reverse

from bench.county_ledger import filled
from bench.series import Asked, replay, timed
from linli.ground.clock import moment
from linli.place.models import Unit
from linli.reports.making import make
from linli.reports.offered import reports
from linli.staff.models import User
from linli.tally.asking import Scope, compared
from linli.tally.defined import indicators
from linli.tally.models import Entry, Sheet
from linli.tally.periods import period_named
from tests.town import resident

MONTH, ROUNDS = "2026-05", 5
ASKED: dict[str, tuple[tuple[str, ...], tuple[str, ...], str]] = {
    "all figures of requests": (("request",), (), MONTH),
    "all figures of disputes by origin and result": (("dispute",), ("origin", "result"), MONTH),
    "all figures of cases by category": (("case",), ("category",), MONTH),
    "all figures of requests by street": (("request",), ("unit",), MONTH),
    "requests to a day in the month, by channel": (("request",), ("origin",), "to:2026-05-17"),
    "all figures of all kinds, year to date": (("request", "dispute", "case"), (), "year-to:2026-05-31"),
}
Work = Callable[[], object]


def main(arguments: Sequence[str]) -> int:
    budget = tomllib.loads((Path(__file__).parent / "budgets.toml").read_text(encoding="utf-8"))["report_county"]
    number = int(arguments[0]) if arguments else budget["matters"]
    county = filled(number)
    sys.stdout.write(
        f"{connection.vendor}: {number} matters, {Entry.objects.count()} entries, {Sheet.objects.count()} numbers on "
        f"sheets; {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}\n"
        "         min ms   p50 ms   max ms  CPU ms  bare SQL  times  queries   load\n"
    )
    kept = [measured(name, work, budget=budget) for name, work in works(county)]
    sys.stdout.write(f"load at the end {os.getloadavg()[0]:.1f}\n")
    return 0 if all(kept) else 1


def works(county: Unit) -> Iterator[tuple[str, Work]]:
    period = period_named(MONTH)
    for report in reports():
        yield f"report {report.name}", partial(make, report, county, period, at=moment(period.last))
    desk = at_the_desk(county)
    for report in reports():
        yield f"page {report.name}", partial(looked_at, desk, reverse("report", args=(report.name,)), unit=county)
    for name, (kinds, by, asked) in ASKED.items():
        names = [one for one in indicators() if one.partition(".")[0] in kinds]
        yield name, partial(compared, names, Scope(county), period_named(asked), by=by)


def at_the_desk(county: Unit) -> Client:
    desk = Client()
    known = User.objects.filter(username="tan").first()
    desk.force_login(known or resident("tan", "谭数", unit=county, role="statistician"))
    return desk


def looked_at(desk: Client, address: str, *, unit: Unit) -> None:
    page = desk.get(address, {"unit": unit.code, "period": MONTH})
    assert page.status_code == 200, page.status_code


def measured(name: str, work: Work, *, budget: dict[str, float]) -> bool:
    """Some times over; the first one, too, must be quick."""
    connection.ensure_connection()
    product = [timed(work)]
    queries = asked_by(work)
    before = of_the_server()
    product += [timed(work) for _round in range(ROUNDS - 1)]
    served = (of_the_server() - before) / (ROUNDS - 1)
    raw = [timed(replay, queries) for _round in range(ROUNDS)]
    walls, bare = sorted(wall for wall, _own in product), median(wall for wall, _own in raw)
    p50, own = median(walls), median(own for _wall, own in product[1:]) + served
    # What a page costs beside its report is budgeted by bench.pages; here it has to be there in time.
    kept = walls[-1] <= budget["ms"] and (name.startswith("page ") or p50 / bare <= budget["times_bare"])
    sys.stdout.write(
        f"{'kept' if kept else 'BROKEN':<6} {walls[0]:8.0f} {p50:8.0f} {walls[-1]:8.0f} {own:8.0f} {bare:9.0f} "
        f"{p50 / bare:6.1f} {len(queries):8} {os.getloadavg()[0]:6.1f}  {name}\n"
    )
    sys.stdout.flush()
    return kept


def of_the_server() -> float:
    """Milliseconds that PostgreSQL has worked for this connection, where it runs on this machine; SQLite works here."""
    if connection.vendor == "sqlite":
        return 0.0
    stat = Path(f"/proc/{connection.connection.info.backend_pid}/stat")
    told = stat.read_text(encoding="ascii").rpartition(")")[2].split() if stat.exists() else ["0"] * 13
    return 1000 * (int(told[11]) + int(told[12])) / os.sysconf("SC_CLK_TCK")


def asked_by(work: Work) -> list[Asked]:
    """What a report asks the database."""
    asked: list[Asked] = []

    def noted(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(noted):
        work()
    return asked


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
