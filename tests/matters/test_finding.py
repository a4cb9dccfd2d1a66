"""Search: whoever may see a matter finds it by any stretch of its text, and by nobody's name or number."""

import random
import re
from dataclasses import replace
from typing import Any

import pytest
from django.db import connection

from linli.ground.searching import folded
from linli.matters.asking import Listing, read_listing
from linli.matters.attaching import attach
from linli.matters.everyday import erase, rename
from linli.matters.indexing import Row, drop_all, index_many, settle
from linli.matters.kind import kinds
from linli.matters.models import Matter, Searched
from linli.matters.queries import by_kind, page
from linli.matters.reindexing import missing, rebuild, surplus, wrong
from linli.matters.searchable import kind_sign, signs_of, unit_sign
from linli.matters.sums import kinds_within
from linli.matters.verify import verify
from linli.policy.calendar import calendar
from linli.staff.models import User
from tests.kinds.request.at_counter import lead
from tests.kinds.request.in_town import accepted, clerk, taken_in
from tests.kinds.request.told import CALL, NAME, answer, say, sending
from tests.pebble.commands import pass_on
from tests.town import FRIDAY, PHONE, TUESDAY, ZHOU, Town, pebble, said, viewing

pytestmark = pytest.mark.django_db

PIECES = ("漏水", "水管", "水", "管道", "停", "停车", "3号", "号楼", "，", " ", "ab", "Ａ", "-")
OF_THE_INDEX = re.compile(r"matters_grams VIRTUAL TABLE INDEX \d+:M|Index Scan on matters_searched_grams")
FILE = {"name": "水泵照片.jpg", "label": "other", "mime": "image/jpeg", "size": 1, "stored": "x", "digest": "y"}


def found(q: str, who: User, **more: Any) -> set[str]:
    listing = Listing(q=q, **{"state": "all", **more})
    rows = page(listing, viewing(who), at=FRIDAY, calendar=calendar())
    assert rows.total == len(rows.rows)
    told = by_kind(listing, viewing(who), at=FRIDAY, calendar=calendar(), total=rows.total)
    for kind in (one.name for one in kinds()):
        alone = page(replace(listing, kind=kind), viewing(who), at=FRIDAY, calendar=calendar())
        assert told.get(kind, 0) == alone.total == len(alone.rows)
        again = by_kind(replace(listing, kind=kind), viewing(who), at=FRIDAY, calendar=calendar(), total=alone.total)
        assert again == told
    return {row.number for row in rows.rows}


def sound() -> bool:
    """Whether the index holds what the ledger says, no more and no less."""
    return not list(wrong(list(Matter.objects.order_by("pk")))) and not surplus() and not missing()


def test_search_finds_exactly_the_texts_that_hold_the_words(town: Town, spoilt: None) -> None:
    chance = random.Random(7)
    matters = [pebble(town) for _place in range(12)]
    texts = {one.number: folded("".join(chance.choices(PIECES, k=9))) for one in matters}
    index_many(Row(one.pk, signs_of(one), texts[one.number]) for one in matters)
    for _turn in range(60):
        asked = "".join(chance.choices([piece for piece in PIECES if piece not in "， "], k=chance.randint(1, 3)))
        if asked.strip("-"):
            wanted = {number for number, text in texts.items() if folded(asked) in text}
            assert found(asked, town.mei) == wanted, asked
            assert found(asked, town.chen, kind="pebble") == wanted, asked
            assert found(asked, town.lei, sort="number") == wanted, asked


def test_a_matter_is_found_by_its_number_title_place_story_category_cell_and_files(town: Town, spoilt: None) -> None:
    matter = taken_in(town, story="楼上漏水三天了。", place="柳树街3号楼", cell=town.cell)
    matter = said(attach, matter, by=clerk(town), at=TUESDAY, **FILE)
    other = taken_in(town, title="井盖松动", story="井盖响。", place="桥头", category="manhole")
    asked = (
        matter.number,
        matter.number[-3:],
        "柳树街路灯",
        "漏水",
        "3号楼",
        "第一网格",
        "36010101",
        "水泵",
        "漏",
        "漏水 水泵",
    )
    for q in asked:
        assert found(q, town.chen) == {matter.number}, q
    assert found("水泵", town.chen, state="open", unit="3601", cell="36010101", category="street-light") == {
        matter.number
    }
    assert found("水泵", town.chen, category="manhole") == found("水泵", town.chen, state="closed") == set()
    assert found("反映", town.chen) == found("！", town.chen) == set()
    assert found("松动", town.lei, kind="request") == {other.number}


def test_the_kind_of_most_matters_is_what_the_others_leave(town: Town) -> None:
    for title in ("桥头的漏水", "桥尾的漏水"):
        pebble(town, title=title)
    taken_in(town, story="楼上漏水三天了。")
    whole, who, asked = Listing(q="漏水", state="all"), viewing(town.chen), list[str]()

    def told(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append(f"{sql} {params}")
        return execute(sql, params, many, context)

    with connection.execute_wrapper(told):
        assert by_kind(whole, who, at=FRIDAY, calendar=calendar(), total=3) == {"pebble": 2, "request": 1}
    assert not [one for one in asked if kind_sign("pebble") in one]
    with connection.execute_wrapper(told):
        only = replace(whole, kind="request")
        assert by_kind(only, who, at=FRIDAY, calendar=calendar(), total=1) == {"pebble": 2, "request": 1}
    assert [one for one in asked if kind_sign("pebble") in one]


def test_units_tell_what_lies_in_them_by_kind(town: Town) -> None:
    here, there = pebble(town), pebble(town)
    said(pass_on, there, by=town.mei, at=TUESDAY, unit=town.south)
    taken_in(town, story="楼上漏水三天了。")
    assert kinds_within() == kinds_within([town.street.pk]) == {"pebble": 2, "request": 1}
    assert kinds_within([here.unit_id]) == {"pebble": 1}
    assert kinds_within([town.south.pk]) == {"pebble": 1}


def test_nobody_is_found_by_a_name_or_a_number(town: Town) -> None:
    story = f"{NAME}说灯坏了，请回电138 0000 0011，王大爷也在。"
    matter = taken_in(town, story=story)
    pebble(town)
    for q in (NAME, "桂兰", CALL, CALL[:5], "0011", ZHOU, PHONE):
        assert found(q, town.lei) == set(), q
    assert found("说灯坏了", town.lei) == {matter.number}
    assert sound()


def test_what_only_the_desk_reads_is_not_searched(town: Town) -> None:
    taken_in(town, story="楼上漏水三天了。", confidential=True)
    assert found("漏水", clerk(town)) == found("漏水", town.chen) == set()


def test_what_was_erased_or_renamed_is_found_no_more(town: Town) -> None:
    matter = taken_in(town, title="旧标题漏水", story="楼上渗漏三天了。", cell=town.cell)
    matter = said(rename, matter, by=clerk(town), at=TUESDAY, title="新标题")
    assert found("旧标题", town.chen) == set()
    assert found("渗漏", town.chen) == {matter.number}
    said(erase, matter, by=town.chen, at=TUESDAY, of=1, fields=("title", "story", "place"), ground="request")
    assert found("渗漏", town.chen) == found("渗", town.chen) == set()
    assert found("新标题", town.chen) == {matter.number}
    assert sound()


@pytest.mark.parametrize("confidential", [False, True])
def test_the_index_says_after_every_step_what_the_ledger_says(town: Town, confidential: bool, spoilt: None) -> None:
    matter = taken_in(town, cell=town.cell, confidential=confidential)
    steps: list[tuple[Any, User, dict[str, Any]]] = [
        (attach, clerk(town), FILE),
        (say.accept, clerk(town), {}),
        (say.dispatch, clerk(town), sending(town.north, task="更换路灯。")),
        (say.sign, town.he, {}),
        (say.reply, town.he, answer()),
        (say.waive_call_back, lead(town), {"waive_ground": "asked_not_to", "why": "来电时说明不必回访。"}),
        (say.close, clerk(town), {}),
        (rename, clerk(town), {"title": "路灯"}),
    ]
    for step, who, told in steps:
        matter = said(step, matter, by=who, at=TUESDAY, **told)
        assert sound(), step.name
        assert found("水泵照片", town.chen) == (set() if confidential else {matter.number}), step.name
    assert found("路灯", town.chen, state="closed") == {matter.number}
    assert found("路灯", town.chen, state="open") == set()


def test_a_step_that_says_nothing_searched_opens_no_word_and_writes_no_gram(town: Town) -> None:
    matter = accepted(town)
    asked: list[tuple[str, Any]] = []

    def noted(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        asked.append((sql, params))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(noted):
        said(say.dispatch, matter, by=clerk(town), at=TUESDAY, **sending(town.north))
    assert not [sql for sql, _params in asked if sql.startswith("SELECT") and '"matters_words"' in sql]
    if connection.vendor == "sqlite":
        written = [
            gram for sql, params in asked if "matters_grams" in sql for *_row, grams in params for gram in grams.split()
        ]
        assert written == [unit_sign(town.north.pk)]
    assert sound()


def test_the_index_is_made_anew_by_steps_and_whatever_is_wrong_in_it_is_named(town: Town) -> None:
    matters = [taken_in(town), pebble(town), pebble(town, title="另一块")]
    kept = list(Searched.objects.order_by("pk").values_list("signs", "text"))
    drop_all()
    assert missing() == 3
    assert "not in the index" in str(verify().differences)
    assert [written for _last, written in rebuild(after=matters[0].pk)] == [2]
    assert [written for _last, written in rebuild()] == [1]
    assert list(Searched.objects.order_by("pk").values_list("signs", "text")) == kept
    assert sound()
    index_many([Row(matters[1].pk, signs_of(matters[1]), "别的")])
    assert [matter.pk for matter in wrong(list(Matter.objects.order_by("pk")))] == [matters[1].pk]
    assert [one.number for one in verify().differences] == [matters[1].number]
    Searched.objects.filter(pk=matters[2].pk).update(text="没有写进索引的")
    assert [matter.pk for matter in wrong(list(Matter.objects.order_by("pk")))] == [matters[1].pk, matters[2].pk]
    assert [written for _last, written in rebuild(anew=True)] == [3]
    assert sound()


def test_notes_of_the_index_are_brought_into_order(town: Town) -> None:
    matter = pebble(town, title="装修敲墙")
    assert (settle() > 0) == (connection.vendor == "postgresql")
    assert settle() == 0
    assert found("敲墙", town.mei) == {matter.number}


def test_pages_of_what_was_found_follow_one_another_there_and_back(town: Town) -> None:
    numbers = [pebble(town).number for _place in range(45)][::-1]
    pages: list[list[str]] = []
    asked = {"q": ["石子"], "state": ["all"], "size": ["20"]}
    after = None
    while not pages or after:
        listing = read_listing(asked | ({"after": [str(after)]} if after else {}))
        told = page(listing, viewing(town.mei), at=FRIDAY, calendar=calendar())
        pages.append([row.number for row in told.rows])
        after, before = told.after, told.before
    assert pages == [numbers[:20], numbers[20:40], numbers[40:]]
    back = page(read_listing(asked | {"before": [str(before)]}), viewing(town.mei), at=FRIDAY, calendar=calendar())
    assert [row.number for row in back.rows] == numbers[20:40]


def test_the_index_answers_and_no_table_is_looked_through(town: Town) -> None:
    pebble(town)
    listing = Listing(q="石子", state="all", due="week")
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET LOCAL enable_seqscan = off")
        asked: list[str] = []
        explained = explaining(asked)
        with connection.execute_wrapper(explained):
            page(Listing(q="石子", state="all"), viewing(town.mei), at=FRIDAY, calendar=calendar())
            page(listing, viewing(town.mei), at=FRIDAY, calendar=calendar())
    plans = [plan for plan in asked if "grams" in plan]
    assert len(plans) == 4
    for plan in plans:
        assert OF_THE_INDEX.search(plan), plan
        assert not re.search("(SCAN|Seq Scan on) (matters_searched|matters_matter)\n", plan), plan
        assert connection.vendor == "postgresql" or "INDEX matter_u" not in plan, plan


def explaining(asked: list[str]) -> Any:
    """Keeps the plan of every question beside asking it."""

    def explained(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(("SELECT", "WITH")) and "grams" in sql:
            how = "EXPLAIN " if connection.vendor == "postgresql" else "EXPLAIN QUERY PLAN "
            with context["connection"].cursor() as cursor:
                cursor.cursor.execute(how + sql, params)
                asked.append("\n".join(str(row[-1]) for row in cursor.cursor.fetchall()) + "\n" + sql)
        return execute(sql, params, many, context)

    return explained
