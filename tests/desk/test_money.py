"""Money in yuan as people write it, kept in whole fen."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as some

from linli.matters.fields import MoneyField
from linli.matters.rows import fen_of


@pytest.mark.parametrize(
    ("typed", "fen"), [("1200", 120_000), ("1,200.5", 120_050), ("¥0.01", 1), ("1.2万", 1_200_000), ("300元", 30_000)]
)
def test_amounts_are_understood_as_people_write_them(typed: str, fen: int) -> None:
    assert fen_of(typed) == fen


@pytest.mark.parametrize("typed", ["一千", "-5", "0.001", "1e9999", "NaN", ""])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(ValidationError):
        MoneyField().clean(typed)


@given(some.integers(min_value=0, max_value=10**12))
def test_an_amount_shown_and_typed_again_is_the_same(fen: int) -> None:
    shown = MoneyField().widget.format_value(fen)
    assert fen_of(shown or "") == fen
