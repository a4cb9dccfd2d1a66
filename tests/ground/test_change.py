"""Shares and changes as they are printed: from whole counts, one decimal, half up."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.ground.percent import change, percent, points, rounded

SHARES = {(341, 343): "99.4 %", (181, 181): "100.0 %", (842, 869): "96.9 %", (0, 5): "0.0 %", (1, 0): "–", (0, 0): "–"}
CHANGES = {
    (60, 18): "+233.3 %",
    (60, 33): "+81.8 %",
    (28, 7): "+300.0 %",
    (28, 14): "+100.0 %",
    (62, 34): "+82.4 %",
    (14, 28): "-50.0 %",
    (5, 5): "0.0 %",
    (0, 4): "-100.0 %",
    (3, 0): "–",
    (3, None): "",
    (None, 3): "",
    (2001, 2000): "+0.1 %",
    (1999, 2000): "-0.1 %",
    (10000, 10001): "0.0 %",
}


@pytest.mark.parametrize("counts", SHARES)
def test_a_share_is_printed_from_its_counts(counts: tuple[int, int]) -> None:
    assert percent(*counts) == SHARES[counts]


@pytest.mark.parametrize("counts", CHANGES)
def test_a_change_is_printed_against_its_base(counts: tuple[int | None, int | None]) -> None:
    assert change(*counts) == CHANGES[counts]


def test_of_62_no_base_gives_the_two_changes_that_were_once_printed() -> None:
    assert not [base for base in range(1, 200) if change(62, base) in ("+233.3 %", "+81.8 %")]


def test_shares_are_compared_in_points_from_their_counts() -> None:
    assert points((341, 343), (842, 869)) == "+2.5"
    assert points((1, 3), (1, 3)) == "0.0"
    assert points((0, 4), (1, 4)) == "-25.0"
    assert points((1, 0), (1, 4)) == points((1, 4), (1, 0)) == "–"
    assert points((1, 4), None) == ""


@given(st.integers(-(10**9), 10**9), st.integers(1, 10**6), st.integers(0, 3))
def test_rounding_is_half_up_away_from_nought(top: int, below: int, places: int) -> None:
    printed = rounded(Fraction(top, below), places=places)
    with_decimal = Decimal(top) / Decimal(below)
    assert Decimal(printed) == with_decimal.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    assert not printed.startswith("-0.0") or Decimal(printed)


@given(st.integers(0, 10**7), st.integers(1, 10**7))
def test_a_change_and_its_base_give_the_figure_again_within_the_rounding(now: int, base: int) -> None:
    grown = Decimal(change(now, base).removesuffix(" %").replace("+", ""))
    assert abs(base * (1 + grown / 100) - now) <= Decimal(base) / 2000 + Decimal("0.001")
