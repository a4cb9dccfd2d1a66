"""What of a dispute counts, told from its timeline; settled is it whose last word is an agreement."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from linli.kinds.dispute import course
from linli.kinds.dispute.facts.agreement import Agreed
from linli.kinds.dispute.facts.confirmation import ConfirmationAnswered, ConfirmationApplied
from linli.kinds.dispute.facts.performance import Performed
from linli.kinds.dispute.facts.sessions import SessionHeld
from linli.kinds.dispute.facts.visits import Visited
from linli.kinds.dispute.indicators import ALL_MEASURES, ASKED, INDICATORS, KIND
from linli.matters.counts import CATEGORY, MARK, Count, Counting, Happened
from linli.matters.everyday_counts import everyday
from linli.matters.state import State

ENDS = frozenset({"Agreed", "Terminated", "Reopened"})
STEPS = {
    "acceptance": frozenset({"Accepted", "Declined"}),
    "limit": frozenset({"Agreed", "Terminated"}),
    "look_again": frozenset({"DangerFound", "DangerCleared"}),
    "performance": frozenset({"Performed"}),
    "visit": frozenset({"Visited"}),
}
ONE_FOR_EACH: Mapping[str, str] = {
    "Declined": "declined",
    "Defaulted": "defaulted",
    "Terminated": "terminated",
    "Converted": "converted",
}
ONCE: Mapping[str, str] = {"DangerFound": "danger", "TakenOverUrgently": "danger", "Joined": "joint"}


def tell(happened: Sequence[Happened], state: State) -> Iterator[Count]:
    """Every count says of which class the dispute is, where it came from, and what came of it."""
    data, settled = state.data, settlement(happened)
    always = {
        "sort": data.get("dispute_class", ""),
        "origin": data.get("origin", ""),
        "result": _result(state, settled),
    }
    told = [replace(one, measure=f"{KIND}.{one.measure}") for part in PARTS for one in part(happened, state)]
    for count in (*everyday(KIND, happened, steps=STEPS, opened=f"found_{_now(settled)}"), *told):
        yield replace(count, facets={**always, **count.facets})


def settlement(happened: Sequence[Happened]) -> Happened | None:
    """The agreement that stands: nothing was ended or opened again after it."""
    ends = [one for one in happened if one.says in ENDS]
    return ends[-1] if ends and ends[-1].says == "Agreed" else None


def _now(settled: Happened | None) -> str:
    return "settled" if settled else "unsettled"


def _result(state: State, settled: Happened | None) -> str:
    """Settled from the agreement on, not only when the file is closed."""
    if state.outcome:
        return state.outcome
    if settled:
        return "settled"
    return "terminated" if state.stage == "terminated" else ""


def _plain(happened: Sequence[Happened], _state: State) -> Iterator[Count]:
    seen: set[str] = set()
    for one in happened:
        if one.says in ONE_FOR_EACH:
            yield Count(ONE_FOR_EACH[one.says], one.at, one.seq)
        if (name := ONCE.get(one.says)) and name not in seen:
            seen.add(name)
            yield Count(name, one.at, one.seq)


def _dated(happened: Sequence[Happened], _state: State) -> Iterator[Count]:
    """By the day on which it happened, which may lie before the one on which it was entered."""
    for one in happened:
        if isinstance(one.fact, SessionHeld):
            yield Count("session", one.fact.held_at, one.seq)
        if isinstance(one.fact, ConfirmationApplied):
            yield Count("confirmation_asked", one.at, one.seq, on=one.fact.applied_on)
        if isinstance(one.fact, ConfirmationAnswered) and one.fact.confirmation_result == "confirmed":
            yield Count("confirmed", one.at, one.seq, on=one.fact.decided_on)


def _taken_on(happened: Sequence[Happened], state: State) -> Iterator[Count]:
    """How many it concerns is counted where it was taken on, once."""
    taken = [one for one in happened if one.says == "Accepted"]
    for one in taken:
        yield Count(f"accepted_{_now(settlement(happened))}", one.at, one.seq)
    for one in taken[:1]:
        parties = [row for row in course.parties(state) if row["role"] == "party"]
        yield Count("parties", one.at, one.seq, value=len(parties))
        if households := state.data.get("households"):
            yield Count("households", one.at, one.seq, value=households)


def _settled(happened: Sequence[Happened], _state: State) -> Iterator[Count]:
    one = settlement(happened)
    if one is None or not isinstance(one.fact, Agreed):
        return
    names = ["settled_in_time" if one.in_time("limit") else "settled_late", one.fact.agreement_form]
    names += ["settled_visited"] if any(each.says == "Visited" and each.seq > one.seq for each in happened) else []
    names += ["prevented"] if any(ONCE.get(each.says) == "danger" and each.seq < one.seq for each in happened) else []
    for name in names:
        yield Count(name, one.at, one.seq, value=one.fact.amount_fen, on=one.fact.effective_on)


def _performed(happened: Sequence[Happened], _state: State) -> Iterator[Count]:
    """Each instalment with its amount, by the day on which it was performed."""
    amounts: dict[int, int] = {}
    for one in happened:
        if isinstance(one.fact, Agreed):
            amounts = {part.number: part.amount_fen for part in one.fact.instalments}
        if isinstance(one.fact, Performed):
            value, on = amounts.get(one.fact.number, 0), one.fact.performed_on
            yield Count("performed", one.at, one.seq, value=value, on=on)
        if one.after.stage == "performed" != one.before.stage:
            yield Count("kept", one.at, one.seq)


def _visits(happened: Sequence[Happened], _state: State) -> Iterator[Count]:
    for one in happened:
        if isinstance(one.fact, Visited):
            said = [one.fact.satisfaction] if one.fact.satisfaction in ASKED else []
            for name in ("visited", *said):
                yield Count(name, one.at, one.seq, on=one.fact.visited_on)


Part = Callable[[Sequence[Happened], State], Iterator[Count]]
PARTS: tuple[Part, ...] = (_plain, _dated, _taken_on, _settled, _performed, _visits)

COUNTING = Counting(
    measures=ALL_MEASURES,
    facets={"category": CATEGORY, "sort": "dispute_class", "origin": "origin", "result": "outcome", "step": MARK},
    indicators=INDICATORS,
    tell=tell,
    pairs=((CATEGORY, "origin"), (CATEGORY, "result"), ("colour", "sort"), ("origin", "result")),
)
