"""New matters are counted as one set, and the same comes of it as of counting each when it is written."""

from collections.abc import Callable
from itertools import islice
from typing import Any

import pytest
from django.db import connection, transaction

from linli.kinds.request.kind import REQUEST
from linli.matters import taking_in, together, weighing
from linli.matters.incoming import Row
from linli.matters.models import Beyond, Due, Matter, Sum
from linli.matters.recounting import DUE_KEY, counted, due, reached, strayed
from linli.matters.sums import SORT
from linli.matters.taking_in import take_in
from linli.matters.together import counted_together
from tests.kinds.request.in_town import sent_on
from tests.kinds.request.outside import CLOSED, begun, mixed, post, row, taken
from tests.kinds.request.told import say
from tests.kinds.taking import told_by_the_gate
from tests.pebble.commands import carry, pass_on
from tests.seen import kept_is_true
from tests.town import FRIDAY, MONDAY, NEXT_MONDAY, TUESDAY, Town, pebble, resident, said

pytestmark = pytest.mark.django_db
on_sqlite = pytest.mark.skipif(connection.vendor != "sqlite", reason="elsewhere no trigger ever stands aside")


def with_others(count: int) -> list[Row]:
    """Of every third the desk that took it in is in one community and who sees to it in the other."""
    elsewhere = {"unit": "360101", "handler": "360102"}
    return [Row(one.place, {**one.told, **(elsewhere if one.place % 3 == 2 else {})}) for one in mixed(count)]


def kept() -> tuple[list[Any], ...]:
    """What is kept counted, and how often somebody sees one beyond its units."""
    sums = Sum.objects.exclude(n=0).order_by("unit", "beyond", *SORT).values_list("unit", "beyond", *SORT, "n")
    days = DUE_KEY.split(", ")
    dues = Due.objects.exclude(n=0).order_by(*days).values_list(*days, "n")
    return list(sums), list(dues), list(Beyond.objects.order_by("matter", "unit").values_list("unit", flat=True))


def signed(town: Town) -> None:
    """One that north took in and south signs for."""
    said(say.sign, sent_on(town), by=resident("tao", "陶河", unit=town.south, role="handler"), at=MONDAY)


def aside() -> list[tuple[int, int]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT first, last FROM matters_together")
        return list(cursor.fetchall())


@on_sqlite
def test_a_set_is_counted_as_the_triggers_count_one_by_one(town: Town) -> None:
    post(town)
    with transaction.atomic():
        told_by_the_gate(REQUEST, with_others(24), by=post(town), at=FRIDAY)
        one_by_one = kept()
        transaction.set_rollback(True)
    assert all(one_by_one)
    taken(town, with_others(24))
    assert kept() == one_by_one
    kept_is_true()


def test_lists_come_in_beside_ordinary_steps_and_all_is_counted(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weighing.chunks, "__kwdefaults__", {"most": 5})
    steps: list[Callable[[], object]] = [
        lambda: pebble(town),
        lambda: said(carry, pebble(town), by=town.he, at=TUESDAY),
        lambda: signed(town),
        lambda: said(pass_on, pebble(town), by=town.mei, at=TUESDAY, unit=town.south),
    ]
    steps[0]()
    for _progress, step in zip(take_in(begun(town), with_others(20)), steps, strict=True):
        step()
        kept_is_true()
    again = [row(2, **CLOSED), *with_others(24)[20:]]
    [told] = taken(town, again, digest="b", at=NEXT_MONDAY)
    assert (told.taking.good, told.taking.changed) == (4, 1)
    kept_is_true()
    assert strayed() == (0, 0)


def test_a_chunk_that_breaks_off_leaves_nothing_counted(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    taken(town, with_others(6))
    before, matters = kept(), Matter.objects.count()

    def broken(_rows: object) -> None:
        raise OSError("no room left")

    for name in ("put_in", "mend", "_move_on"):
        with monkeypatch.context() as changed, pytest.raises(OSError, match="no room"):
            changed.setattr(taking_in, name, lambda *_told, **_more: broken(None))
            taken(town, with_others(12), digest="b")
        assert (kept(), Matter.objects.count()) == (before, matters)
    taken(town, with_others(12), digest="b")
    kept_is_true()


@on_sqlite
@pytest.mark.parametrize("table", [Matter, Beyond, Sum, Due])
def test_whatever_fails_while_triggers_stand_aside_puts_them_back(
    town: Town, monkeypatch: pytest.MonkeyPatch, table: type[Any]
) -> None:
    """A trigger of the test's own refuses the row that is to be written."""
    taken(town, with_others(6))
    before = kept()
    with connection.cursor() as cursor:
        for when in ("INSERT", "UPDATE"):
            cursor.execute(
                f"CREATE TRIGGER refused_{when} BEFORE {when} ON {table._meta.db_table} "
                "WHEN EXISTS (SELECT 1 FROM matters_together) BEGIN SELECT RAISE(ABORT, 'refused'); END"
            )
    with pytest.raises(Exception, match="refused"):
        taken(town, with_others(12), digest="b")
    assert (aside(), kept()) == ([], before)
    said(carry, pebble(town), by=town.he, at=TUESDAY)
    kept_is_true()


@on_sqlite
def test_triggers_stand_aside_for_the_matters_of_the_chunk_alone(town: Town) -> None:
    taken(town, with_others(6))
    ids = list(Matter.objects.values_list("pk", flat=True))
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO matters_together VALUES (%s, %s)", [min(ids), max(ids)])
    said(carry, pebble(town), by=town.he, at=TUESDAY)
    signed(town)
    kept_is_true()


@on_sqlite
def test_nothing_but_the_chunk_is_looked_at(town: Town) -> None:
    """As many matters as there are, a chunk costs the same: the large tables are entered where it begins."""
    told = [
        f"{together.DUTIES} {reached('fresh', together.ELSEWHERE)}",
        counted(f"m.id {together.THESE}"),
        due(f"m.id {together.THESE}"),
    ]
    with connection.cursor() as cursor:
        for sql in told:
            cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
            steps = [step for *_ids, step in cursor.fetchall()]
            looked = [step for step in steps if step.split()[1] in {"m", "matters_duty", "b"}]
            assert looked
            assert all("rowid>?" in one or "rowid=?" in one or "matter_id>?" in one for one in looked), looked


def test_an_empty_chunk_sets_nothing_aside(town: Town, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0), counted_together([]):
        pass
    assert not list(islice(take_in(begun(town), []), 1))
