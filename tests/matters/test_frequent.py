"""A word of very many texts is kept counted on PostgreSQL, and found as often as the index holds it."""

from typing import Any

import pytest
from django.db import connection

from linli.matters import frequent
from linli.matters.asking import Listing
from linli.matters.everyday import note
from linli.matters.finding import searching
from linli.matters.indexing import Row, index_many
from linli.matters.models import Frequent, Matter, Searched
from linli.matters.queries import by_kind, page
from linli.matters.recounting import recount
from linli.matters.reindexing import rebuild
from linli.matters.searchable import index_again
from linli.matters.sums import fold
from linli.matters.verify import MISCOUNTED, verify
from linli.policy.calendar import calendar
from tests.pebble.commands import pass_on
from tests.town import TUESDAY, Town, pebble, said, viewing

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite's index tells how many texts hold a gram"),
]
WORD = "漏水"


@pytest.fixture
def kept(town: Town) -> Town:
    for title in ("桥头漏水", "楼道漏水", "路灯不亮"):
        pebble(town, title=title)
    assert frequent.keep(WORD)
    return town


def counted(town: Town, **asked: Any) -> int:
    return searching(Listing(q=WORD, **asked), viewing(town.chen)).count()


def numbers() -> int:
    return sum(Frequent.objects.filter(gram=WORD).values_list("n", flat=True))


@pytest.mark.usefixtures("kept")
def test_whoever_asked_for_it_waits_for_later_locks_as_long_as_before() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SHOW lock_timeout")
        assert cursor.fetchone() == ("0",)


@pytest.mark.usefixtures("spoilt")
def test_it_is_counted_once_and_along_with_whatever_is_opened_said_again_and_gone(kept: Town) -> None:
    assert numbers() == 2
    pebble(kept, title="屋顶漏水")
    assert numbers() == 3
    dry = Searched.objects.get(text__contains="路灯不亮")
    Searched.objects.filter(pk=dry.pk).update(text="")
    index_again([Matter.objects.get(pk=dry.pk)])
    assert numbers() == 3
    Searched.objects.filter(text__contains="楼道漏水").delete()
    assert numbers() == 2
    assert frequent.miscounted() == 0


def test_a_step_that_changes_no_word_writes_no_number(kept: Town) -> None:
    before = Frequent.objects.count()
    said(note, Matter.objects.earliest("pk"), by=kept.mei, at=TUESDAY, text="已经看过。")
    assert Frequent.objects.count() == before
    assert frequent.miscounted() == 0


@pytest.mark.usefixtures("spoilt")
def test_its_number_is_looked_up_where_it_says_all_and_only_there(kept: Town) -> None:
    Frequent.objects.filter(sign="§kpebble").update(n=7)
    who = viewing(kept.chen)
    assert counted(kept, state="all") == counted(kept, state="all", kind="pebble") == 7
    assert counted(kept) == counted(kept, unit="360101") == 2
    others = Listing(q=WORD, state="all", kind="request")
    assert by_kind(others, who, at=TUESDAY, calendar=calendar(), total=0)["pebble"] == 7
    assert searching(Listing(q="桥头漏水", state="all"), who).count() == 1


def test_of_a_word_that_most_hold_a_unit_counts_those_without_it(kept: Town) -> None:
    moved = [pebble(kept, title=title) for title in ("南头漏水", "南头路灯", "屋顶漏水", "水管漏水")]
    for matter in moved[:2]:
        said(pass_on, matter, by=kept.mei, at=TUESDAY, unit=kept.south)
    asked: list[str] = []

    def noted(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(f"{sql} {params}")
        return execute(sql, params, many, context)

    found = {}
    for name in ("mei", "sun"):
        with connection.execute_wrapper(noted):
            shown = page(Listing(q=WORD, state="all"), viewing(getattr(kept, name)), at=TUESDAY, calendar=calendar())
        found[name] = (shown.total, len(shown.rows))
    assert found == {"mei": (4, 4), "sun": (1, 1)}
    assert [f"!'{WORD}'" in one for one in asked].count(True) == 2
    assert numbers() == 5
    others = Listing(q=WORD, state="all", kind="request")
    for name, there in (("mei", 4), ("sun", 1)):
        with connection.execute_wrapper(noted):
            told = by_kind(others, viewing(getattr(kept, name)), at=TUESDAY, calendar=calendar(), total=0)
        assert told == {"pebble": there}
    assert [f"!'{WORD}'" in one for one in asked].count(True) == 4


def test_what_postgresql_finds_frequent_is_kept_a_few_at_a_time(town: Town) -> None:
    for _one in range(4):
        pebble(town, title="桥头漏水的石子")
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE matters_searched")
    frequent.forget()
    assert frequent.keep_more(least=3, at_once=2) == 2
    assert frequent.keep_more(least=3, at_once=100) > 2
    assert frequent.keep_more(least=3) == 0
    grams = set(Frequent.objects.values_list("gram", flat=True))
    assert {"桥头", WORD} <= grams
    assert {len(gram) for gram in grams} == {2}
    assert (frequent.keep_more(), Frequent.objects.exists()) == (len(grams), False)


def test_what_is_seldom_again_is_let_go(kept: Town) -> None:
    assert frequent.keep_more(least=9) == 1
    assert not Frequent.objects.exists()


def test_a_kind_that_the_house_has_no_more_is_counted_with_the_others(kept: Town) -> None:
    searched = Searched.objects.filter(text__contains="桥头漏水")
    there = Matter.objects.filter(pk__in=list(searched.values_list("pk", flat=True)))
    there.update(kind="shell")
    [(pk, signs, text)] = searched.values_list("pk", "signs", "text")
    index_many([Row(pk, signs.replace("§kpebble", "§kshell"), text)], before={})
    frequent.let_go(WORD)
    assert frequent.keep(WORD)
    assert dict(Frequent.objects.values_list("sign", "n")) == {"§kpebble": 1, "§kshell": 1}
    assert (counted(kept, state="all"), frequent.miscounted()) == (2, 0)
    there.update(kind="pebble")
    index_again(list(there))
    assert frequent.miscounted() == 0


def test_an_index_made_anew_begins_without_them(kept: Town) -> None:
    for _step in rebuild(anew=True):
        assert not Frequent.objects.exists()
    assert counted(kept, state="all") == 2


def test_many_rows_of_one_word_are_laid_together_and_wrong_ones_are_named(kept: Town) -> None:
    for _one in range(20):
        pebble(kept, title="又漏水了")
    many = Frequent.objects.count()
    fold()
    assert Frequent.objects.count() < many
    assert (numbers(), frequent.miscounted()) == (22, 0)
    Frequent.objects.filter(sign="§kpebble").update(n=1)
    assert [one.what for one in verify().differences] == [MISCOUNTED.format(count=1)]
    recount()
    assert (Frequent.objects.count(), frequent.miscounted()) == (0, 0)
    assert counted(kept, state="all") == 22
