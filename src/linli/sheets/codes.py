"""The office's own codes as words of a list are held against them: which of them mean nothing, and what they might."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from linli.ground.text import msg, tidy
from linli.matters.fitting import AMBIGUOUS, SEVERAL, Lists, lists, plain
from linli.matters.incoming import Wrong, together
from linli.matters.kind import Kind
from linli.matters.spots import code_in
from linli.place.grid import grid_under, stamp

SHORTEST = 2
NOT_OURS = msg(
    "“{value}” is no code or name of “{column}” here, so the word stands for nothing yet. Type a part of the name and "
    "choose a suggestion."
)


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

    def also_wrong(self, wrong: Wrong, told: Mapping[str, Any]) -> Wrong:
        """What cannot be read of a row, and beside it what does not fit of all that it says otherwise."""
        unread = {one.column for one in wrong.all}
        return together([*wrong.all, *(one for one in self.lists.fitted(told)[1] if one.column not in unread)])

    def meant(self, name: str, typed: str) -> str:
        """The code or name by which a word is answered, typed or chosen from suggestions. Raises Wrong."""
        column = next(column for column in self.lists.columns if column.name == name)
        known, said = self.lists.codes[column.of], tidy(typed)
        found = next((one for one in (said, code_in(said)) if plain(one) in known), None)
        if found is None:
            raise Wrong(name, NOT_OURS, value=said, column=_(column.word))
        if known[plain(found)] is SEVERAL:
            raise Wrong(name, AMBIGUOUS, value=found)
        return found

    def near(self, name: str, word: str) -> tuple[str, str]:
        """Code and name of the only one whose name holds the word or stands in it; blank for none or many."""
        column = next((column for column in self.lists.columns if column.name == name), None)
        sought, held = plain(word), dict[str, str]()
        for known, code in self.lists.codes[column.of].items() if column and len(sought) >= SHORTEST else ():
            if len(known) >= SHORTEST and (known in sought or sought in known):
                held.setdefault(str(code), known)
        return held.popitem() if len(held) == 1 else ("", "")


def codes_of(kind: Kind) -> Codes:
    """As they are now; asks the database."""
    return Codes(lists(kind, ground=grid_under(stamp())))
