"""Candidates are what the viewer may see, like what was asked about, each with its reasons; never by who it was."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from linli.likeness.series import Candidate, candidates, grouped
from linli.matters.commands import in_hand
from linli.matters.everyday import Erased
from linli.matters.facts import Fact
from linli.matters.models import Matter
from linli.matters.telling import record_many
from linli.matters.timeline import begin
from linli.place.models import Cell
from tests.likeness.county import Incident, Square
from tests.likeness.shard import SHARD, Broken, Linked, Misread
from tests.likeness.telling import broken, categories, grid, lay, shards
from tests.town import MONDAY, TUESDAY, Town, pebble, viewing

pytestmark = pytest.mark.django_db

NIGHT = datetime.fromisoformat("2026-02-20T02:30:00+08:00")
SQUARES = (Square(0, 0, 300), Square(300, 0, 300), Square(40_000, 0, 300))
HAND = "深夜撬锁，从后窗进入，盗走铜线"
ONE = Incident("theft-1", 0, NIGHT, NIGHT, HAND)
NEXT = Incident(
    "theft-1", 1, NIGHT + timedelta(days=3, minutes=40), NIGHT + timedelta(days=3, hours=1), "后窗进入，撬锁，铜线被剪"
)
NOISE = Incident("theft-2", 2, NIGHT + timedelta(days=200, hours=10), NIGHT + timedelta(days=200, hours=11), "扒窃手机")
FRAUD = Incident("fraud-1", 0, NIGHT, NIGHT, HAND)


@pytest.fixture
def cells(town: Town) -> list[Cell]:
    categories()
    return grid(town, SQUARES)


def say(matter: Matter, fact: Fact) -> None:
    line = in_hand(Matter.objects.get(pk=matter.pk))
    line.say(fact, by=None, at=TUESDAY)
    record_many([line])
    lay(at=TUESDAY)


def shown(matter: Matter, town: Town, *, most: int = 10) -> list[Candidate]:
    return candidates(matter, viewing(town.mei), at=TUESDAY, most=most)


def numbers(found: Sequence[Candidate]) -> list[str]:
    return [one.matter.number for one in found]


def test_the_like_one_is_proposed_with_its_reasons_and_others_are_not(town: Town, cells: list[Cell]) -> None:
    one, like, *_rest = shards(town, [ONE, NEXT, NOISE, FRAUD], cells=cells)
    (found,) = shown(one, town)
    assert found.matter == like
    with translation.override("en"):
        assert found.why == (
            "same category; about 270 m apart; both between 02:00 and 04:00; 3 days apart; "
            "words of the method in common: 后窗进入、撬锁、铜线"
        )
    with translation.override("zh-hans"):
        assert found.why == (
            "类型相同；相距约 270 米；均发生在 02:00 至 04:00 之间；相隔 3 天；作案手法均有：后窗进入、撬锁、铜线"
        )


def test_what_the_viewer_may_not_see_is_not_proposed(town: Town, cells: list[Cell]) -> None:
    one, *_like = shards(town, [ONE, NEXT], cells=cells)
    line = begin(SHARD, number="SHARD-2026-900000")
    line.say(broken(NEXT, unit=town.south, cell=cells[1]), by=None, at=MONDAY)
    record_many([line])
    lay()
    assert numbers(shown(one, town)) == ["SHARD-2026-000002"]
    above = candidates(one, viewing(town.chen), at=TUESDAY)
    assert set(numbers(above)) == {"SHARD-2026-000002", "SHARD-2026-900000"}
    assert candidates(one, viewing(town.fang), at=TUESDAY) == []


def test_a_matter_just_opened_is_asked_about_before_the_tick_comes_by(town: Town, cells: list[Cell]) -> None:
    shards(town, [NEXT], cells=cells)
    line = begin(SHARD, number="SHARD-2026-900000")
    line.say(broken(ONE, unit=town.north, cell=cells[0]), by=None, at=TUESDAY)
    (just_now,) = record_many([line])
    assert numbers(shown(just_now, town)) == ["SHARD-2026-000001"]


def test_a_kind_without_a_trace_has_no_candidates(town: Town) -> None:
    assert shown(pebble(town), town) == []


def test_those_linked_already_are_marked_and_take_no_place(town: Town, cells: list[Cell]) -> None:
    one, linked, other, free = shards(town, [ONE, NEXT, NEXT, NEXT], cells=cells)
    for matter, series in ((one, "XL-1"), (linked, "XL-1"), (other, "XL-2")):
        say(matter, Linked(series=series))
    found = shown(one, town)
    assert [(row.matter, row.series, row.linked) for row in found] == [
        (linked, "XL-1", True),
        (other, "XL-2", False),
        (free, "", False),
    ]
    assert [row.matter for row in shown(one, town, most=1)] == [linked, other]


def test_a_series_shows_once_with_all_its_matters(town: Town, cells: list[Cell]) -> None:
    one, first, second, free = shards(town, [ONE, NEXT, NEXT, NEXT], cells=cells)
    for matter in (first, second):
        say(matter, Linked(series="XL-2"))
    groups = grouped(shown(one, town))
    assert [(group.series, [row.matter for row in group.candidates]) for group in groups] == [
        ("XL-2", [first, second]),
        ("", [free]),
    ]


def test_words_that_were_erased_are_no_reason_any_more(town: Town, cells: list[Cell]) -> None:
    one, like = shards(town, [ONE, NEXT], cells=cells)
    before = shown(one, town)[0]
    say(like, Erased(of=1, fields=("method",), ground="request"))
    after = shown(one, town)[0]
    assert before.parts.method > 0.5 > after.parts.method == 0.0
    assert len(after.reasons) == len(before.reasons) - 1


def test_personal_words_are_not_even_asked_for(town: Town, cells: list[Cell]) -> None:
    lines = []
    for place in (1, 2):
        line = begin(SHARD, number=f"SHARD-2026-{place:06d}")
        told: Broken = broken(replace(ONE, method=f"手法{place}"), unit=town.north, cell=cells[0])
        line.say(replace(told, by_whom="张三丰"), by=None, at=MONDAY)
        line.say(Misread(), by=None, at=MONDAY)
        lines.append(line)
    one, _other = record_many(lines)
    lay()
    with CaptureQueriesContext(connection) as asked:
        (found,) = shown(one, town)
    words = [query["sql"] for query in asked.captured_queries if "matters_words" in query["sql"]]
    assert found.parts.method == 0.0
    assert len(words) == 1
    assert "narrative" in words[0]
    assert "sealed" not in words[0]


def test_without_a_place_hour_and_method_still_lead_to_the_like(town: Town, cells: list[Cell]) -> None:
    line = begin(SHARD, number="SHARD-2026-900000")
    line.say(broken(ONE, unit=town.north, cell=None), by=None, at=MONDAY)
    record_many([line])
    one, *_rest = shards(town, [ONE, NEXT, NOISE], cells=cells)
    nowhere = Matter.objects.get(number="SHARD-2026-900000")
    assert numbers(shown(nowhere, town))[:2] == ["SHARD-2026-000001", "SHARD-2026-000002"]
    assert "SHARD-2026-900000" in numbers(shown(one, town))


def test_further_off_only_the_same_category_a_few_weeks_apart_is_looked_at(town: Town, cells: list[Cell]) -> None:
    soon, late = (
        replace(ONE, cell=2, from_at=at, until_at=at) for at in (NIGHT + timedelta(days=9), NIGHT + timedelta(days=90))
    )
    other = replace(soon, category="theft-2")
    one, *_rest = shards(town, [ONE, soon, late, other], cells=cells)
    assert numbers(shown(one, town)) == ["SHARD-2026-000002"]


def test_few_and_many_are_answered_with_as_many_queries(
    town: Town, cells: list[Cell], django_assert_num_queries: Any
) -> None:
    one, _like = shards(town, [ONE, NEXT], cells=cells)
    who = viewing(town.mei)
    candidates(one, who, at=TUESDAY)
    with CaptureQueriesContext(connection) as asked:
        assert len(candidates(one, who, at=TUESDAY)) == 1
    many = [replace(NEXT, method=f"后窗进入，撬锁，{number}") for number in range(200)]
    shards(town, many, cells=cells, after=2)
    with django_assert_num_queries(len(asked.captured_queries)):
        assert len(candidates(one, who, at=TUESDAY)) == 10
    assert len(asked.captured_queries) <= 8
