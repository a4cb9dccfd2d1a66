"""A clock is doubted when the ledger is ahead of it, or when it went another way than the machine ran."""

from datetime import UTC, datetime, timedelta

import pytest

from linli.ground.doubt import BEHIND, SET, Reading, doubt

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
RAN = timedelta(days=3)
BEAT, MINUTE, DAY = timedelta(seconds=15), timedelta(minutes=1), timedelta(days=1)


@pytest.mark.parametrize(
    ("shown", "ran", "newest", "why"),
    [
        (BEAT, BEAT, None, ""),
        (BEAT, BEAT, timedelta(0), ""),
        (BEAT + 5 * MINUTE, BEAT, None, ""),
        (BEAT + 6 * MINUTE, BEAT, None, SET),
        (BEAT + DAY, BEAT, None, SET),
        (BEAT - 6 * MINUTE, BEAT, None, SET),
        (DAY, DAY, None, ""),
        (DAY, BEAT, timedelta(0), SET),
        (BEAT, BEAT, BEAT + 5 * MINUTE, ""),
        (BEAT, BEAT, BEAT + 6 * MINUTE, BEHIND),
        (BEAT, BEAT, 365 * DAY, BEHIND),
        (-DAY, BEAT, timedelta(0), BEHIND),
    ],
)
def test_a_second_reading_is_believed_or_not(
    shown: timedelta, ran: timedelta, newest: timedelta | None, why: str
) -> None:
    newest_at = None if newest is None else NOON + newest
    assert doubt(Reading(NOON + shown, RAN + ran), before=Reading(NOON, RAN), newest_at=newest_at) == why


@pytest.mark.parametrize(
    ("newest_at", "why"), [(None, ""), (NOON - 365 * DAY, ""), (NOON + 5 * MINUTE, ""), (NOON + DAY, BEHIND)]
)
def test_a_first_reading_is_held_against_the_ledger_alone(newest_at: datetime | None, why: str) -> None:
    assert doubt(Reading(NOON, RAN), newest_at=newest_at) == why
