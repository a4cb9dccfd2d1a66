"""What is laid beside others follows the sealed timeline, once or twice alike, and begins again under another rule."""

from datetime import datetime, timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import models
from django.utils.translation import override

from linli.likeness import lay as laying
from linli.likeness.lay import lay_new
from linli.likeness.models import Bookmark, Laid
from linli.matters.beating import STEPS, beat_rooms
from linli.matters.commands import in_hand
from linli.matters.facts import Fact
from linli.matters.models import Event, Matter
from linli.matters.sealing import seal_new
from linli.matters.telling import record_many
from tests.likeness.county import Incident
from tests.likeness.shard import SHARD, Linked, Struck
from tests.likeness.telling import categories, lay, shards
from tests.town import MONDAY, TUESDAY, Town, pebble

pytestmark = pytest.mark.django_db

NIGHT = datetime.fromisoformat("2026-03-01T02:00:00+08:00")
ONE = Incident("theft-1", 0, NIGHT, NIGHT + timedelta(hours=2), "撬锁")


def say(matter: Matter, fact: Fact, *, at: datetime = TUESDAY) -> None:
    line = in_hand(Matter.objects.get(pk=matter.pk))
    line.say(fact, by=None, at=at)
    record_many([line])


def rows() -> list[Any]:
    found: Any = Laid.objects.order_by("pk").values()
    return list(found)


def test_the_row_holds_what_where_when_and_where_the_method_stands(town: Town) -> None:
    categories()
    (matter,) = shards(town, [ONE], cells=[town.cell])
    row = Laid.objects.get(matter=matter)
    assert (row.kind, row.root, row.category, row.cell) == ("shard", "theft", "theft-1", town.cell)
    assert (row.minute, row.width, row.weekdays) == (3 * 60, 120, 0b1000000)
    assert row.until_minute - row.from_minute == 120
    assert (row.method_seq, row.method_field, row.series) == (1, "method", "")


def test_the_table_has_no_room_for_words_or_for_anybody() -> None:
    kinds = {field.name: type(field) for field in Laid._meta.get_fields()}
    assert not [name for name, kind in kinds.items() if kind is models.TextField]
    assert not [name for name in kinds if name in ("user", "party", "title", "holder", "unit", "number")]


def test_only_what_is_sealed_is_laid_and_a_second_time_changes_nothing(town: Town) -> None:
    shards(town, [ONE, ONE], cells=[town.cell])
    before = rows()
    assert len(before) == 2
    assert lay_new(at=TUESDAY) == 0
    say(Matter.objects.filter(kind="shard")[0], Linked(series="XL-1"))
    assert lay_new(at=TUESDAY) == 0
    seal_new(at=TUESDAY)
    assert lay_new(at=TUESDAY) == 1
    assert sorted(row["series"] for row in rows()) == ["", "XL-1"]
    Bookmark.objects.update(event=0)
    assert (lay_new(at=TUESDAY), len(rows())) == (2, 2)


def test_a_matter_that_leaves_no_trace_any_more_is_taken_away(town: Town) -> None:
    gone, kept = shards(town, [ONE, ONE], cells=[town.cell])
    say(gone, Struck())
    lay(at=TUESDAY)
    assert [row["matter_id"] for row in rows()] == [kept.pk]


def test_a_kind_without_a_trace_is_not_laid(town: Town) -> None:
    pebble(town)
    assert (lay(), rows()) == (0, [])


def test_it_is_read_in_parts_and_goes_on_where_it_stopped(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    shards(town, [ONE] * 5, cells=[town.cell])
    Laid.objects.all().delete()
    Bookmark.objects.all().delete()
    monkeypatch.setattr(laying, "BATCH", 2)
    assert lay_new(at=TUESDAY, most=4) == 4 - len([one for one in Event.objects.all()[:4] if one.fact == "Turned"])
    lay_new(at=TUESDAY)
    assert len(rows()) == 5


def test_a_kind_that_begins_to_leave_traces_is_read_from_its_first_event(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    shards(town, [ONE], cells=[town.cell])
    Laid.objects.all().delete()
    assert lay_new(at=TUESDAY) == 0
    monkeypatch.setattr(laying, "DERIVED", "2")
    assert lay_new(at=TUESDAY) == 1


def test_a_beat_with_nothing_new_takes_no_lock(town: Town, django_assert_max_num_queries: Any) -> None:
    shards(town, [ONE], cells=[town.cell])
    with django_assert_max_num_queries(5) as asked:
        lay_new(at=TUESDAY)
    assert not [query for query in asked.captured_queries if "SAVEPOINT" in query["sql"]]


@override("en")
def test_the_tick_lays_what_it_has_sealed(town: Town) -> None:
    shards(town, [ONE], cells=[town.cell])
    Laid.objects.all().delete()
    say(Matter.objects.get(kind="shard"), Linked(series="XL-1"))
    said = StringIO()
    call_command("tick", stdout=said)
    assert "1 matters laid beside others" in said.getvalue()
    assert [row["series"] for row in rows()] == ["XL-1"]


def test_a_step_that_fails_stops_neither_the_tick_nor_another_room(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fails(*, at: datetime) -> int:
        raise ValueError(at)

    for says in list(STEPS):
        monkeypatch.delitem(STEPS, says)
    monkeypatch.setitem(STEPS, "{count} broken", fails)
    monkeypatch.setitem(STEPS, "{count} done", lambda *, at: 3)
    assert list(beat_rooms(at=MONDAY)) == ["3 done"]


def test_the_shard_leaves_a_trace() -> None:
    assert SHARD.leaves_traces
