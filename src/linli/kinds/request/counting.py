"""What of a request counts: told from its timeline, the parts of a merged order once."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from linli.kinds.request import joined, whistles
from linli.kinds.request.facts.calling_back import CalledBack
from linli.kinds.request.facts.confirming import Rated, RedoBegan
from linli.kinds.request.facts.handling import Replied
from linli.kinds.request.facts.merging import Merged, Unmerged
from linli.kinds.request.facts.supervision import Supervised
from linli.kinds.request.facts.whistle import WhistleBlown, WhistleRated, WhistleStep
from linli.kinds.request.indicators import ALL_MEASURES, INDICATORS, KIND
from linli.matters.counts import CATEGORY, MARK, Count, Counting, Happened
from linli.matters.everyday_counts import everyday, step
from linli.matters.state import State

TO_THE_UNIT = frozenset({"Dispatched", "DispatchedThere", "ReDispatched", "Designated"})
STEPS = {
    "accept": frozenset({"Accepted", "NotAccepted", "AnsweredNow"}),
    "dispatch": TO_THE_UNIT,
    "sign": frozenset({"Signed"}),
    "contact": frozenset({"Contacted"}),
    "reply": frozenset({"Replied", "RepliedThere", "AnsweredAlong"}),
    "redo": frozenset({"Replied"}),
    "ruling": frozenset({"ReDispatched", "Designated", "ReturnUpheld"}),
    "decision": frozenset({"ExtensionGranted", "ExtensionRefused"}),
    "urge": frozenset({"DelayExplained", "NoticeAnswered"}),
    "supervision": frozenset({"NoticeAnswered"}),
}
OF_THE_DESK = frozenset({"accept", "dispatch", "ruling", "decision"})
ONE_FOR_EACH: Mapping[str, str] = {
    "Accepted": "accepted",
    "NotAccepted": "not_accepted",
    "AnsweredNow": "answered_now",
    "ExtensionAsked": "extension_asked",
    "ExtensionGranted": "extension_granted",
    "Urged": "urged",
}
IN_TIME, LATE = "in_time", "late"
AFTER_AN_ANSWER = frozenset({"Closed", "ClosedUnconfirmed", "PartClosed"})


def tell(happened: Sequence[Happened], state: State) -> Iterator[Count]:
    """Every count says of which sort the request is and how it came in."""
    always = {"sort": state.data.get("sort", ""), "origin": state.data.get("channel", "")}
    told = [replace(one, measure=f"{KIND}.{one.measure}") for part in PARTS for one in part(happened, state)]
    known = everyday(KIND, happened, steps=STEPS, desk=OF_THE_DESK, opened=_opened(happened, state))
    for count in (*known, *told):
        yield replace(count, facets={**always, **count.facets})


def _opened(happened: Sequence[Happened], state: State) -> str:
    """Of requests that go with another one the order is counted there, and here only that it was asked for."""
    if joined.part_of(state):
        return "part"
    return "repeat" if _merged(happened) else "order"


def _repeats(happened: Sequence[Happened], _state: State) -> Iterator[Count]:
    if merged := _merged(happened):
        yield Count("merged", merged.at, merged.seq)


def _merged(happened: Sequence[Happened]) -> Happened | None:
    """The event by which it went with another one for good, or still goes with it."""
    moves = [one for one in happened if isinstance(one.fact, Merged | Unmerged)]
    return moves[-1] if moves and isinstance(moves[-1].fact, Merged) else None


def _steps(happened: Sequence[Happened], _state: State) -> Iterator[Count]:
    for one in happened:
        if one.says in ONE_FOR_EACH:
            yield Count(ONE_FOR_EACH[one.says], one.at, one.seq)
        if one.says == "Signed":
            yield Count("signed", one.at, one.seq, unit=one.after.unit)
        if isinstance(one.fact, Supervised):
            yield Count(f"{one.fact.level}_notice", one.at, one.seq, unit=one.before.unit)
        if isinstance(one.fact, RedoBegan):
            yield Count("redo", one.at, one.seq, unit=one.fact.unit)


def _dispatches(happened: Sequence[Happened], _state: State) -> Iterator[Count]:
    """Each with what came of it by now: given back by the unit it went to, or not, until it was sent elsewhere."""
    sent = [place for place, one in enumerate(happened) if one.says in TO_THE_UNIT]
    for place, after in pairwise((*sent, len(happened))):
        one = happened[place]
        back = any(each.fact.returns for each in happened[place + 1 : after])
        yield Count(f"dispatched_{'returned' if back else 'kept'}", one.at, one.seq, unit=one.after.unit)


def _replies(happened: Sequence[Happened], _state: State) -> Iterator[Count]:
    for one in happened:
        if isinstance(one.fact, Replied):
            result = {"result": one.fact.result}
            yield Count(f"replied_{_when(one)}", one.at, one.seq, unit=one.fact.unit, facets=result)


def _when(reply: Happened) -> str:
    return IN_TIME if reply.in_time("redo" if reply.before.stage == "redo" else "reply") else LATE


def _endings(happened: Sequence[Happened], _state: State) -> Iterator[Count]:
    """Closed after an answer: in time when every answer was; once when it took no return or redo and stayed closed."""
    for place, one in enumerate(happened):
        replies = [each for each in happened[:place] if isinstance(each.fact, Replied)]
        if one.says not in AFTER_AN_ANSWER or one.before.shut or not replies:
            continue
        back = any(each.fact.returns for each in happened[:place])
        opened_again = any(each.before.shut and not each.after.shut for each in happened[place:])
        again = len(replies) > 1 or back or opened_again
        in_time = all(_when(each) == IN_TIME for each in replies)
        name = f"{'again' if again else 'once'}_{IN_TIME if in_time else LATE}"
        yield Count(name, one.at, one.seq, facets={"result": one.after.outcome})


def _answers(happened: Sequence[Happened], _state: State) -> Iterator[Count]:
    """What residents answered, of the unit that had replied."""
    for place, one in enumerate(happened):
        if not isinstance(one.fact, CalledBack | Rated):
            continue
        unit = next((each.fact.unit for each in reversed(happened[:place]) if isinstance(each.fact, Replied)), None)
        names = [one.fact.satisfaction] if one.fact.satisfaction else []
        names += [f"solved_{one.fact.solved}"] if one.fact.solved else []
        if isinstance(one.fact, CalledBack):
            names += ["contacted" if one.fact.contacted == "yes" else "uncontacted"]
            yield from step("callback", one, unit=happened[0].after.unit)
        for name in names:
            yield Count(name, one.at, one.seq, unit=unit)


def _whistles(happened: Sequence[Happened], _state: State) -> Iterator[Count]:
    """By the day of the call, of the department called: what it did in time, and how that was judged."""
    calls = {one.seq: (one, one.fact.unit) for one in happened if isinstance(one.fact, WhistleBlown)}
    for call, unit in calls.values():
        yield Count("whistle", call.at, call.seq, unit=unit)
    for one in happened:
        if isinstance(one.fact, WhistleStep) and not one.fact.late_minutes:
            call, unit = calls[one.fact.whistle]
            yield Count(f"whistle_{_step(one)}", call.at, one.seq, unit=unit)
        if isinstance(one.fact, WhistleRated):
            call, unit = calls[one.fact.whistle]
            yield Count(f"whistle_{one.fact.satisfaction}", call.at, one.seq, unit=unit)


def _step(one: Happened) -> str:
    """Which of its three steps a department took."""
    names = {f"Whistle{word.capitalize()}": word for word in whistles.STEPS.values()} | {"Arrived": "arrived"}
    return next(word for name, word in names.items() if one.says.startswith(name))


Part = Callable[[Sequence[Happened], State], Iterator[Count]]
PARTS: tuple[Part, ...] = (_repeats, _steps, _dispatches, _replies, _endings, _answers, _whistles)

COUNTING = Counting(
    measures=ALL_MEASURES,
    facets={"category": CATEGORY, "sort": "sort", "origin": "channel", "result": "outcome", "step": MARK},
    indicators=INDICATORS,
    tell=tell,
)
