"""Bigrams: whatever stands in a text is found by them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.ground.text import bigrams


@pytest.mark.parametrize(
    ("text", "grams"),
    [
        ("邻里纠纷", ["邻里", "里纠", "纠纷"]),
        ("3号楼，漏水", ["3号", "号楼", "漏水"]),
        ("水", ["水"]),
        ("ＡB栋 401", ["ab", "b栋", "40", "01"]),
        ("a_b", ["a", "b"]),
        ("𠮷家", ["𠮷家"]),
        ("，。", []),
        ("", []),
    ],
)
def test_bigrams_are_neighbouring_characters_of_each_run(text: str, grams: list[str]) -> None:
    assert bigrams(text) == grams


@given(st.text("楼上漏水，。 a1", min_size=2), st.data())
def test_whatever_stands_in_a_text_is_found_by_its_bigrams(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 2))
    piece = text[start : start + data.draw(st.integers(2, 6))]
    if all(sign not in "，。 " for sign in piece):
        assert set(bigrams(piece)) <= set(bigrams(text))
