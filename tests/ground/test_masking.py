"""Names, phones and the rest, masked."""

import pytest

from linli.ground.text import mask_name, mask_phone, mask_rest


@pytest.mark.parametrize(
    ("name", "masked"),
    [("张三丰", "张**"), ("李四", "李*"), ("欧阳修远", "欧***"), ("王", "*"), ("𠮷田", "𠮷*"), ("", "")],
)
def test_a_masked_name_keeps_its_first_character(name: str, masked: str) -> None:
    assert mask_name(name) == masked


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13812340013", "138****0013"),
        ("079188123456", "079*****3456"),
        ("88123456", "******56"),
        ("110", "***"),
        ("", ""),
    ],
)
def test_a_masked_phone_keeps_both_ends_of_a_full_number(phone: str, masked: str) -> None:
    assert mask_phone(phone) == masked


def test_anything_else_is_masked_wholly() -> None:
    assert {mask_rest("云棠路 3 号"), mask_rest("x")} == {"****"}
    assert mask_rest(" ") == ""
