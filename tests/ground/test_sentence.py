"""A sentence stands as it is in English, and can be said otherwise."""

import copy
import pickle
from collections.abc import Callable

import pytest

from linli.ground.sentence import Sentence


def test_it_is_english_as_it_stands_and_remembers_its_words() -> None:
    told = Sentence("{count} matters are wrong", count=3)
    assert told == "3 matters are wrong"
    assert told.msgid.replace("matters are wrong", "件有误").format(**told.words) == "3 件有误"


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda told: pickle.loads(pickle.dumps(told))])
def test_a_copy_says_the_same_whatever_stands_in_its_words(copied: Callable[[Sentence], Sentence]) -> None:
    told = Sentence("{file} is wrong at {line}", file="{braces}.csv", line="{0} } {")
    twin = copied(told)
    assert (twin, twin.msgid, twin.words) == (told, told.msgid, told.words)
    assert type(twin) is Sentence


def test_no_name_of_a_word_is_taken() -> None:
    assert Sentence("{msgid} of {cls} is wrong", msgid="one", cls="two") == "one of two is wrong"
