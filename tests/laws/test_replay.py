"""Folding a timeline again gives the row and the state byte for byte, whatever was said in whatever order."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.colours.colour import Colour
from linli.colours.rule import Rule
from linli.ground.workdays import Calendar
from linli.matters.calling_up import call_up, dismiss_call
from linli.matters.command import Command, Refused
from linli.matters.everyday import note, rename
from linli.matters.models import Event, Matter, Standing
from linli.matters.telling import tell
from linli.matters.timeline import Timeline, Told, begin, fold
from linli.place.models import Unit
from linli.policy.book import Book, TermRow
from linli.staff.posts import Held
from tests.pebble import commands
from tests.pebble.kind import PEBBLE
from tests.pebble.rules import CARRIED, RULES
from tests.town import FRIDAY, MONDAY, TUESDAY, Town, pebble, said, state_of

CALENDAR = Calendar(
    version="town", zone="Asia/Shanghai", holidays=frozenset(), makeups=frozenset(), published=frozenset({2026})
)
BOOK = Book(
    at=MONDAY,
    calendar=CALENDAR,
    terms=(
        TermRow(
            code="pebble.limit",
            kind="pebble",
            category=None,
            span="5wd",
            starts="next",
            rolls=False,
            profile="",
            basis="",
            valid_from=date(2020, 1, 1),
            valid_until=None,
        ),
    ),
    parents={},
)
BY = Held(post_id=1, user_id=1, role="lead", unit_id=3, level=3, path=(1, 2, 3, None))
VERBS = (
    commands.warn,
    commands.calm,
    commands.carry,
    commands.pass_on,
    commands.bring_home,
    note,
    rename,
    call_up,
    dismiss_call,
)
LATER_ROWS = (
    Rule(Colour.RED, "Nearly lost", stages=CARRIED, after="limit", earlier=-timedelta(hours=5)),
    Rule(Colour.ORANGE, "Hurry", stages=CARRIED, after="limit", earlier=timedelta(days=2)),
    Rule(Colour.YELLOW, "On its way home", stages=CARRIED, after="limit", earlier=timedelta(days=4)),
    Rule(Colour.YELLOW, "Just taken up", stages=CARRIED),
)
LATER = replace(PEBBLE, rules=(RULES[0], *LATER_ROWS, *RULES[4:]))
TOLD = {"unit": Unit(pk=4), "text": "记一笔", "title": "石子", "reason": "有人绊倒"}

steps = st.lists(st.tuples(st.sampled_from(VERBS), st.integers(0, 5 * 24 * 60)), max_size=20)


@given(steps)
def test_any_course_told_in_any_tempo_folds_to_the_same_state_and_row(course: list[tuple[Command, int]]) -> None:
    line, at = told(course)
    line.catch_up(at)
    again = fold(PEBBLE, number=line.number, events=[entry.told for entry in line.entries])
    assert again.state.written() == line.state.written()
    assert again.row() == line.row()


@given(steps, st.integers(0, 20), st.integers(0, 5 * 24 * 60))
def test_a_course_during_which_the_table_changes_folds_to_the_same_state_too(
    course: list[tuple[Command, int]], place: int, minutes: int
) -> None:
    line, at = told(course[:place])
    line.catch_up(at)
    past = list(line.entries)
    line.kind = LATER
    line.catch_up(at + timedelta(minutes=minutes))
    go_on(line, course[place:], at=at + timedelta(minutes=minutes))
    again = fold(LATER, number=line.number, events=[entry.told for entry in line.entries])
    assert line.entries[: len(past)] == past
    assert line.state.turns_at in again.turns()
    again.state.turns_at = line.state.turns_at
    assert again.state.written() == line.state.written()
    assert again.row() == line.row()


@given(steps)
def test_reading_a_state_gives_the_state(course: list[tuple[Command, int]]) -> None:
    state = told(course)[0].state
    assert type(state).read(state.written()) == state


def told(course: list[tuple[Command, int]]) -> tuple[Timeline, datetime]:
    """The course as far as it is lawful, and the moment after its last step."""
    line = begin(PEBBLE, number="PEBBLE-2026-000001")
    tell(line, commands.find, told={**TOLD, "unit": Unit(pk=3)}, by=BY, at=MONDAY, book=BOOK)
    return line, go_on(line, course, at=MONDAY)


def go_on(line: Timeline, course: list[tuple[Command, int]], *, at: datetime) -> datetime:
    """The course said to a line as far as it is lawful; the moment after its last step."""
    for command, minutes in course:
        at += timedelta(minutes=minutes)
        try:
            tell(line, command, told=TOLD, by=BY, at=at, book=BOOK)
        except Refused:
            continue
    return at


@pytest.mark.django_db
def test_every_matter_of_the_town_folds_to_its_row_and_its_standing(town: Town) -> None:
    carried = said(commands.carry, said(commands.warn, pebble(town), by=town.mei, at=MONDAY), by=town.wang, at=TUESDAY)
    said(commands.bring_home, carried, by=town.wang, at=FRIDAY)
    said(commands.hand_over, pebble(town), by=town.wang, at=TUESDAY, kind="pebble", title="石子")
    said(commands.pass_on, pebble(town), by=town.gu, at=TUESDAY, unit=town.south)
    assert Matter.objects.count() == 4
    for matter in Matter.objects.all():
        line = fold(PEBBLE, number=matter.number, events=events_of(matter))
        assert {name: getattr(matter, name) for name in line.row()} == line.row()
        assert Standing.objects.get(matter=matter).state == line.state.written() == state_of(matter).written()


def events_of(matter: Matter) -> Iterator[Told]:
    for event in Event.objects.filter(matter=matter).order_by("seq"):
        yield Told(
            event.seq,
            event.fact,
            event.payload,
            event.digests,
            event.at,
            event.user_id,
            event.behalf_id,
            event.post_id,
            event.request,
            event.hash,
        )
