"""Taking whole histories of matters into the ledger in sets, by the rules of the gate; what came in before is seen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from linli.matters.incoming import Row, Wrong
from linli.matters.kind import Kind
from linli.matters.taken import Taking
from linli.staff.posts import Held

Verdict = Literal["fresh", "already", "changed", "wrong"]


@dataclass(frozen=True)
class Weighed:
    """What a row would do: open a matter, nothing, add facts to one, or be refused; then why, and in which column."""

    place: int
    external: str
    verdict: Verdict
    wrong: Wrong | None = None


@dataclass(frozen=True)
class Progress:
    """How far a taking got with one more chunk, and the rows of that chunk that were refused."""

    taking: Taking
    wrong: tuple[Weighed, ...]


def weigh(kind: Kind, rows: Iterable[Row], *, source: str, by: Held, at: datetime) -> Iterator[Weighed]:
    """What each row would do; nothing is written. A number that comes twice in the rows is wrong the second time."""
    raise NotImplementedError


def begin_taking(
    kind: Kind, *, source: str, by: Held, at: datetime, digest: str, file: str = "", profile: str = ""
) -> Taking:
    """The taking of a file: a new one, or the one of the same content that was cut off."""
    raise NotImplementedError


def take_in(taking: Taking, rows: Iterable[Row], *, by: Held, at: datetime) -> Iterator[Progress]:
    """Write the rows, chunk after chunk, from the bookmark on: the caller always gives all rows of the file, in order.

    Each chunk is one transaction. What is wrong is passed over and told.
    """
    raise NotImplementedError
