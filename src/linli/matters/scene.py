"""What a command looks at when it decides: the state, what was told, who says it, when, and the office's policy."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from linli.ground.due import Pause
from linli.ground.span import Span
from linli.matters.facts import Dated
from linli.matters.state import State
from linli.policy.book import Book, NoTerm
from linli.staff.posts import Held


class Refused(Exception):
    """A lawful no: the sentence (already translated) says why and what to do next."""


class Scene(NamedTuple):
    """All a command may look at: the state, what was told, who says it, when, and the office's policy."""

    state: State
    told: Mapping[str, Any]
    by: Held
    at: datetime
    book: Book
    number: str
    reserve: Callable[[str], str] = lambda kind: ""
    """Draws the number of a matter of that kind, to be opened in the same transaction."""
    draw: Callable[[str], str] = lambda series: ""
    """Draws the next number of another series of the office."""
    void: Callable[[str, str], object] = lambda number, reason: None
    """Says why a number that was drawn is not used: it stays in its series."""
    seen: Callable[[str], State | None] = lambda number: None
    """The state of another matter; None alike when there is none and when it is not theirs to see."""
    sharing: Callable[[str, str], tuple[str, ...]] = lambda sort, number: ()
    """The numbers of the matters they may see that have this tie open."""
    others: Callable[[], tuple[Held, ...]] = tuple
    """Their other posts that may say this here too, own ones before those stood in for."""

    @property
    def posts(self) -> tuple[Held, ...]:
        """Every post they may say this from, the one they come with first."""
        return (self.by, *(post for post in self.others() if post != self.by))

    def date(
        self,
        name: str,
        term: str,
        *,
        start_at: datetime | None = None,
        category: str = "",
        pauses: Iterable[Pause] = (),
        extra: Span | None = None,
    ) -> Dated:
        """Compute a mark from the term in force. Raises Refused when the office has none: the words say what to do."""
        try:
            deadline = self.book.deadline(
                term,
                start_at or self.at,
                kind=self.state.kind,
                category=category or self.state.category,
                pauses=tuple(pauses),
                extra=extra,
            )
        except NoTerm as missing:
            raise Refused(str(missing)) from missing
        return Dated(name=name, at=deadline.at, provisional=deadline.provisional, basis=deadline.basis)
