"""Printed figures read back: the number and the format in which a spreadsheet shows exactly what was printed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.paper.figures import harmless, number


@pytest.mark.parametrize(
    ("text", "value", "shown"),
    [
        ("28", "28", "0"),
        ("0", "0", "0"),
        ("28738000.00", "28738000.00", "0.00"),
        ("99.4 %", "0.994", '0.0" "%'),
        ("100.0 %", "1.000", '0.0" "%'),
        ("+300.0 %", "3.000", '+0.0" "%;-0.0" "%;+0.0" "%'),
        ("-4.5 %", "-0.045", '+0.0" "%;-0.0" "%;0.0" "%'),
        ("0.0 %", "0.000", '0.0" "%'),
    ],
)
def test_a_figure_is_a_number_shown_as_it_was_printed(text: str, value: str, shown: str) -> None:
    found = number(text)
    assert found is not None
    assert (found.value, found.shown) == (Decimal(value), shown)


@pytest.mark.parametrize("text", ["", "–", "+1.2 points", "2026-05", "007", "1234567890123456", "=1+1", "28 件", "٣"])
def test_what_is_no_figure_stays_text(text: str) -> None:
    assert number(text) is None


@given(st.integers(-9999, 9999).map(lambda tenths: f"{Decimal(tenths) / 10:+.1f} %"))
def test_a_change_read_back_and_shown_again_is_the_same(text: str) -> None:
    found = number(text)
    assert found is not None
    assert f"{found.value * 100:+.1f} %" == text


@pytest.mark.parametrize("text", ["=1+1", "@SUM(1)", "+cmd", "－1+1", " =1", "-街道"])
def test_a_label_that_begins_like_a_formula_is_made_harmless(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["+300.0 %", "-4.5 %", "28", "–", "拂柳街道"])
def test_a_figure_and_a_name_stay_as_they_are(text: str) -> None:
    assert harmless(text) == text
