"""What the rows of a list that is only weighed make of their matters, for later rows of the same numbers."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from linli.matters.incoming import EXTERNAL, Row
from linli.matters.mending import Mended, foreseen
from linli.matters.preparing import Fresh, Known, Mending, Preparer, signed
from linli.matters.timeline import Timeline

KEPT, OF_ONE, SIGNS = 10_000, 5, 8_000_000
"""Of how many numbers rows are kept in hand, how many of one, and how many signs all of them may have: a list may have
a million rows, and a row some pages."""
Right = Literal["fresh", "already", "changed"]


class Kept(NamedTuple):
    """A matter as far as earlier rows told it."""

    matter: int
    """Below 0 where one of the rows opens it: it is not here."""
    digests: str
    """What is known of it by now."""
    opening: Row | None = None
    """The row that opens it."""
    news: tuple[Mending, ...] = ()
    """The rows since that say something else, each of them right."""
    signs: int = 0


@dataclass
class Earlier:
    """Of each number the rows that were right so far; the oldest go, and of these only what the last said is known."""

    known: Preparer
    kept: dict[str, Kept] = field(default_factory=dict)
    last: dict[int, int] = field(default_factory=dict)
    """What the last row of each number said, both as one whole number; 0: what is here of it says so."""
    signs: int = 0

    def bears(self, number: str) -> bool:
        return hash(number) in self.last

    def again(self, one: Fresh) -> Right:
        """Whether a row that stands for a new matter is one, or what it is of the one that was let go."""
        said = self.last.get(hash(one.external))
        self.last[hash(one.external)] = hash(one.digests)
        if said:
            return "already" if said == hash(one.digests) else "changed"
        self._keep(one.external, Kept(-one.row.place, one.digests, one.row, signs=_signs(one.row)))
        return "fresh"

    def already(self, number: str) -> None:
        self.last.setdefault(hash(number), 0)

    def changed(self, one: Mending) -> None:
        number = one.told[EXTERNAL.name]
        before, is_first = self.kept.get(number), not self.last.get(hash(number))
        self.last[hash(number)] = hash(" ".join(signed(one.digests)))
        if before or is_first:
            self._keep(number, _told_on(before or Kept(one.matter, ""), one))

    def known_with(self, here: Known, numbers: Iterable[str]) -> Known:
        """What is known of the rows' numbers as if the rows above were written; `numbers`: those that they bear."""
        told = {number: found for number, found in here.items() if not self.last.get(hash(number))}
        return told | {number: (one.matter, one.digests) for number in numbers if (one := self.kept.get(number))}

    def foreseen(self, mendings: Sequence[Mending]) -> Mended:
        """What would come of them behind the rows above, each told on in its order by the rules of the taking in."""
        above = [kept for one in mendings if (kept := self.kept.get(one.told[EXTERNAL.name]))]
        opened = {kept.matter: self._opened(kept.opening) for kept in above if kept.opening}
        told = foreseen([*(one for kept in above for one in kept.news), *mendings], self.known, opened=opened)
        asked = {one.row.place for one in mendings}
        said = [one for one in told.said if one.row.place in asked]
        return Mended(told.lines, said, [(row, wrong) for row, wrong in told.wrong if row.place in asked])

    def _opened(self, row: Row) -> Timeline:
        return self.known.tell([row], known={}).fresh[0].line

    def _keep(self, number: str, kept: Kept) -> None:
        self._let_go(number)
        if len(kept.news) < OF_ONE:
            self.kept[number], self.signs = kept, self.signs + kept.signs
        while len(self.kept) > KEPT or self.signs > SIGNS:
            self._let_go(next(iter(self.kept)))

    def _let_go(self, number: str) -> None:
        if kept := self.kept.pop(number, None):
            self.signs -= kept.signs


def _told_on(kept: Kept, one: Mending) -> Kept:
    return kept._replace(digests=one.digests, news=(*kept.news, one), signs=kept.signs + _signs(one.row))


def _signs(row: Row) -> int:
    return sum([len(told) for told in row.told.values() if told.__class__ is str])
