"""What a fact is: a frozen record in the past tense that owns its sentence, its effect and its private fields."""

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Annotated, Any, ClassVar, NamedTuple, Self, get_args, get_origin, get_type_hints

import msgspec

from linli.ground.chain import canonical, canonical_record
from linli.ground.text import msg
from linli.matters.state import Mark, State

Plain = Annotated[str, "plain"]
"""Codes and words from lists: hashed, shown to all who see the matter."""
Narrative = Annotated[str, "narrative"]
"""Free text: kept beside the event, erasable, shown to all who see the matter."""
Personal = Annotated[str, "personal"]
"""Names, numbers, addresses: encrypted, masked, opened with a logged purpose, erasable."""


class Stamp(NamedTuple):
    """Where in the timeline a fact stands, when it was said and by whom (None: the tick)."""

    seq: int
    at: datetime
    user: int | None = None


@dataclass(frozen=True)
class Fact:
    """The ancestor of every fact. `apply` is pure: no query, no clock, and it never sees words."""

    sentence: ClassVar[str]
    quiet: ClassVar[bool] = False
    """Quiet facts come from the clock, not from a person: they do not make an open form stale."""
    returns: ClassVar[bool] = False
    """This fact sends the matter back to who had it."""
    opened_with: ClassVar[str] = "reveal"
    """The act that a post needs to open the personal words of this fact."""
    masked: ClassVar[Mapping[str, str]] = {}
    """How each personal field is masked: name, phone or rest."""
    discreet: ClassVar[tuple[str, ...]] = ()
    """The plain fields that only the desk reads of a matter of which it keeps anything to itself."""
    searched: ClassVar[tuple[str, ...]] = ()
    """The narrative fields that say what the matter is about: their words are searched; the title always is."""

    def apply(self, state: State, stamp: Stamp) -> None:
        """Change the state. The default changes nothing."""

    def for_resident(self) -> str:
        """The msgid of what the resident reads who follows the matter: of its fields only what they may read."""
        return ""

    def erases(self) -> tuple[tuple[int, str], ...]:
        """The (seq, field) pairs whose words this fact wipes out."""
        return ()

    def payload(self) -> dict[str, Any]:
        """The plain fields: what is hashed."""
        told: dict[str, Any] = msgspec.to_builtins(self)
        for name in privacy_of(type(self)):
            del told[name]
        return told

    def is_discreet(self) -> bool:
        """Whether it says anything in a field that is the desk's alone once anything is."""
        return any(getattr(self, name) for name in self.discreet)

    def written(self) -> str:
        """The payload as the one text that is stored and hashed."""
        mine = self.__dict__
        return canonical_record({name: mine[name] for name in plain_of(type(self))})

    def words(self) -> dict[str, str]:
        """The private fields that say anything."""
        private = privacy_of(type(self))
        return {name: text for name in private if (text := getattr(self, name))} if private else {}

    def bare(self) -> Self:
        """The same fact without its words: the only form that `apply` may see."""
        private = privacy_of(type(self))
        if not private:
            return self
        bare = object.__new__(type(self))
        bare.__dict__.update(self.__dict__)
        bare.__dict__.update(dict.fromkeys(private, ""))
        return bare

    @classmethod
    def reread(cls, payload: Mapping[str, Any], *, words: Mapping[str, str] | None = None) -> Self:
        """The fact again from its payload; words only where the reader may have them."""
        private = dict.fromkeys(privacy_of(cls), "")
        return msgspec.convert({**payload, **private, **(words or {})}, cls)


def privacy_of(fact: type[Fact]) -> dict[str, str]:
    """The private text fields of a fact: field -> narrative | personal."""
    known = _PRIVACY.get(fact)
    if known is None:
        known = _PRIVACY[fact] = _read_privacy(fact)
    return known


def plain_of(fact: type[Fact]) -> tuple[str, ...]:
    """The fields of a fact that are hashed as they are."""
    known = _PLAIN.get(fact)
    if known is None:
        private = privacy_of(fact)
        known = _PLAIN[fact] = tuple(one.name for one in dataclasses.fields(fact) if one.name not in private)
    return known


def _read_privacy(fact: type[Fact]) -> dict[str, str]:
    hints = get_type_hints(fact, include_extras=True)
    marked = {field.name: _answer(hints[field.name]) for field in dataclasses.fields(fact)}
    return {name: answer for name, answer in marked.items() if answer in ("narrative", "personal")}


def text_without_answer(fact: type[Fact]) -> list[str]:
    """The text fields that do not say whether they are plain, narrative or personal (each one a defect)."""
    hints = get_type_hints(fact, include_extras=True)
    return [field.name for field in dataclasses.fields(fact) if _is_bare_text(hints[field.name])]


def _answer(hint: Any) -> str:
    return str(get_args(hint)[1]) if get_origin(hint) is Annotated else ""


def _is_bare_text(hint: Any) -> bool:
    if get_origin(hint) is Annotated:
        return False
    return hint is str or any(_is_bare_text(part) for part in get_args(hint))


_PRIVACY: dict[type[Fact], dict[str, str]] = {}
_PLAIN: dict[type[Fact], tuple[str, ...]] = {}


@dataclass(frozen=True)
class Dated:
    """A mark as a fact carries it: the command computed it, the fold only copies it."""

    name: Plain
    at: datetime
    provisional: bool
    basis: dict[Plain, Any]

    def set_on(self, state: State) -> None:
        state.marks[self.name] = Mark(at=self.at, provisional=self.provisional, basis=dict(self.basis))


@dataclass(frozen=True)
class Turned(Fact):
    """The colour changed, at the very moment it fell due or by what was just said."""

    sentence = msg("Turned {colour}: {because}")
    quiet = True
    was: Plain
    colour: Plain
    because: Plain

    def written(self) -> str:
        return _turn_written(self)

    def apply(self, state: State, stamp: Stamp) -> None:
        state.colour, state.because = self.colour, self.because


@lru_cache(maxsize=1024)
def turned(was: str, colour: str, because: str) -> Turned:
    """There are few, and half of all events are such; told by the plain name of the colour, as it is read again."""
    return Turned(was=was, colour=str(colour), because=because)


@lru_cache(maxsize=1024)
def _turn_written(fact: Turned) -> str:
    return canonical(fact.payload())


@dataclass(frozen=True)
class Redated(Fact):
    """A provisional mark was computed again when the holidays of its year were published."""

    sentence = msg("The date was computed again: the holidays of that year are published")
    quiet = True
    mark: Dated

    def apply(self, state: State, stamp: Stamp) -> None:
        self.mark.set_on(state)
