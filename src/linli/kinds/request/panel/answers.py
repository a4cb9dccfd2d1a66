"""The cards of what was answered, and of what the resident said to it."""

from dataclasses import dataclass

from linli.kinds.request.course import Row
from linli.matters.state import State
from linli.matters.words import Book, Said


@dataclass(frozen=True)
class CycleShown:
    """One reply, the resident's answer to it (None: not heard yet), and why nobody was asked where that is so."""

    row: Row
    said: dict[str, Said]
    answer: Row | None
    answered: dict[str, Said]
    tries: int
    waived: Row | None
    waiving: dict[str, Said]


def cycles_shown(state: State, words: Book) -> tuple[CycleShown, ...]:
    """The newest first."""
    return tuple(_cycle(row, words) for row in reversed(state.data["cycles"]))


def _cycle(row: Row, words: Book) -> CycleShown:
    answer, waived = row["answer"], row["waived"] or None
    return CycleShown(
        row=row,
        said=words.of(row["seq"]),
        answer=answer,
        answered=words.of(answer["seq"]) if answer else {},
        tries=len(row["tries"]),
        waived=waived,
        waiving=words.of(waived["seq"]) if waived else {},
    )
