"""Whatever lawful things happen to requests: replay, deadlines, one outcome, and nobody rates himself."""

from datetime import date, datetime
from itertools import pairwise
from unittest import mock

from hypothesis import given, settings
from hypothesis import strategies as st

from linli.ground.clock import local, parse_moment
from linli.ground.span import Limit, Span
from linli.kinds.request.choices.ending import OUTCOMES
from linli.kinds.request.kind import REQUEST
from linli.matters.state import Mark
from linli.matters.timeline import Timeline, fold
from tests.ground import plodder
from tests.kinds.request.any_history import CALENDARS, RESIDENT, told_at_random

ANY = settings(max_examples=40, deadline=None)
ANSWERS = frozenset({"CalledBack", "NotReached", "CallBackWaived"})
NEW_COURSE = frozenset({"RedoBegan", "RedoOrdered", "RedoAsked", "Reopened", "TakenUp"})
HANDLED = frozenset({"Signed", "Contacted", "Progressed", "Replied", "DelayExplained", "NoticeAnswered"})


@ANY
@given(seed=st.integers(0, 2**32))
def test_whatever_happens_the_laws_of_a_request_hold(seed: int) -> None:
    for line in told_at_random(seed).hand.lines.values():
        replays(line)
        deadlines_are_the_walkers(line)
        has_one_outcome_when_closed_and_none_before(line)
        nobody_who_handled_it_answers_for_the_resident(line)


def test_the_histories_go_everywhere() -> None:
    """A driver that only opens requests would prove nothing. The seeds are fixed, so that it is the same every time."""
    straight = {"Accepted", "Dispatched", "Signed", "Replied", "CalledBack", "Rated", "RedoBegan", "Closed"}
    left = straight | {"Merged", "Unmerged", "Split", "Suspended", "ReturnAsked", "Redated", "Turned"}
    for seed in range(200):
        left -= {entry.told.fact for line in told_at_random(seed).hand.lines.values() for entry in line.entries}
        if not left:
            break
    assert left == set()


def replays(line: Timeline) -> None:
    again = fold(REQUEST, number=line.number, events=[entry.told for entry in line.entries])
    assert again.state.written() == line.state.written()
    assert again.row() == line.row()


def deadlines_are_the_walkers(line: Timeline) -> None:
    for name, mark in line.state.marks.items():
        if mark.basis.get("term"):
            assert mark.at == walked(mark), (name, mark.basis)


def walked(mark: Mark) -> datetime:
    """The independent answer, under the calendar by which the mark was dated."""
    basis, calendar = mark.basis, CALENDARS[mark.basis["calendar"]]

    def works(day: date) -> bool:
        return day in calendar.makeups or (day.weekday() < 5 and day not in calendar.holidays)

    span = Span.parse(basis["span"])
    extra = Span.parse(basis["extra"]) if basis["extra"] else None
    assert extra is None or extra.unit == span.unit
    limit = Limit(
        span=Span(span.amount + (extra.amount if extra else 0), span.unit), starts=basis["starts"], rolls=basis["rolls"]
    )
    naive = [[local(parse_moment(text)).replace(tzinfo=None) for text in pause] for pause in basis["pauses"]]
    start = local(parse_moment(basis["start_at"])).replace(tzinfo=None)
    with mock.patch.object(plodder, "_works", works):
        found = plodder.plodded(start, limit=limit, pauses=[(begin, end) for begin, end in naive])
    return found.replace(tzinfo=local(mark.at).tzinfo)


def has_one_outcome_when_closed_and_none_before(line: Timeline) -> None:
    if line.state.closed_at:
        assert line.state.outcome in OUTCOMES
    elif line.state.stage != "parked":
        assert line.state.outcome == ""


def nobody_who_handled_it_answers_for_the_resident(line: Timeline) -> None:
    told = [entry.told for entry in line.entries]
    handled: set[int | None] = set()
    for before, now in pairwise(told):
        handled = handled | {before.user} if before.fact in HANDLED else handled
        handled = set() if before.fact in NEW_COURSE else handled
        if now.fact in ANSWERS:
            assert now.user not in handled
        if now.fact == "Rated":
            assert now.user == RESIDENT
