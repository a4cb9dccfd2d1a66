"""Rows of the state with the words of their entries beside them."""

from collections.abc import Iterable
from dataclasses import dataclass

from linli.kinds.request.course import Row
from linli.matters.words import Book, Said


@dataclass(frozen=True)
class RowShown:
    """One row of the state with the words of its entry, and of the later entry that decided on it."""

    row: Row
    said: dict[str, Said]
    decided: dict[str, Said]


def shown(row: Row | None, words: Book, *, decided: str = "") -> RowShown | None:
    """`decided` names the key that holds the place of the later entry."""
    if row is None:
        return None
    later = row.get(decided) if decided else None
    return RowShown(row, words.of(row["seq"]), words.of(later) if later else {})


def rows_shown(rows: Iterable[Row], words: Book, *, decided: str = "") -> tuple[RowShown, ...]:
    """Rows in the order given."""
    return tuple(one for row in rows if (one := shown(row, words, decided=decided)))


def newest_first(rows: list[Row], words: Book, *, decided: str = "") -> tuple[RowShown, ...]:
    return rows_shown(reversed(rows), words, decided=decided)


def newest(seqs: list[int], name: str, words: Book) -> Said:
    """The word as it was told last; a correction that left it empty changes nothing."""
    told = [words.at(seq, name) for seq in reversed(seqs)]
    return next((said for said in told if said.text or said.erased or said.withheld), Said(""))
