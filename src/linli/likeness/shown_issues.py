"""An issue as it is printed: names for codes, days for moments, and the matters behind it; nobody's name."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from linli.ground.clock import day_of
from linli.likeness.clustering import folded
from linli.likeness.issues import Issue
from linli.place.models import Cell
from linli.policy.calendar import calendar
from linli.policy.models import Category

SENTENCE = 6
"""Characters from which a stretch reads like a sentence: a word stands for itself."""


@dataclass(frozen=True)
class Shown:
    """One issue with the names of its place and category."""

    issue: Issue
    place: str
    category: str
    first: str
    last: str

    @property
    def heading(self) -> tuple[str, ...]:
        """Its words; behind what reads like a sentence and goes on in each telling, that it does."""
        texts = [folded(one.text) for one in self.issue.tellings]
        return tuple(f"{words}…" if _goes_on(words, texts) else words for words in self.issue.words)

    @property
    def data(self) -> Mapping[str, Any]:
        """For programs."""
        one = self.issue
        return {
            "place": self.place,
            "category": one.category,
            "category_word": self.category,
            "words": list(one.words),
            "reporters": one.reporters,
            "reporters_before": one.before,
            "joined_in": one.votes,
            "returns": one.returns,
            "open": one.open,
            "first": self.first,
            "last": self.last,
            "matters": list(one.numbers),
        }


def shown(found: Iterable[Issue], *, kind: str) -> Iterator[Shown]:
    """In the order they come; two questions for all names."""
    listed, zone = list(found), calendar().zone
    cells = Cell.objects.select_related("unit").in_bulk([one.cell for one in listed])
    names = {
        row.code: row.label for row in Category.objects.filter(kind=kind, code__in={one.category for one in listed})
    }
    for one in listed:
        first, last = (f"{day_of(at, zone=zone)}" for at in (one.first_at, one.last_at))
        yield Shown(one, cells[one.cell].unit.label, names.get(one.category, one.category), first, last)


def _goes_on(words: str, texts: Sequence[str]) -> bool:
    behind = [text[at : at + 1] for text in texts for at in (text.find(words) + len(words),) if words in text]
    return len(words) >= SENTENCE and all(map(str.isalnum, behind))
