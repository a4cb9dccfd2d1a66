"""The built-in profiles give the lawful limits."""

from datetime import UTC, datetime

import pytest

from tests.policy.terms import DAY, loaded

pytestmark = pytest.mark.django_db


def test_confirmation_ends_after_thirty_days_and_rolls_over_a_holiday_while_reminders_do_not() -> None:
    policy = loaded()
    signed = datetime(2026, 9, 4, 2, 0, tzinfo=UTC)
    found = policy.deadline("dispute.confirmation", signed, kind="dispute")
    first = policy.deadline("reminder.confirmation.first", signed, kind="dispute")
    second = policy.deadline("reminder.confirmation.second", signed, kind="dispute")
    zone = policy.calendar.zone
    assert zone == "Asia/Shanghai"
    assert found.at == datetime(2026, 10, 8, 15, 59, 59, tzinfo=UTC)
    assert first.at == datetime(2026, 9, 24, 15, 59, 59, tzinfo=UTC)
    assert second.at == datetime(2026, 10, 1, 15, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize(
    ("code", "category", "span"),
    [
        ("dispute.acceptance", "NB", "5wd"),
        ("dispute.limit", "NB", "30d"),
        ("dispute.limit", "LB", "15d"),
        ("dispute.limit.before_filing", "NB", "30d"),
        ("dispute.limit.after_filing", "NB", "15d"),
        ("dispute.limit.simplified", "NB", "7d"),
        ("dispute.confirmation", "NB", "30d"),
        ("dispute.follow_up", "NB", "15wd"),
        ("dispute.danger_look", "NB", "3d"),
    ],
)
def test_disputes_have_their_lawful_limits(code: str, category: str, span: str) -> None:
    assert loaded().term(code, kind="dispute", category=category, on=DAY).span == span


@pytest.mark.parametrize(
    ("code", "span"),
    [
        ("request.guangdong-2022.complaint", "15wd"),
        ("request.jinan-2018.help", "5wd"),
        ("request.weifang-2021.suggestion", "5wd"),
        ("request.beijing-tiers.life", "2h"),
        ("request.bureau-3-13.complaint", "13wd"),
        ("request.lamp-1-2-5.sign", "1wd"),
        ("request.brief-1-5-15.complaint", "15wd"),
    ],
)
def test_request_profiles_are_there_to_be_picked(code: str, span: str) -> None:
    assert loaded().term(code, kind="request", on=DAY).span == span
