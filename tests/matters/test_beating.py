"""What cannot be done in a beat: told to the log, with where it broke, or in a line where others were only writing."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.utils.translation import override

from linli.ground.doubt import Reading
from linli.matters import heart as heart_room
from linli.matters.beating import STEPS, beat_rooms
from linli.matters.giving_way import TOO_LONG, Way
from linli.matters.heart import Heart
from tests.town import TUESDAY, Town, pebble

pytestmark = pytest.mark.django_db
SQLITE_ONLY = pytest.mark.skipif(connection.vendor != "sqlite", reason="a server hands its locks on in turn")
Work = Callable[..., int]


@pytest.fixture
def only_steps(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, Work]], None]:
    def put_in(steps: dict[str, Work]) -> None:
        for says in list(STEPS):
            monkeypatch.delitem(STEPS, says)
        for says, step in steps.items():
            monkeypatch.setitem(STEPS, says, step)

    return put_in


@pytest.fixture
def busy(tmp_path: Path) -> Work:
    """A work that finds a file in which another one writes."""
    file = tmp_path / "ledger.sqlite3"

    def work(*, at: datetime) -> int:
        with closing(sqlite3.connect(file)) as writing, closing(sqlite3.connect(file, timeout=0)) as waiting:
            writing.execute("BEGIN IMMEDIATE")
            try:
                waiting.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as problem:
                raise OperationalError(str(problem)) from problem
        return 1

    return work


def broken(*, at: datetime) -> int:
    raise ValueError(at)


def test_a_step_that_fails_is_told_by_where_it_is_and_not_by_a_sentence_with_a_hole(
    caplog: pytest.LogCaptureFixture, only_steps: Callable[[dict[str, Work]], None]
) -> None:
    only_steps({"{count} broken": broken, "{count} done": lambda *, at: 3})
    assert list(beat_rooms(at=TUESDAY)) == ["3 done"]
    assert caplog.messages == [f"a step of the tick failed: {__name__}"]
    assert caplog.records[0].exc_info


@SQLITE_ONLY
@override("en")
def test_a_step_that_only_finds_others_writing_says_so_in_a_line_and_stops_no_other(
    caplog: pytest.LogCaptureFixture, only_steps: Callable[[dict[str, Work]], None], busy: Work
) -> None:
    only_steps({"{count} waiting": busy, "{count} done": lambda *, at: 3})
    assert list(beat_rooms(at=TUESDAY)) == ["3 done"]
    assert caplog.messages == [TOO_LONG]
    assert not caplog.records[0].exc_info


@SQLITE_ONLY
@override("en")
def test_a_work_of_the_heart_that_only_finds_others_writing_does_too(
    town: Town, caplog: pytest.LogCaptureFixture, busy: Work, monkeypatch: pytest.MonkeyPatch
) -> None:
    pebble(town, at=TUESDAY)
    monkeypatch.setattr(heart_room, "seal_new", busy)
    done = Heart().beat(Reading(TUESDAY, timedelta(days=1)))
    assert (done.sealed, done.broken, caplog.messages) == (0, (TOO_LONG,), [TOO_LONG])
    assert not caplog.records[0].exc_info


def test_nobody_gives_way_within_a_transaction_of_others(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("linli.matters.giving_way.AFTER", 0.0)
    monkeypatch.setattr("time.sleep", lambda _seconds: pytest.fail("slept with the lock in hand"))
    Way().give()
