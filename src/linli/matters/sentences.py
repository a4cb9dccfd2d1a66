"""The sentence of a fact as people read it: codes as words, ids as names, moments as days and hours."""

import dataclasses
import re
from collections.abc import Collection, Mapping
from datetime import date, datetime
from string import Formatter
from typing import Any, Protocol

from django.utils.translation import gettext as _

from linli.matters.facts import Dated, Fact, Turned, privacy_of
from linli.matters.kind import Kind
from linli.matters.shown import day, money, when
from linli.matters.words import Said

ADDED = re.compile(r"(?<![:：]) \{(\w+)\}$")
LATER = re.compile(r"[；;]\s*\{(\w+)\}(?=\s*(?:[；;。.]|$)| \{)")
FIRST = re.compile(r"(?<=[：:])(\s*)\{(\w+)\}[；;]\s*(?=\S)")
"""Values that stand alone between the stops of a sentence, and the first of several."""


class Named(Protocol):
    """The names behind the ids that facts hold."""

    @property
    def people(self) -> Mapping[int, str]: ...

    @property
    def places(self) -> Mapping[int, str]: ...


def sentence(fact: Fact, said: Mapping[str, Said], *, kind: Kind, names: Named) -> str:
    """The fact's own sentence, each value as people read it."""
    return filled(fact.because if isinstance(fact, Turned) else fact.sentence, fact, said, kind=kind, names=names)


def filled(text: str, fact: Fact, said: Mapping[str, Said], *, kind: Kind, names: Named) -> str:
    """A msgid that names fields of the fact, each value as people read it."""
    values = _Values({field.name: _shown(fact, field.name, kind=kind, names=names) for field in _fields(fact)})
    untold = {name for name, value in values.items() if not value}
    values.update({name: spoken(word) for name, word in said.items()})
    return _without_untold(_without_unsaid_end(_(text), fact, said), untold).format_map(values)


def unmentioned(fact: Fact, said: Mapping[str, Said]) -> tuple[str, ...]:
    """The words that the sentence does not carry itself."""
    named = {name for _text, name, _spec, _conversion in Formatter().parse(fact.sentence) if name}
    left_out = [(name, said[name]) for name in privacy_of(type(fact)) if name in said and name not in named]
    plain = [spoken(word) for _name, word in left_out if not word.personal]
    personal = [spoken(word) for _name, word in left_out if word.personal]
    return (*plain, " · ".join(personal)) if personal else tuple(plain)


def spoken(word: Said) -> str:
    if word.withheld:
        return _("(kept by the desk)")
    return _("(erased)") if word.erased else word.text


class _Values(dict[str, str]):
    """A sentence must be shown even when a newer version of it names a field that an old event does not have."""

    def __missing__(self, name: str) -> str:
        return "—"


def _without_unsaid_end(text: str, fact: Fact, said: Mapping[str, Said]) -> str:
    """What may be added at the end of a sentence leaves nothing behind when it was not told."""
    end = ADDED.search(text)
    return text[: end.start()] if end and end[1] in privacy_of(type(fact)) and end[1] not in said else text


def _without_untold(text: str, untold: Collection[str]) -> str:
    """An empty value takes its stop along, so that no sentence ends in one, and none says two in a row."""
    if not untold:
        return text
    while (shorter := FIRST.sub(lambda found: found[1] if found[2] in untold else found[0], text)) != text:
        text = shorter
    return LATER.sub(lambda found: "" if found[1] in untold else found[0], text)


def _fields(fact: Fact) -> list["dataclasses.Field[Any]"]:
    return [field for field in dataclasses.fields(fact) if field.name not in privacy_of(type(fact))]


def _shown(fact: Fact, name: str, *, kind: Kind, names: Named) -> str:
    return _as_read(getattr(fact, name), name, kind=kind, names=names)


def _as_read(value: Any, name: str, *, kind: Kind, names: Named) -> str:
    if value is None or value == ():
        return "—"
    if isinstance(value, tuple | list):
        return _(", ").join(_as_read(one, name, kind=kind, names=names) for one in value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, Dated):
        return when(value.at)
    if isinstance(value, datetime):
        return when(value)
    if isinstance(value, date):
        return day(value)
    return _code_or_number(value, name, kind=kind, names=names)


def _code_or_number(value: Any, name: str, *, kind: Kind, names: Named) -> str:
    if isinstance(value, int):
        if name.endswith("_fen"):
            return money(value)
        if name.removesuffix("s").endswith("user"):
            return names.people[value]
        if name.removesuffix("s").endswith("unit"):
            return names.places[value]
        return str(value)
    listing = next((one for one in (name, name.removesuffix("s")) if one in kind.choices), "")
    return _(kind.label(listing, value)) if listing and value else str(value)
