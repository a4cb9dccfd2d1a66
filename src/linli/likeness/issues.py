"""Hot issues and lingering ones: causes that many told of, and such as came back soon after they were closed. Pure."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from math import log2
from typing import NamedTuple

from linli.likeness.clustering import Cause, Telling, causes, words

LEAST, BACK = 3, timedelta(days=30)
"""So many reporters make an issue hot; within this time after a closing the same cause is back."""


class Issue(NamedTuple):
    """One cause at one place: its words, how many told of it, how often it came back, and its matters in time."""

    cell: int
    category: str
    words: tuple[str, ...]
    reporters: int
    before: int
    """How many told it before those days: shown where it came back, counted apart."""
    votes: int
    returns: int
    open: int
    first_at: datetime
    last_at: datetime
    tellings: tuple[Telling, ...]

    @property
    def weight(self) -> float:
        """Reporters count whole; a hundred who only joined in count less than seven who told it."""
        return self.reporters + log2(1 + self.votes)

    @property
    def numbers(self) -> tuple[str, ...]:
        return tuple(one.number for one in self.tellings)


class Issues(NamedTuple):
    """The hot ones and the lingering ones, the weightiest first; one may be both."""

    hot: tuple[Issue, ...]
    lingering: tuple[Issue, ...]


def issues(
    tellings: Sequence[Telling], *, since: datetime, least: int = LEAST, back: timedelta = BACK, most: int = 200
) -> Issues:
    """Of what was told since then; older tellings are only there to be come back to."""
    found = [_Sized(cause, _returns(cause.tellings, since=since, back=back), since) for cause in causes(tellings)]
    hot = sorted((one for one in found if one.reporters >= least), key=_weightiest)[:most]
    lingering = sorted((one for one in found if one.returns), key=_most_often)[:most]
    return Issues(tuple(map(_issue, hot)), tuple(map(_issue, lingering)))


class _Sized:
    """A cause with its figures, before anybody asks for its words."""

    def __init__(self, cause: Cause, returns: int, since: datetime) -> None:
        self.cause, self.returns = cause, returns
        self.told = [one for one in cause.tellings if one.opened_at >= since]
        self.reporters = sum(one.reporters for one in self.told)
        self.votes = sum(one.votes for one in self.told)


def _returns(tellings: Iterable[Telling], *, since: datetime, back: timedelta) -> int:
    """How many were told within that time after another of the same cause had been closed; they come in time."""
    count, closed = 0, list[datetime]()
    for one in tellings:
        ended = [at for at in closed if at <= one.opened_at]
        count += one.opened_at >= since and bool(ended) and one.opened_at - max(ended) <= back
        if one.closed_at:
            closed.append(one.closed_at)
    return count


def _issue(one: _Sized) -> Issue:
    shown = one.cause.tellings if one.returns else one.told
    return Issue(
        cell=shown[0].cell,
        category=one.cause.category,
        words=words(one.cause),
        reporters=one.reporters,
        before=sum(telling.reporters for telling in shown) - one.reporters,
        votes=one.votes,
        returns=one.returns,
        open=sum(telling.closed_at is None for telling in shown),
        first_at=shown[0].opened_at,
        last_at=shown[-1].opened_at,
        tellings=tuple(shown),
    )


def _weightiest(one: _Sized) -> tuple[float, int, int]:
    return -(one.reporters + log2(1 + one.votes)), -one.returns, one.cause.tellings[0].matter


def _most_often(one: _Sized) -> tuple[int, int, int]:
    return -one.returns, -one.reporters, one.cause.tellings[0].matter
