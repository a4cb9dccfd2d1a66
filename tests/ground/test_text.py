"""Words: cleaned, cut, masked."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.ground.text import TooLong, bigrams, mask_name, mask_phone, mask_rest, msg, tidy


def test_marking_a_string_leaves_it_as_it_is() -> None:
    assert msg("Working day") == "Working day"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  楼上漏水\r\n第二段\u2028第三段\t。 ", "楼上漏水\n第二段\n第三段\t。"),
        ("e\u0301", "\u00e9"),
        ("a\x00\x07b\x1b[31m", "ab[31m"),
        ("付款\u202e元001\u202c", "付款元001"),
        ("\ufeff张\u200b三\u2066", "张三"),
        ("\U000e0041隐\U000e007f", "隐"),
        ("坏\ud800字", "坏字"),
        ("e\u200b\u0301", "\u00e9"),
        ("㛃𠮷\ue000", "㛃𠮷\ue000"),
        ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
        ("Ａ１", "Ａ１"),
        ("\u200b \n", ""),
    ],
)
def test_tidy_removes_what_cannot_be_seen_and_nothing_else(typed: str, kept: str) -> None:
    assert tidy(typed) == kept


@given(st.text())
def test_tidy_text_is_composed_plain_and_tidy(text: str) -> None:
    kept = tidy(text)
    assert tidy(kept) == kept == unicodedata.normalize("NFC", kept)
    assert all(sign in "\n\t" or unicodedata.category(sign) not in ("Cc", "Cs") for sign in kept)
    kept.encode()


def test_a_text_over_its_limit_is_refused_and_says_by_how_much() -> None:
    assert len(tidy("字" * 20_000)) == 20_000
    with pytest.raises(TooLong, match="20001 characters; at most 20000") as refusal:
        tidy("字" * 20_001)
    assert (refusal.value.length, refusal.value.limit) == (20_001, 20_000)


def test_a_million_combining_marks_are_refused_at_once() -> None:
    with pytest.raises(TooLong):
        tidy("a" + "\u0315\u0300" * 500_000)


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


def test_with_ends_every_character_begins_a_gram() -> None:
    assert bigrams("邻里 水", ends=True) == ["邻里", "里", "水"]


@given(st.text("楼上漏水，。 a1", min_size=2), st.data())
def test_whatever_stands_in_a_text_is_found_by_its_bigrams(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 2))
    piece = text[start : start + data.draw(st.integers(2, 6))]
    if all(sign not in "，。 " for sign in piece):
        assert set(bigrams(piece)) <= set(bigrams(text))


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
