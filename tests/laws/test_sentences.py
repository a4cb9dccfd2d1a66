"""What the facts of every kind say reads well in both languages, whichever of their values were not told."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, fields
from itertools import chain, combinations
from string import Formatter
from typing import get_type_hints

import pytest
from django.utils.translation import override

from linli.matters.facts import Fact, Plain, privacy_of
from linli.matters.kind import Kind, kinds
from linli.matters.sentences import filled
from linli.matters.words import Said
from tests.for_residents import residents_read

AT_ONCE = 3
ANSWERS = frozenset({"solved", "satisfaction"})
"""Of these a record from outside may tell one alone, or none, although whoever says it here is asked for both."""
STRAY = re.compile(r"[：:；;，,·]\s*[；;，,·。]|[：:]\s*\.|^\s*[：:；;，,·。.]|[；;，,·]\s*$")
"""Two stops in a row, a stop before anything was said, and one after which nothing is."""


@dataclass(frozen=True)
class Nobody:
    """No number stands for anybody here."""

    people: Mapping[int, str] = field(default_factory=dict)
    places: Mapping[int, str] = field(default_factory=dict)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("kind", [pytest.param(kind, id=kind.name) for kind in kinds()])
def test_a_value_that_was_not_told_leaves_no_stop_behind(kind: Kind, language: str) -> None:
    tried = 0
    with override(language):
        for fact, text, empty in sentences(kind):
            words = {name: Said("话") for name in privacy_of(fact)}
            read = filled(text, made(fact, kind, empty), words, kind=kind, names=Nobody())
            assert not STRAY.search(read), (fact.__name__, empty, read)
            tried += 1
    assert tried > len(kind.facts)


def sentences(kind: Kind) -> Iterator[tuple[type[Fact], str, tuple[str, ...]]]:
    """Every fact with each of its texts, for colleagues and for residents, and with what was not told in it."""
    for fact in kind.facts:
        hints = get_type_hints(fact, include_extras=True)
        for text in filter(None, {fact.sentence, *residents_read(fact)}):
            named = {name for _text, name, _spec, _how in Formatter().parse(text) if name}
            values = sorted(name for name in named if hints[name] == Plain and may_be_empty(fact, name))
            for empty in chain.from_iterable(combinations(values, count) for count in range(AT_ONCE + 1)):
                yield fact, text, empty


def made(fact: type[Fact], kind: Kind, empty: Collection[str]) -> Fact:
    """The fact with a word in every value but those."""
    told = object.__new__(fact)
    told.__dict__.update({one.name: "" if one.name in empty else word(one.name, kind) for one in fields(fact)})
    return told


def word(name: str, kind: Kind) -> str:
    return next(iter(kind.choices.get(name, ())), "值")


def may_be_empty(fact: type[Fact], name: str) -> bool:
    usual = {one.name: one.default for one in fields(fact)}
    return usual[name] == "" or (name in ANSWERS and usual.keys() >= ANSWERS)
