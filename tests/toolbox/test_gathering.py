"""Words are found in code, tables and pages, and gathering again changes nothing."""

from pathlib import Path

from linli.toolbox.gathering import Word, gather
from linli.toolbox.words import mend
from tests.toolbox.conftest import catalogue, translated


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


def test_gathering_again_changes_nothing(house: Path) -> None:
    translated(house)
    before = catalogue(house).read_text(encoding="utf-8")
    mend(catalogue(house), gather(house)[catalogue(house)])
    assert catalogue(house).read_text(encoding="utf-8").strip() == before.strip()
