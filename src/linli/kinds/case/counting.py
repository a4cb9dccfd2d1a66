"""What of a case counts, told from its timeline; solved is it whose last approved result says so."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from linli.kinds.case.facts.filing import Filed
from linli.kinds.case.facts.results import ResultApproved
from linli.kinds.case.facts.series import SeriesJoined
from linli.kinds.case.indicators import ALL_MEASURES, INDICATORS, KIND
from linli.matters.counts import CATEGORY, MARK, Count, Counting, Happened, Stood
from linli.matters.everyday_counts import everyday, overdue
from linli.matters.state import State

STEPS = {
    "assess": frozenset({"Assessed", "Progressed"}),
    "stale": frozenset({"Assessed", "Progressed"}),
    "limit": frozenset({"ResultApproved"}),
    "decision": frozenset({"ExtensionApproved", "ExtensionRefused", "ResultApproved", "SentBack", "Suspended"}),
}
ONE_FOR_EACH: Mapping[str, str] = {
    "FilingDeclined": "not_filed",
    "ExtensionAsked": "extension_asked",
    "ExtensionApproved": "extension_approved",
    "SentBack": "sent_back",
    "Suspended": "suspended",
    "Converted": "converted",
}


def tell(happened: Sequence[Happened], state: State) -> Iterator[Count]:
    """Every count says of which class the case is and how it came in."""
    always = {"sort": state.data.get("case_class", ""), "origin": state.data.get("source", "")}
    told = [replace(one, measure=f"{KIND}.{one.measure}") for part in PARTS for one in part(happened, state)]
    for count in (*everyday(KIND, happened, steps=STEPS), *told):
        yield replace(count, facets={**always, **count.facets})


def _plain(happened: Sequence[Happened], state: State) -> Iterator[Count]:
    assessed = next((one for one in happened if one.says == "Assessed"), None)
    series = next((one for one in happened if isinstance(one.fact, SeriesJoined)), None)
    for name, first in (("assessed", assessed), ("in_series", series)):
        if first:
            yield Count(name, first.at, first.seq)
    for one in happened:
        if one.says in ONE_FOR_EACH:
            yield Count(ONE_FOR_EACH[one.says], one.at, one.seq)
    if loss := state.data.get("loss_fen"):
        yield Count("loss", happened[0].at, happened[0].seq, value=loss)


def _filed(happened: Sequence[Happened], state: State) -> Iterator[Count]:
    administrative = state.data.get("case_class") == "administrative"
    for one in happened:
        if isinstance(one.fact, Filed):
            came = "administrative" if administrative else "solved" if state.outcome == "solved" else "unsolved"
            yield Count(f"filed_{came}", one.at, one.seq, on=one.fact.filed_on)


def _results(happened: Sequence[Happened], state: State) -> Iterator[Count]:
    """Only a result after which it was not opened again."""
    approved = [one for one in happened if isinstance(one.fact, ResultApproved)]
    for one in approved[-1:] if state.stage == "closed" else ():
        assert isinstance(one.fact, ResultApproved)
        if one.fact.result == "solved":
            yield Count("solved", one.at, one.seq, on=one.fact.solved_on)
        if one.fact.result == "handled":
            yield Count("concluded", one.at, one.seq)
        if "limit" in one.before.marks:
            yield Count("limited_in_time" if one.in_time("limit") else "limited_late", one.at, one.seq)


def _beyond_limit(happened: Sequence[Happened], _state: State) -> Iterator[Count]:
    yield from overdue(happened, "beyond_limit", of=_limit)


def _limit(stood: Stood) -> datetime | None:
    """A limit does not run out while the clock stands still."""
    return stood.marks.get("limit") if stood.clock == "running" else None


Part = Callable[[Sequence[Happened], State], Iterator[Count]]
PARTS: tuple[Part, ...] = (_plain, _filed, _results, _beyond_limit)

COUNTING = Counting(
    measures=ALL_MEASURES,
    facets={"category": CATEGORY, "sort": "case_class", "origin": "source", "result": "outcome", "step": MARK},
    indicators=INDICATORS,
    tell=tell,
)
