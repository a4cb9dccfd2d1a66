"""Two incidents are as like as category, place, hour, day and gap say: by tables, and for any two drawn at random."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.likeness.distances import Grid, middle
from linli.likeness.imprint import Imprint, imprint
from linli.likeness.measure import (
    Parts,
    category,
    gap,
    hour,
    metres_between,
    minutes_between,
    place,
    rough,
    weekday,
)

ZONE = "Asia/Shanghai"


def told(at: str, *, until: str = "", of: str = "theft-1", cell: int | None = 1) -> Imprint:
    """An incident of 2026 by the wall clock of the centre, as in 03-02T02:30."""
    moments = [datetime.fromisoformat(f"2026-{text}+08:00") for text in (at, until or at)]
    return imprint(of, root=of.split("-")[0], cell=cell, from_at=moments[0], until_at=moments[1], zone=ZONE)


@pytest.mark.parametrize(
    ("one", "other", "like"), [("theft-1", "theft-1", 1.0), ("theft-1", "theft-2", 0.5), ("theft-1", "fraud-1", 0.0)]
)
def test_a_category_is_the_same_or_of_the_same_group_or_neither(one: str, other: str, like: float) -> None:
    assert category(told("03-02T02:30", of=one), told("03-02T02:30", of=other)) == like


@pytest.mark.parametrize(
    ("one", "other", "least", "most"),
    [
        ("03-02T02:30", "03-09T02:30", 1.0, 1.0),
        ("03-02T23:50", "03-09T00:10", 0.95, 1.0),
        ("03-02T02:30", "03-09T04:00", 0.5, 0.7),
        ("03-02T02:30", "03-09T14:30", 0.0, 0.001),
    ],
)
def test_hours_are_near_across_midnight_too(one: str, other: str, least: float, most: float) -> None:
    assert least <= hour(told(one), told(other)) <= most


def test_the_longer_nobody_was_looking_the_less_the_hour_says() -> None:
    sharp, night = told("03-02T02:30"), told("03-08T22:30", until="03-09T06:30")
    away = told("03-06T02:30", until="03-09T02:30")
    assert 1.0 == hour(sharp, sharp) > hour(sharp, night) > hour(sharp, away) == 0.0


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        ("03-02T10:00", "03-09T10:00", 1.0),
        ("03-02T10:00", "03-04T10:00", 0.5),
        ("03-07T10:00", "03-08T10:00", 0.5),
        ("03-02T10:00", "03-07T10:00", 0.0),
    ],
)
def test_a_day_of_the_week_is_the_same_or_of_the_same_part(one: str, other: str, like: float) -> None:
    assert weekday(told(one), told(other)) == like


def test_a_week_in_which_nobody_looked_says_nothing_of_its_days() -> None:
    assert weekday(told("03-02T10:00", until="03-12T10:00"), told("03-02T10:00")) == 0.0


def test_what_overlaps_is_no_time_apart() -> None:
    night, inside = told("03-02T22:00", until="03-03T06:00"), told("03-03T01:00")
    assert (minutes_between(night, inside), gap(night, inside)) == (0, 1.0)
    assert minutes_between(inside, told("03-05T01:00")) == 2 * 24 * 60


def test_a_stretch_told_the_wrong_way_round_is_its_beginning() -> None:
    assert told("03-02T10:00", until="03-01T10:00") == told("03-02T10:00")


def test_the_ground_is_measured_in_metres() -> None:
    assert metres_between(115.0, 28.0, 115.0, 28.001) == pytest.approx(111.2, abs=0.2)
    assert metres_between(115.0, 60.0, 115.001, 60.0) == pytest.approx(55.6, abs=0.2)


def test_middles_of_wide_cells_are_near_from_further_off() -> None:
    assert place(0) == 1.0
    assert place(2_000) < 0.2 < place(2_000, coarse=2_800)


def test_what_is_not_on_the_grid_is_no_way_off() -> None:
    grid = Grid({1: middle(115.0, 28.0, 115.01, 28.01), 2: middle(115.01, 28.0, 115.02, 28.01)})
    off = grid.off(1, 2)
    assert off is not None
    assert off.metres == pytest.approx(982, abs=2)
    assert (grid.off(1, None), grid.off(3, 1), grid.near(None)) == (None, None, {})


moments = st.datetimes(datetime(2024, 1, 1), datetime(2027, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
imprints = st.builds(
    lambda at, minutes, kind: imprint(
        kind, root=kind[0], cell=1, from_at=at, until_at=at + timedelta(minutes=minutes), zone=ZONE
    ),
    moments,
    st.integers(0, 12_000),
    st.sampled_from(["a1", "a2", "b1"]),
)


@given(imprints, imprints, st.floats(0, 1))
def test_likeness_is_the_same_both_ways_and_never_beyond_its_bounds(one: Imprint, other: Imprint, near: float) -> None:
    parts = rough(one, other, place=near)
    assert parts == pytest.approx(rough(other, one, place=near))
    assert all(0 <= part <= 1 for part in parts)
    assert 0 <= parts.score <= Parts(1, 1, 1, 1, 1, 1).score == pytest.approx(1)


@given(imprints, imprints)
def test_nothing_is_more_like_an_incident_than_itself(one: Imprint, other: Imprint) -> None:
    assert category(one, other) <= category(one, one) == 1
    assert gap(one, other) <= gap(one, one) == 1
    assert weekday(one, other) <= max(weekday(one, one), weekday(other, other))


@given(imprints, imprints, st.integers(1, 400))
def test_whole_days_more_change_no_hour_and_bring_nothing_nearer(one: Imprint, other: Imprint, days: int) -> None:
    later = other._replace(from_minute=other.from_minute + days * 1440, until_minute=other.until_minute + days * 1440)
    assert hour(one, later) == hour(one, other)
    if other.from_minute >= one.until_minute:
        assert gap(one, later) < gap(one, other)


@given(st.floats(0, 50_000), st.floats(0, 50_000), st.floats(0, 5_000))
def test_further_off_is_never_nearer(one: float, other: float, coarse: float) -> None:
    near, far = sorted((one, other))
    assert place(near, coarse=coarse) >= place(far, coarse=coarse)
