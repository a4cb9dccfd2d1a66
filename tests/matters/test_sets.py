"""Sets are written by the very rules of single commands: the same events, the same state, the same rows."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pytest

from linli.matters.command import Refused
from linli.matters.everyday import erase, note, rename
from linli.matters.models import Duty, Event, Mark, Matter, Standing, Words
from linli.matters.telling import begin_telling, record_many, tell
from linli.matters.timeline import Timeline
from linli.matters.verify import verify
from linli.matters.words import COLUMNS
from linli.matters.writing import take_out, write_over
from linli.policy.book import book
from linli.staff.models import User
from linli.staff.posts import Held, held
from tests.pebble import commands
from tests.pebble.kind import PEBBLE
from tests.town import FRIDAY, MONDAY, NEXT_MONDAY, THURSDAY, TUESDAY, WEDNESDAY, Town, opened, pebble, said

pytestmark = pytest.mark.django_db

FIND = {"title": "桥头的石子", "finder": "周阿婆", "phone": "13800000013", "size": "large"}
ROW = (
    "stage",
    "phase",
    "colour",
    "because",
    "title",
    "unit",
    "unit_3",
    "holder",
    "due_at",
    "turns_at",
    "seq",
    "version",
)
Step = tuple[Any, str, datetime, Mapping[str, Any]]
COURSE: tuple[Step, ...] = (
    (commands.warn, "mei", MONDAY, {}),
    (note, "mei", TUESDAY, {"text": "阿婆说话时很着急。", "public": True}),
    (commands.carry, "wang", TUESDAY, {}),
    (rename, "mei", WEDNESDAY, {"title": "桥东的大石子"}),
    (commands.calm, "mei", THURSDAY, {}),
    (erase, "chen", FRIDAY, {"of": 5, "fields": ("text",), "ground": "request"}),
    (commands.bring_home, "wang", NEXT_MONDAY, {}),
)


def post_of(user: User) -> Held:
    return held(user, on=MONDAY.date())[0]


def one_by_one(town: Town) -> Matter:
    matter = opened(PEBBLE, by=town.mei, unit=town.north, told=FIND, at=MONDAY)
    for command, who, at, told in COURSE:
        matter = said(command, matter, by=getattr(town, who), at=at, **told)
    return matter


def in_hand(town: Town) -> Timeline:
    line = begin_telling(PEBBLE, unit=town.north, told=FIND, by=post_of(town.mei), at=MONDAY, book=book(MONDAY))
    for command, who, at, told in COURSE:
        tell(line, command, told=told, by=post_of(getattr(town, who)), at=at, book=book(at))
    return line


def as_set(town: Town) -> Matter:
    return record_many([in_hand(town)])[0]


def events(matter: Matter) -> list[tuple[Any, ...]]:
    return list(
        Event.objects.filter(matter=matter)
        .order_by("seq")
        .values_list("seq", "fact", "payload", "at", "user", "post", "behalf")
    )


def test_a_set_gives_the_same_events_state_and_row_as_one_command_after_the_other(town: Town) -> None:
    single, told = one_by_one(town), as_set(town)
    assert events(single) == events(told)
    states = [Standing.objects.get(matter=matter).state for matter in (single, told)]
    assert states[0] == states[1]
    assert [getattr(single, name) for name in ROW] == [getattr(told, name) for name in ROW]
    for model, names in ((Duty, ("place", "role", "unit", "user", "from_at", "until_at")), (Mark, ("name", "at"))):
        rows = [list(model.objects.filter(matter=matter).values_list(*names)) for matter in (single, told)]
        assert rows[0] == rows[1]
    words = [
        list(Words.objects.filter(matter=m).values_list("seq", "field", "text", "erased_at")) for m in (single, told)
    ]
    assert sorted(words[0], key=str) == sorted(words[1], key=str)
    assert verify().differences == ()


def test_many_are_written_together_and_moved_on_together(town: Town) -> None:
    lines = [in_hand(town) for _number in range(3)]
    rows = record_many(lines)
    assert [row.number for row in rows] == [f"PEBBLE-2026-00000{place}" for place in (1, 2, 3)]
    for line in lines:
        tell(line, note, told={"text": "再看一次。"}, by=post_of(town.mei), at=NEXT_MONDAY, book=book(NEXT_MONDAY))
    moved = record_many(lines)
    assert [after.seq - before.seq for before, after in zip(rows, moved, strict=True)] == [1, 1, 1]
    assert record_many(lines) == []
    assert verify().differences == ()


def test_what_a_command_refuses_a_set_refuses_too(town: Town) -> None:
    line = begin_telling(PEBBLE, unit=town.north, told=FIND, by=post_of(town.mei), at=MONDAY, book=book(MONDAY))
    with pytest.raises(Refused):
        tell(line, commands.bring_home, told={}, by=post_of(town.wang), at=TUESDAY, book=book(TUESDAY))
    tell(line, commands.carry, told={}, by=post_of(town.wang), at=TUESDAY, book=book(TUESDAY))
    tell(line, commands.bring_home, told={}, by=post_of(town.wang), at=TUESDAY, book=book(TUESDAY))
    assert record_many([line])[0].stage == "home"


def test_texts_of_a_set_are_written_as_they_are(town: Town, spoilt: None) -> None:
    """Whatever an array of a database would take for its own marks, a text of nothing and one that is not there."""
    texts = ['引号"和\\反斜线', "{大,括},号", "NULL", "", "  空 白\n换行\t", "百分%s之％", "'单'"]
    matter = pebble(town)
    rows = [(matter.pk, 100 + place, "why", "narrative", text, None, "盐") for place, text in enumerate(texts)]
    write_over(Words, COLUMNS, rows)
    write_over(Standing, ("matter_id", "state"), [(matter.pk, texts[0])], same=("matter_id",), changing=("state",))
    kept = Words.objects.filter(matter=matter, seq__gte=100).order_by("seq")
    assert list(kept.values_list("text", "sealed")) == [(text, None) for text in texts]
    assert Standing.objects.get(pk=matter.pk).state == texts[0]
    take_out(Words, ("matter_id", "text"), [(matter.pk, text) for text in texts[:3]])
    assert list(kept.values_list("text", flat=True)) == texts[3:]
