"""The book of policy: which term holds, the due date it gives, and the basis by which it is found again."""

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from django.utils import translation

from linli.ground.due import Pause
from linli.ground.span import Span
from linli.policy.book import Book, NoTerm, book
from linli.policy.calendar import calendar
from linli.policy.load import load_profile
from linli.policy.models import CalendarYear, Category, Centre, Holiday, Term

pytestmark = pytest.mark.django_db

AUTUMN = datetime(2026, 9, 24, 2, 0, tzinfo=UTC)
DAY = date(2026, 9, 24)
LONG_AGO = date(2020, 1, 1)


def term(code: str, span: str, **more: Any) -> Term:
    return Term.objects.create(code=code, span=span, **{"valid_from": LONG_AGO, **more})


def category(code: str, *, parent: Category | None = None) -> Category:
    return Category.objects.create(kind="dispute", code=code, name=code, parent=parent, valid_from=LONG_AGO)


def loaded() -> Book:
    load_profile()
    return book(AUTUMN)


def span_of(found: Book, *, kind: str = "dispute", category: str | None = None, on: date = DAY) -> str:
    return found.term("limit", kind=kind, category=category, on=on).span


def test_the_most_specific_term_wins() -> None:
    labour = category("LB")
    category("NB")
    category("LB-WAGE", parent=labour)
    term("limit", "10wd")
    term("limit", "30d", kind="dispute")
    term("limit", "15d", kind="dispute", category=labour)
    found = book(AUTUMN)
    assert span_of(found, kind="request") == "10wd"
    assert span_of(found, category="NB") == "30d"
    assert span_of(found, category="LB") == "15d"
    assert span_of(found, category="LB-WAGE") == "15d"
    assert span_of(found, category="") == "30d"


def test_a_term_holds_from_its_first_day_to_its_last() -> None:
    term("limit", "30d", valid_until=DAY)
    term("limit", "20d", valid_from=date(2026, 9, 25))
    found = book(AUTUMN)
    assert span_of(found) == "30d"
    assert span_of(found, on=date(2026, 9, 25)) == "20d"


def test_of_two_terms_in_force_the_later_one_holds() -> None:
    term("limit", "30d")
    term("limit", "20d", valid_from=date(2026, 1, 1))
    assert span_of(book(AUTUMN)) == "20d"


def test_a_missing_term_is_named_in_a_sentence() -> None:
    with translation.override("en"), pytest.raises(NoTerm, match="No term “limit” is in force on 2026-09-24"):
        span_of(book(AUTUMN))


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


def test_a_date_in_a_year_without_published_holidays_is_provisional_until_they_are() -> None:
    load_profile()
    term("limit", "15wd")
    december = datetime(2026, 12, 28, 2, 0, tzinfo=UTC)
    before = book(december).deadline("limit", december)
    assert before.provisional
    CalendarYear.objects.create(year=2027, published_on=date(2026, 11, 5))
    Holiday.objects.create(on=date(2027, 1, 4), name="元旦")
    after = book(december).walk(before.basis)
    assert not after.provisional
    assert after.at > before.at


def test_another_row_makes_another_calendar_and_the_same_rows_the_same() -> None:
    version = calendar().version
    Holiday.objects.create(on=date(2026, 10, 1), name="国庆节")
    changed = calendar()
    assert changed.version != version
    assert changed.holidays == {date(2026, 10, 1)}
    Holiday.objects.all().delete()
    assert calendar().version == version


def test_office_hours_and_zone_are_the_centres() -> None:
    assert calendar().hours == ((time(8, 30), time(17, 30)),)
    Centre.objects.create(name="云河", office_hours=[["09:00", "12:00"], ["14:00", "18:00"]])
    assert calendar().hours == ((time(9), time(12)), (time(14), time(18)))


def test_an_unchanged_book_is_asked_for_with_one_query(django_assert_num_queries: Any) -> None:
    loaded()
    with django_assert_num_queries(1):
        book(AUTUMN)


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
