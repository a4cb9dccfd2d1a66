"""The office's own codes as words of a list are held against them: which of them mean nothing, and what they might."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from linli.matters.fitting import Lists, lists, plain
from linli.matters.kind import Kind
from linli.place.grid import grid_under, stamp

SHORTEST = 2


@dataclass(frozen=True)
class Codes:
    """The lists of a kind, by code and by name in each language."""

    lists: Lists

    def unknown(self, told: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Of what a row says every column of codes with the word that stands for nothing."""
        for column in self.lists.columns:
            word = told.get(column.name) if column.reads == "code" else None
            if word and plain(str(word)) not in self.lists.codes[column.of]:
                yield column.name, str(word)

    def near(self, name: str, word: str) -> str:
        """The only name of the list that holds the word or stands in it; nothing where none or many do."""
        column = next((column for column in self.lists.columns if column.name == name), None)
        sought = plain(word)
        if column is None or len(sought) < SHORTEST:
            return ""
        held: dict[str, str] = {}
        for known, code in self.lists.codes[column.of].items():
            if len(known) >= SHORTEST and (known in sought or sought in known):
                held.setdefault(str(code), known)
        if len(held) != 1:
            return ""
        code, known = held.popitem()
        return code if isinstance(self.lists.codes[column.of].get(plain(code)), str) else known


def codes_of(kind: Kind) -> Codes:
    """As they are now; asks the database."""
    return Codes(lists(kind, ground=grid_under(stamp())))
