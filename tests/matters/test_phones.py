"""Telephone numbers as people write them."""

import pytest
from django.core.exceptions import ValidationError

from linli.matters.fields import Column, PhoneField, RowsField

COLUMNS = (Column("name", "姓名"), Column("phone", "电话", kind="phone"))


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("13800001234", "13800001234"),
        (" +86 138 0000 1234 ", "+86 138 0000 1234"),
        ("（0571）87654321—12", "(0571)87654321-12"),
        ("87654321转12", "87654321转12"),
        ("87654321 分机 12", "87654321 分机 12"),
        ("12345", "12345"),
        ("１３８００００１２３４", "13800001234"),
        ("", ""),
    ],
)
def test_a_number_is_taken_as_it_is_written(typed: str, kept: str) -> None:
    assert PhoneField().clean(typed) == kept


@pytest.mark.parametrize("typed", ["abc电话", "1234", "无", "138 0000 1234 家里", "+ - ( )"])
def test_what_nobody_can_dial_is_refused_in_a_sentence(typed: str) -> None:
    with pytest.raises(ValidationError, match="电话请填写数字"):
        PhoneField().clean(typed)
    with pytest.raises(ValidationError, match="电话请填写数字"):
        RowsField(columns=COLUMNS).clean([{"name": "甲", "phone": typed}])


def test_a_row_without_a_number_has_none() -> None:
    assert RowsField(columns=COLUMNS).clean([{"name": "甲", "phone": ""}])[0]["phone"] == ""
