"""Chinese figures as an official paper writes them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.paper.numerals import DIGITS, chinese, day, ordinal, width

WORTH = {"十": 10, "百": 100, "千": 1000}


def read(told: str) -> int:
    """The other way about, digit by digit."""
    total, digit = 0, 0
    for one in told:
        if one in WORTH:
            total += (digit or 1) * WORTH[one]
            digit = 0
        else:
            digit = DIGITS.index(one)
    return total + digit


@pytest.mark.parametrize(
    ("number", "told"),
    [
        (1, "一"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (21, "二十一"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (1005, "一千零五"),
        (2026, "二千零二十六"),
    ],
)
def test_numbers_are_told_in_words(number: int, told: str) -> None:
    assert chinese(number) == told


@given(st.integers(1, 9999))
def test_every_number_can_be_read_back(number: int) -> None:
    assert read(chinese(number)) == number
    assert "零零" not in chinese(number)


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_numbers_outside_are_refused(number: int) -> None:
    with pytest.raises(ValueError, match="1 to 9999 can"):
        chinese(number)


def test_each_level_has_its_own_ordinal() -> None:
    assert [ordinal(12, level=level) for level in (1, 2, 3, 4)] == ["十二、", "（十二）", "12.", "（12）"]


def test_a_date_is_in_arabic_figures_without_noughts() -> None:
    assert day(date(2026, 11, 5)) == "2026年11月5日"


def test_latin_characters_take_half_a_column() -> None:
    assert width("2026年〔a〕") == 2 + 1 + 2 + 0.5
