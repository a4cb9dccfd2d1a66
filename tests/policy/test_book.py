"""The due date a term gives, and the basis by which it is found again."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from linli.ground.due import Pause
from linli.ground.span import Span
from linli.policy.book import book
from linli.policy.load import load_profile
from tests.policy.terms import AUTUMN, loaded, term

pytestmark = pytest.mark.django_db


def test_fifteen_working_days_over_the_national_holiday() -> None:
    load_profile()
    term("limit", "15wd")
    found = book(AUTUMN).deadline("limit", AUTUMN)
    assert found.at == datetime(2026, 10, 22, 9, 30, tzinfo=UTC)
    assert not found.provisional


def test_the_basis_says_everything_and_gives_the_same_moment_again() -> None:
    policy = loaded()
    pause = Pause(datetime(2026, 9, 28, 0, 0, tzinfo=UTC), datetime(2026, 9, 30, 0, 0, tzinfo=UTC))
    found = policy.deadline("dispute.limit", AUTUMN, kind="dispute", pauses=(pause,), extra=Span.parse("10d"))
    assert "人民调解工作若干规定" in found.basis["law"]
    assert found.basis == {
        "term": "dispute.limit",
        "span": "30d",
        "starts": "next",
        "rolls": True,
        "profile": "peoples-mediation",
        "law": found.basis["law"],
        "calendar": policy.calendar.version,
        "start_at": "2026-09-24T02:00:00.000000Z",
        "pauses": [["2026-09-28T00:00:00.000000Z", "2026-09-30T00:00:00.000000Z"]],
        "extra": "10d",
    }
    walked = policy.walk(found.basis)
    assert (walked.at, walked.provisional) == (found.at, found.provisional)
    assert walked.walk[-1].on == date(2026, 11, 5)


def test_an_unchanged_book_is_asked_for_with_one_query(django_assert_num_queries: Any) -> None:
    loaded()
    with django_assert_num_queries(1):
        book(AUTUMN)
