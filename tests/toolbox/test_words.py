"""The catalogues are equal to the words that are shown, and each way of being unequal is found."""

from pathlib import Path

import pytest

from linli.toolbox.gathering import gather
from linli.toolbox.words import defects, mend
from tests.toolbox.conftest import catalogue, translated


def test_a_complete_catalogue_passes(house: Path) -> None:
    translated(house)
    assert defects(house) == []


def test_a_word_without_chinese_is_found(house: Path) -> None:
    translated(house)
    (house / "pure.py").write_text('msg("Red"), msg("Blue")\n', encoding="utf-8")
    assert defects(house) == ["pure.py:1: 'Blue' has no Chinese."]


def test_a_word_nobody_says_is_found(house: Path) -> None:
    translated(house)
    (house / "pure.py").write_text("", encoding="utf-8")
    assert defects(house) == ["locale/zh_Hans/LC_MESSAGES/django.po: nobody says 'Red'."]


def test_unequal_placeholders_are_found(house: Path) -> None:
    translated(house)
    file = catalogue(house)
    file.write_text(file.read_text(encoding="utf-8").replace("{unit}已签收", "{post}已签收"), encoding="utf-8")
    assert defects(house) == [
        "doors/desk/code.py:3: '{unit} signed' has the placeholders ['{unit}'], its Chinese ['{post}']."
    ]


def test_a_doubtful_translation_is_found(house: Path) -> None:
    translated(house)
    file = catalogue(house, ".")
    file.write_text(file.read_text(encoding="utf-8").replace('msgid "Red"', '#, fuzzy\nmsgid "Red"'), encoding="utf-8")
    assert defects(house) == ["locale/zh_Hans/LC_MESSAGES/django.po: 'Red' is doubtful (fuzzy)."]


def test_one_word_said_in_two_ways_is_found(house: Path) -> None:
    (house / "pure.py").write_text('msg("Close")\n', encoding="utf-8")
    translated(house)
    file = catalogue(house, ".")
    file.write_text(file.read_text(encoding="utf-8").replace("词", "关"), encoding="utf-8")
    assert len(defects(house)) == 1
    assert "'Close' is said in another way elsewhere." in defects(house)[0]


@pytest.mark.parametrize(
    ("written", "otherwise"),
    [
        ("#, python-brace-format\n", ""),
        ('"\n\nmsgid "Hello"', '"\nmsgid "Hello"'),
        ('msgid "Hello"', 'msgid ""\n"Hello"'),
    ],
)
def test_a_catalogue_that_was_written_otherwise_is_found(house: Path, written: str, otherwise: str) -> None:
    translated(house)
    file = catalogue(house)
    text = file.read_text(encoding="utf-8")
    assert written in text
    file.write_text(text.replace(written, otherwise, 1), encoding="utf-8")
    assert defects(house) == ["doors/desk/locale/zh_Hans/LC_MESSAGES/django.po: is not as ./linli words writes it."]
    mend(file, gather(house)[file])
    assert defects(house) == []
