"""Searched texts: found by whatever stretch stands in them, and by nobody's name or number."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.ground.searching import KEPT, excerpt, folded, grams, pieces, sought, without_people


def test_every_character_begins_a_gram() -> None:
    assert grams("邻里 水") == {"邻里", "里", "水"}


@given(st.text("楼上漏水，。－ aＡ1é㎡", min_size=1, max_size=20), st.data())
def test_whatever_stands_in_a_text_is_found_by_its_grams_and_marked(text: str, data: st.DataObject) -> None:
    begins = data.draw(st.integers(0, len(text) - 1))
    words = sought(text[begins : begins + data.draw(st.integers(1, 6))])
    held = grams(folded(text))
    for word in words:
        assert word.text in folded(text)
        assert set(word.grams) <= held
        assert all(any(gram.startswith(start) for gram in held) for start in word.starts)
    shown = pieces(text, words=words)
    assert "".join(piece for piece, _marked in shown) == text
    assert any(marked for _piece, marked in shown) == bool(words)


@given(st.text("漏水a1", min_size=1, max_size=2), st.lists(st.text("漏水管a1", max_size=6)))
def test_up_to_two_characters_the_grams_alone_say_it(asked: str, texts: list[str]) -> None:
    (word,) = sought(asked)
    assert word.exact
    for text in texts:
        held = grams(text)
        told = all(gram in held for gram in word.grams) and all(
            any(gram.startswith(start) for gram in held) for start in word.starts
        )
        assert told == (asked in text)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ("漏水 停电", ["漏水", "停电"]),
        ("漏水，停电。漏水", ["漏水", "停电"]),
        ('"b 座" ＷｉＦｉ', ["b 座", "wifi"]),
        ("“3 号楼”", ["3 号楼"]),
        ("QS-2026-000042", ["qs-2026-000042"]),
        ("！？ -- ，", []),
    ],
)
def test_what_is_asked_for(asked: str, words: list[str]) -> None:
    assert [word.text for word in sought(asked)] == words


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("周阿婆的石子", " 的石子"),
        ("周 阿 婆的石子", " 的石子"),
        ("找ＬＩ先生，living", "找 先生,living"),
        ("电话138-0000 0013，在3号楼", "电话 ,在3号楼"),
        ("电话１３８００００００１３", "电话 "),
        ("卡号6222.0200.1234.5678", "卡号 "),
        ("1号楼、2号楼、2026年", "1号楼、2号楼、2026年"),
    ],
)
def test_no_name_and_no_long_number_stands_in_what_is_searched(text: str, left: str) -> None:
    found = without_people(folded(text), people=["周阿婆", "Li", "石"])
    assert found.replace("，", ",") == left


def test_an_excerpt_is_what_stands_around_the_first_place() -> None:
    shown = excerpt("前" * 40 + "楼上漏水" + "后" * 80, words=sought("漏水"))
    assert [piece for piece, marked in shown if marked] == ["漏水"]
    assert (shown[0], shown[-1]) == (("…", False), ("…", False))
    assert excerpt("没有", words=sought("漏水")) == []


def test_what_is_marked_is_what_was_written_even_where_folding_makes_it_longer() -> None:
    for text, asked, marked in (("㎞处漏水，ＡＢ座", "漏水 ab", ["漏水", "ＡＢ"]), ("5㎞处", "km", ["㎞"])):
        assert [piece for piece, is_asked in pieces(text, words=sought(asked)) if is_asked] == marked
    assert all(folded(chr(code)) for code in range(0x110000))


def test_a_text_that_is_passed_over_is_one_that_folding_leaves_as_it_is() -> None:
    for char in map(chr, range(0x110000)):
        assert folded(char) == (char if char in KEPT else unicodedata.normalize("NFKC", char).casefold())
