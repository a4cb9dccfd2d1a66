"""Rows are frozen and read back exactly, told in groups, and said even when their kind is gone."""

from dataclasses import replace
from datetime import timedelta

from linli.reports.models import Sort
from linli.reports.naming import kind_word, stage_word
from linli.reports.rows import Row, frozen, grouped, thawed, urgent_first
from linli.reports.sections import as_frozen
from tests.town import MONDAY, TUESDAY

ROW = Row(
    matter=1,
    number="PEBBLE-2026-000001",
    kind="pebble",
    stage="found",
    colour="yellow",
    because="Lies where it was found",
    category="",
    unit=3,
    cell=None,
    holder=None,
    opened_at=MONDAY,
    due_at=None,
)
DUE = replace(ROW, matter=2, due_at=TUESDAY + timedelta(microseconds=7), seq=4, at=MONDAY, was="red", days=3, user=5)


def test_what_was_frozen_is_read_back_exactly() -> None:
    sections = {"red": (DUE, ROW), "overdue": ()}
    text = frozen(sections, number="CH-1", since_at=MONDAY)
    assert thawed(text) == sections
    assert list(thawed(text)) == ["red", "overdue"]
    assert text == frozen(sections, number="CH-1", since_at=MONDAY)


def test_the_most_urgent_stand_first_and_those_without_a_date_last() -> None:
    red = replace(ROW, matter=9, colour="red")
    assert urgent_first([ROW, DUE, red]) == (red, DUE, ROW)


def test_the_largest_group_stands_first_and_like_codes_of_two_kinds_stay_apart() -> None:
    rows = [replace(ROW, category="A"), replace(ROW, category="B"), replace(ROW, category="B")]
    other = replace(ROW, category="A", kind="dispute")
    groups = grouped([*rows, other], by="category")
    assert [(group.kind, group.code, group.figure) for group in groups] == [
        ("pebble", "B", 2),
        ("dispute", "A", 1),
        ("pebble", "A", 1),
    ]


def test_a_kind_or_a_section_that_is_gone_keeps_its_bare_name() -> None:
    gone = replace(ROW, kind="gone", stage="somewhere")
    assert (kind_word(gone), stage_word(gone)) == ("gone", "somewhere")
    assert kind_word(ROW) != "pebble"
    (found,) = as_frozen(Sort.MORNING.value, {"forgotten": (gone,)})
    assert (found.section.word, found.figure) == ("forgotten", 1)
