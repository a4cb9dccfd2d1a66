"""Words are found in code, tables and pages, and gathering again changes nothing."""

import ast
from collections.abc import Iterator
from pathlib import Path

from linli.toolbox.gathering import HOUSE, KEYWORDS, Word, catalogue_of, gather, spoken_files
from linli.toolbox.words import mend
from tests.toolbox.conftest import catalogue, translated

SAID_FIRST = {name for name in KEYWORDS if not name.startswith("pgettext")}


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


def test_no_word_is_said_where_the_gatherer_does_not_look() -> None:
    kept = {file: {word.text for word in words} for file, words in gather().items()}
    for file in spoken_files(HOUSE):
        if file.suffix == ".py":
            assert said_in(file) <= kept.get(catalogue_of(file), set()), file


def said_in(file: Path) -> set[str]:
    """Also what stands within an f-string, which the gatherer passes over."""
    return set(_said(ast.parse(file.read_text(encoding="utf-8"))))


def _said(tree: ast.AST) -> Iterator[str]:
    for call in ast.walk(tree):
        match call:
            case ast.Call(func=ast.Name(id=name), args=[ast.Constant(value=str(word)), *_]) if name in SAID_FIRST:
                yield word
