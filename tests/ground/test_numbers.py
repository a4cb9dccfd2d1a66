"""A telephone or identity number in a text is seen, and what only looks like one is let be."""

import pytest

from linli.ground.text import tells_number

PERSONAL = (
    "电话13800000013",
    "Tel13800000013",
    "138 0000 0013",
    "138-0000-0013，请回电",
    "电话-13800000013",
    "+86 13800000013",
    "１３８００００００１３",
    "0791-87654321",
    "(0791) 8765 4321",
    "0791-87654321-801",
    "座机87654321",
    "8765-4321",
    "身份证360101199001011234",
    "36010119900101123x",
    "360101 19900101 1234",
    "360101900101123",
)
OTHERS = (
    "",
    "先看红色",
    "TJ-2026-000042、CH-3601-2026-0001",
    "晨会 CH-360101-2026-0001",
    "2026-03-02 17:30",
    "20260302 前办结",
    "2026-0001",
    "涉及3000000元，另有 30000000 元",
    "2300-4500元",
    "12户、3600平方米",
    "999999",
    "编号 1380000001300",
)


@pytest.mark.parametrize("text", PERSONAL)
def test_a_personal_number_is_seen(text: str) -> None:
    assert tells_number(text)


@pytest.mark.parametrize("text", OTHERS)
def test_the_number_of_a_matter_a_day_and_a_sum_are_let_be(text: str) -> None:
    assert not tells_number(text)
