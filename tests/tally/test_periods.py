"""Periods by name, and the two that each is compared with."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from linli.tally.covering import is_covered
from linli.tally.periods import SORTS, BadPeriod, Period, month_to, period_named, year_to
from linli.tally.question import parted

NAMED = {
    "2026-05-31": ("2026-05-31", "2026-05-31", "2026-05-30", "2025-05-31"),
    "2026-W22": ("2026-05-25", "2026-05-31", "2026-W21", "2025-W22"),
    "2020-W53": ("2020-12-28", "2021-01-03", "2020-W52", "2019-W52"),
    "2021-W01": ("2021-01-04", "2021-01-10", "2020-W53", "2020-W01"),
    "2026-05": ("2026-05-01", "2026-05-31", "2026-04", "2025-05"),
    "2024-02": ("2024-02-01", "2024-02-29", "2024-01", "2023-02"),
    "2026-Q2": ("2026-04-01", "2026-06-30", "2026-Q1", "2025-Q2"),
    "2026-Q1": ("2026-01-01", "2026-03-31", "2025-Q4", "2025-Q1"),
    "2026-H1": ("2026-01-01", "2026-06-30", "2025-H2", "2025-H1"),
    "2026": ("2026-01-01", "2026-12-31", "2025", "2025"),
    "2026-05-04..2026-05-17": ("2026-05-04", "2026-05-17", "2026-04-20..2026-05-03", "2025-05-04..2025-05-17"),
    "2024-02-29": ("2024-02-29", "2024-02-29", "2024-02-28", "2023-02-28"),
    "to:2026-05-17": ("2026-05-01", "2026-05-17", "to:2026-04-17", "to:2025-05-17"),
    "to:2026-05-31": ("2026-05-01", "2026-05-31", "to:2026-04-30", "to:2025-05-31"),
    "to:2026-03-30": ("2026-03-01", "2026-03-30", "to:2026-02-28", "to:2025-03-30"),
    "to:2024-02-29": ("2024-02-01", "2024-02-29", "to:2024-01-31", "to:2023-02-28"),
    "year-to:2026-05-31": ("2026-01-01", "2026-05-31", "year-to:2026-04-30", "year-to:2025-05-31"),
    "year-to:2024-02-29": ("2024-01-01", "2024-02-29", "year-to:2024-01-31", "year-to:2023-02-28"),
}
BY_HAND = {
    "2026年": "2026",
    "2026年5月": "2026-05",
    "2026年05月份": "2026-05",
    "2026年第二季度": "2026-Q2",
    "2026年3季度": "2026-Q3",
    "2026年上半年": "2026-H1",
    "2026年下半年": "2026-H2",
    "2026年5月31日": "2026-05-31",
}
REFUSED = (
    "",
    "may",
    "2026-13",
    "2026-00",
    "2026-W00",
    "2025-W53",
    "2026-02-30",
    "2026-Q5",
    "2026-H3",
    "0001-05",
    "9999",
    "to:2026-05",
    "2026-05-01..",
    "２０２６-05",
    "2026年13月",
    "2026年2月30日",
    "2026年第五季度",
)


@pytest.mark.parametrize("text", BY_HAND)
def test_a_period_may_be_written_as_an_office_writes_it(text: str) -> None:
    assert period_named(text).name == BY_HAND[text]


@pytest.mark.parametrize("name", NAMED)
def test_a_period_has_its_days_and_two_to_be_compared_with(name: str) -> None:
    first, last, before, year_before = NAMED[name]
    period = period_named(name)
    earlier = period.before()
    assert earlier is not None
    assert (period.first.isoformat(), period.last.isoformat()) == (first, last)
    assert (earlier.name, period.year_before().name) == (before, year_before)


@pytest.mark.parametrize("text", REFUSED)
def test_what_names_no_period_is_refused_with_what_to_write(text: str) -> None:
    with pytest.raises(BadPeriod, match="2026-05"):
        period_named(text)


def test_the_earlier_day_comes_first() -> None:
    with pytest.raises(BadPeriod, match=r"2026-05-17\.\.2026-05-01"):
        period_named("2026-05-17..2026-05-01")


def test_before_the_january_of_a_year_to_date_there_is_nothing_like_it() -> None:
    assert period_named("year-to:2026-01-17").before() is None


DAYS = st.dates(min_value=date(1952, 1, 1), max_value=date(2190, 12, 31))
PERIODS = st.one_of(
    DAYS.map(month_to),
    DAYS.map(year_to),
    st.builds(lambda day, length: Period(day, day + timedelta(days=length), "range"), DAYS, st.integers(0, 400)),
    DAYS.map(lambda day: period_named(f"{day:%Y-%m}")),
    DAYS.map(lambda day: period_named(f"{day:%Y}-Q{(day.month + 2) // 3}")),
    DAYS.map(lambda day: period_named(f"{day:%Y}-H{(day.month + 5) // 6}")),
    DAYS.map(lambda day: period_named("{}-W{:02}".format(*day.isocalendar()[:2]))),
    DAYS.map(lambda day: period_named(day.isoformat())),
)


@given(PERIODS)
def test_every_period_is_read_again_by_its_name_and_can_be_shown(period: Period) -> None:
    assert period_named(period.name) == period
    assert period.sort in SORTS
    assert period.word


@given(PERIODS)
def test_what_it_is_compared_with_is_earlier_and_about_as_long(period: Period) -> None:
    length = (period.last - period.first).days
    for earlier in (period.before(), period.year_before()):
        if earlier is None:
            continue
        assert earlier.last < period.last
        assert earlier.sort == period.sort
        if period.sort != "year-to":
            assert abs((earlier.last - earlier.first).days - length) <= 3
    before = period.before()
    if before and period.sort not in ("to", "year-to"):
        assert before.last + timedelta(days=1) == period.first


@given(DAYS, st.integers(0, 800))
def test_days_part_into_whole_months_and_what_is_left_at_both_ends(first: date, length: int) -> None:
    last = first + timedelta(days=length)
    months, rest = parted(first, last)
    spans = sorted([*rest, *([months] if months else [])])
    assert (spans[0][0], spans[-1][1]) == (first, last)
    assert all(one[1] + timedelta(days=1) == other[0] for one, other in pairwise(spans))
    assert all((span[1] - span[0]).days < 61 for span in rest)
    if months:
        assert (months[0].day, (months[1] + timedelta(days=1)).day) == (1, 1)
        assert all((span[1] - span[0]).days < 31 for span in rest)


@pytest.mark.parametrize(
    ("name", "english", "chinese"),
    [
        ("2026-10", "October 2026", "2026年10月"),
        ("2026-Q1", "the first quarter of 2026", "2026年第一季度"),
        ("2026-Q4", "the fourth quarter of 2026", "2026年第四季度"),
        ("2026-H2", "the second half of 2026", "2026年下半年"),
        ("2026", "the year 2026", "2026年"),
        ("2026-W22", "week 22 of 2026", "2026年第22周"),
        ("to:2026-11-17", "November 2026 up to 2026-11-17", "2026年11月（截至2026-11-17）"),
        ("year-to:2026-05-31", "the year 2026 up to 2026-05-31", "2026年初至2026-05-31"),
        ("2026-05-01..2026-05-17", "2026-05-01 to 2026-05-17", "2026-05-01至2026-05-17"),
    ],
)
def test_a_period_is_said_as_people_say_it(name: str, english: str, chinese: str) -> None:
    for language, word in (("en", english), ("zh-hans", chinese)):
        with override(language):
            assert period_named(name).word == word


@pytest.mark.parametrize(
    ("name", "began", "expected"),
    [
        ("2025-05", "2025-05-01", True),
        ("2025-05", "2024-02-29", True),
        ("2025-05", "2025-05-04", True),
        ("2025-05", "2025-05-05", False),
        ("2025-05", "2025-05-17", False),
        ("2025-05", "2025-06-01", False),
        ("year-to:2025-05-31", "2025-01-05", True),
        ("year-to:2025-05-31", "2025-01-17", False),
        ("2025", "2025-02-06", True),
        ("2025", "2025-07-01", False),
        ("2025-05-31", "2025-05-31", True),
        ("2025-05-31", "2025-06-01", False),
    ],
)
def test_only_a_period_that_records_cover_is_compared_with(name: str, began: str, expected: bool) -> None:
    assert is_covered(period_named(name), began=date.fromisoformat(began)) == expected
    assert not is_covered(period_named(name), began=None)
