"""Methods are alike by the rare words they share, and those are the words that are shown."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.likeness.method import pool

HAND = "深夜撬锁，从后窗进入，盗走铜线"
SAME_HAND = "后窗进入，撬锁工具为液压钳，铜线被剪"
OTHER = "白天以推销为名骗取现金"
USUAL = "报警人称回家后发现被盗"


def test_the_same_habit_said_otherwise_is_more_alike_than_another() -> None:
    read = pool({1: HAND, 2: SAME_HAND, 3: OTHER})
    assert read.alike(1, 2) > 0.3 > read.alike(1, 3) == 0.0


def test_the_words_in_common_are_the_stretches_both_have() -> None:
    assert pool({1: HAND, 2: SAME_HAND, 3: OTHER}).common_words(1, 2) == ("后窗进入", "撬锁", "铜线")


def test_a_stretch_does_not_run_over_a_stop() -> None:
    assert pool({1: "用撬锁，锁芯坏", 2: "撬锁芯", 3: OTHER}).common_words(1, 2) == ("撬锁", "锁芯")


def test_a_turn_of_speech_that_everybody_uses_is_no_reason_and_hardly_weighed() -> None:
    texts = {number: f"{USUAL}，{chr(0x4E00 + 2 * number)}{chr(0x4E01 + 2 * number)}" for number in range(3, 40)}
    read = pool({1: f"{USUAL}，{HAND}", 2: f"{USUAL}，{SAME_HAND}", **texts})
    assert USUAL not in read.common_words(1, 2)
    assert read.alike(1, 3) < 0.2 < read.alike(1, 2)
    assert read.common_words(1, 3) == ()


def test_a_method_that_is_not_told_or_was_erased_is_like_none() -> None:
    read = pool({1: HAND, 2: "", 3: "。"})
    assert [read.alike(1, other) for other in (2, 3, 99)] == [0.0, 0.0, 0.0]
    assert read.common_words(1, 99) == ()


words = st.text(alphabet="撬锁后窗进入铜线，。ab", max_size=30)


@given(words, words, st.lists(words, max_size=30))
def test_any_two_texts_are_as_alike_both_ways(one: str, other: str, rest: list[str]) -> None:
    read = pool(dict(enumerate((one, other, *rest))))
    assert 0 <= read.alike(0, 1) <= 1
    assert read.alike(0, 1) == pytest.approx(read.alike(1, 0))
    if read.methods[0].grams:
        assert read.alike(0, 0) == pytest.approx(1)


@given(words, words)
def test_every_stretch_shown_stands_in_both_texts(one: str, other: str) -> None:
    for stretch in pool({1: one, 2: other}).common_words(1, 2):
        assert len(stretch) > 1
        assert stretch in one
        assert stretch in other
