"""Telling a matter's past again, step by step, by the pure rules of the gate: nothing is asked, nothing is written."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.matters.command import NOT_IN_THIS_STAGE, Command, Decision, Refused, Scene
from linli.matters.facts import Fact
from linli.matters.fitting import FUTURE
from linli.matters.incoming import Step, Told, Wrong
from linli.matters.kind import Kind
from linli.matters.models import Matter
from linli.matters.naming import keep_people_out
from linli.matters.timeline import Timeline, begin
from linli.policy.book import Book
from linli.staff.posts import Held

REFUSED = "{refusal}"
FURTHER_ON = msg(
    "The matter of this number has come to “{stage}” already, and a list changes this in it no more. Where it has to "
    "be put right, open the matter on the desk and see what can be done there; otherwise leave the row out."
)
ALONE = msg("This would change another matter too. Do that step by hand.")


@dataclass(frozen=True)
class Teller:
    """Who tells the rows of one file, when, by which policy; `request` names the taking in each of its events."""

    by: Held
    at: datetime
    book: Book
    request: str = ""

    def opened(self, kind: Kind, told: Told) -> Timeline:
        """A new matter as its row tells it, caught up to now, still without a number. Raises Wrong."""
        assert kind.incoming
        line = begin(kind, number="")
        self.tell(line, kind.incoming.tell({**told, "taken_at": self.at}))
        return line

    def mended(self, line: Timeline, told: Told, changed: frozenset[str], *, of: Matter | None) -> Timeline:
        """A matter that came in before, with what its row says otherwise now; `of`: its row, where it is written.

        Raises Wrong.
        """
        assert line.kind.incoming
        self.tell(
            line, _each_in_its_day(line.kind.incoming.mend({**told, "taken_at": self.at}, changed, line.state)), of=of
        )
        return line

    def tell(self, line: Timeline, steps: Iterable[Step], *, of: Matter | None = None) -> None:
        for step in steps:
            if step.at > self.at:
                raise Wrong(step.column, FUTURE)
            line.catch_up(step.at)
            try:
                facts = self._decided(step, line)
                keep_people_out(facts, before=[entry.fact for entry in line.entries], of=of)
            except Refused as refused:
                raise Wrong(step.column, REFUSED, refusal=str(refused)) from refused
            for fact in facts:
                line.say(fact, by=self.by, at=step.at, request=self.request)
        line.catch_up(self.at)

    def _decided(self, step: Step, line: Timeline) -> tuple[Fact, ...]:
        scene = Scene(state=line.state, told=step.told, by=self.by, at=step.at, book=self.book, number=line.number)
        if not isinstance(step.decide, Command):
            return _facts(step.decide(scene))
        if refusal := line.kind.refusal(step.decide, line.state, user=self.by.user_id):
            raise Refused(_said(refusal, line))
        return _facts(step.decide.decided(scene))


def _each_in_its_day(steps: Iterable[Step]) -> Iterator[Step]:
    """No step later than those behind it: a timeline never goes back, so what a list puts right, on no day that it
    tells, would take the course that it goes on with along to the day of the list, past every limit."""
    told, latest = list(steps), datetime.max.replace(tzinfo=UTC)
    for place in reversed(range(len(told))):
        latest = min(latest, told[place].at)
        told[place] = told[place]._replace(at=latest)
    yield from told


def _said(refusal: str, line: Timeline) -> str:
    """Whoever hands a list over has no page to reload: they are told where the matter of the row stands."""
    if refusal != NOT_IN_THIS_STAGE:
        return _(refusal)
    return _(FURTHER_ON).format(stage=_(line.kind.stage_of(line.state).word))


def _facts(decided: Any) -> tuple[Fact, ...]:
    if isinstance(decided, Fact):
        return (decided,)
    if not isinstance(decided, Decision):
        return tuple(decided)
    if decided.opening or decided.beside:
        raise Refused(_(ALONE))
    return decided.facts
