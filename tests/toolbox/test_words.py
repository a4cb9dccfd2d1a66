"""The catalogues are equal to the words that are shown, and each way of being unequal is found."""

from pathlib import Path

import pytest

from linli.toolbox import words
from linli.toolbox.gathering import Word, gather
from linli.toolbox.words import defects, mend

CODE = """
from django.utils.translation import gettext as _, ngettext, pgettext
TITLE = msg("{unit} signed")
def say(n): return _("Close"), ngettext("{n} day", "{n} days", n), pgettext("verb", "Open")
"""
PAGE = """{% trans %}Hello{% endtrans %} {{ _("Sign in") }} {% trans name=x %}Dear {{ name }}{% endtrans %}"""


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(words, "HOUSE", tmp_path)
    room = tmp_path / "doors" / "desk"
    (room / "templates").mkdir(parents=True)
    (room / "apps.py").write_text("", encoding="utf-8")
    (room / "code.py").write_text(CODE, encoding="utf-8")
    (room / "templates" / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "pure.py").write_text('msg("Red")\n', encoding="utf-8")
    return tmp_path


def catalogue(house: Path, room: str = "doors/desk") -> Path:
    return house / room / "locale" / "zh_Hans" / "LC_MESSAGES" / "django.po"


def translated(house: Path) -> None:
    """Gather, then give every word its Chinese."""
    chinese = {"{unit} signed": "{unit}已签收", "{n} day": "{n}天", "Dear %(name)s": "%(name)s您好"}
    for file, found in gather(house).items():
        mend(file, found)
        lines = file.read_text(encoding="utf-8").split("\n")
        for place, line in enumerate(lines):
            if line.startswith("msgid ") and line != 'msgid ""':
                said = line.removeprefix('msgid "').removesuffix('"')
                target = next(step for step in range(place, len(lines)) if lines[step].startswith("msgstr"))
                lines[target] = lines[target].replace('""', f'"{chinese.get(said, "词")}"')
        file.write_text("\n".join(lines), encoding="utf-8")


def test_words_are_found_in_code_tables_and_pages(house: Path) -> None:
    found = gather(house)
    assert set(found[catalogue(house)]) == {
        Word("{unit} signed"),
        Word("Close"),
        Word("{n} day", "{n} days"),
        Word("Open", None, "verb"),
        Word("Hello"),
        Word("Sign in"),
        Word("Dear %(name)s"),
    }
    assert set(found[catalogue(house, ".")]) == {Word("Red")}


def test_a_complete_catalogue_passes(house: Path) -> None:
    translated(house)
    assert defects(house) == []


def test_gathering_again_changes_nothing(house: Path) -> None:
    translated(house)
    before = catalogue(house).read_text(encoding="utf-8")
    mend(catalogue(house), gather(house)[catalogue(house)])
    assert catalogue(house).read_text(encoding="utf-8").strip() == before.strip()


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
