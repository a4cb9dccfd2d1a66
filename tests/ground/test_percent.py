"""Percentages are what one gets by hand, from the counts and to one decimal."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as some

from linli.ground.percent import change, percent, points, rounded


@pytest.mark.parametrize(
    ("top", "below", "shown"),
    [
        (181, 181, "100.0 %"),
        (341, 343, "99.4 %"),
        (343, 341, "100.6 %"),
        (0, 7, "0.0 %"),
        (0, 0, "–"),
        (1, 2000, "0.1 %"),
    ],
)
def test_a_share_has_one_decimal_and_a_dash_where_there_is_nothing(top: int, below: int, shown: str) -> None:
    assert percent(top, below) == shown


@pytest.mark.parametrize(
    ("now", "before", "shown"),
    [
        (28, 7, "+300.0 %"),
        (28, 14, "+100.0 %"),
        (60, 18, "+233.3 %"),
        (60, 33, "+81.8 %"),
        (62, 18, "+244.4 %"),
        (62, 33, "+87.9 %"),
        (7, 28, "-75.0 %"),
        (5, 5, "0.0 %"),
        (9999, 10000, "0.0 %"),
        (1, 0, "–"),
        (1, None, ""),
    ],
)
def test_a_change_has_its_sign(now: int, before: int | None, shown: str) -> None:
    assert change(now, before) == shown


def test_a_change_of_a_rate_is_told_in_points() -> None:
    assert points((341, 343), (172, 175)) == "+1.1"
    assert points((1, 2), (3, 4)) == "-25.0"
    assert points((1, 2), (2, 4)) == "0.0"
    assert points((1, 2), (0, 0)) == "–"
    assert points((1, 2), None) == ""


@given(some.fractions(min_value=-10_000, max_value=10_000, max_denominator=5000))
def test_what_is_shown_is_never_further_away_than_half_a_tenth(number: Fraction) -> None:
    shown = rounded(number)
    assert abs(Fraction(shown) - number) <= Fraction(1, 20)
    assert Fraction(rounded(-number)) == -Fraction(shown)
