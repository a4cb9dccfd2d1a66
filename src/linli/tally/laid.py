"""How far the sheets are laid: whoever asks takes what is, and whoever writes leaves the rest to be summed later."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Self

from linli.tally.layout import plan
from linli.tally.models import Bookmark


@dataclass(frozen=True)
class Laid:
    """The sheets of every measure before this one, and of this one up to a day; of all measures where none is named."""

    measure: str | None = None
    day: date = date.min

    @classmethod
    def by(cls, mark: Bookmark | None) -> Self:
        """Nothing, while those that are there are of another plan."""
        if mark is None or mark.sheets != plan():
            return cls("")
        return cls(mark.laying or None, mark.laid_to or date.min)

    def reaches(self, before: "Laid") -> bool:
        """Whether all that was laid before is so still: sheets are added to, and now and then all laid anew."""
        if self.measure is None or before.measure is None:
            return self.measure is None
        return (self.measure, self.day) >= (before.measure, before.day)

    def has_all_of(self, measures: Iterable[str]) -> bool:
        return self.measure is None or all(name < self.measure for name in measures)

    def has(self, measure: str, day: date) -> bool:
        """Whether what counts on that day stands on the sheets already."""
        return self.measure is None or (measure, day) <= (self.measure, self.day)


def laid_now() -> Laid:
    return Laid.by(Bookmark.objects.first())
