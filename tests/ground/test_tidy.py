"""Tidying removes what cannot be seen, keeps all else, and refuses what is too long."""

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.ground.text import TooLong, msg, tidy, without_unseen


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
        ("差\ufffe一\uffff", "差一"),
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


def test_what_can_be_printed_holds_nothing_unseen() -> None:
    """So a text of one line is not searched for it: the new line sends this one the long way."""
    printed = "".join(sign for sign in map(chr, range(sys.maxunicode + 1)) if sign.isprintable()) + "\n"
    assert without_unseen(printed) == printed
