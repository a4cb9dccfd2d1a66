"""What the file of a whole matter is made of: documents in their lawful order, why each is needed, what is missing."""

from collections.abc import Callable, Mapping
from dataclasses import KW_ONLY, dataclass, field, replace
from typing import Any

from linli.matters.papers import WHOLE, Source, Written, nothing
from linli.matters.state import State
from linli.paper.letter import Letter


@dataclass(frozen=True)
class Reason:
    """A sentence about a document: a msgid, and what is put into it."""

    because: str
    told: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Sheet:
    """One paper of a document, written when it is wanted; `about` is the event that it is about."""

    write: Written
    about: int = WHOLE
    form: str = ""
    """The `PaperForm` by which the same is issued by itself, with a proof on it that it is genuine."""

    def written(self, source: Source) -> Letter:
        return self.write(replace(source, about=self.about))


@dataclass(frozen=True)
class Part:
    """One document in its place. `must`: the rule asks for it in every file; otherwise `needed` says why, or it is not.

    `files` are the events of the attachments that belong here; `missing` says what is still to be done.
    """

    place: int
    word: str
    _: KW_ONLY
    must: bool = False
    needed: Reason | None = None
    sheets: tuple[Sheet, ...] = ()
    files: tuple[int, ...] = ()
    missing: tuple[Reason, ...] = ()

    @property
    def there(self) -> bool:
        return bool(self.sheets or self.files)


@dataclass(frozen=True)
class DossierForm:
    """How a kind puts its file together; all of it pure."""

    parts: Callable[[Source], tuple[Part, ...]]
    cover: Written
    contents: Callable[[Source, tuple[Part, ...]], Letter]
    back: Written
    opens: Callable[[State], frozenset[int]] = nothing
    """The events whose personal words it prints: in full for who may open them, masked for others."""


def missing(parts: tuple[Part, ...]) -> tuple[tuple[Part, Reason], ...]:
    """Everything that is still missing, in the order of the file."""
    return tuple((part, reason) for part in parts for reason in part.missing)
