"""A sentence stands as it is in English, and can be said otherwise."""

from linli.ground.sentence import Sentence


def test_it_is_english_as_it_stands_and_remembers_its_words() -> None:
    told = Sentence("{count} matters are wrong", count=3)
    assert told == "3 matters are wrong"
    assert told.msgid.replace("matters are wrong", "件有误").format(**told.words) == "3 件有误"
