"""What stands around a matter: the matters it is tied to, the instructions still open on it, a call for it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from linli.colours.colour import Colour
from linli.doors.desk.gate import Visit
from linli.doors.desk.steps import Rights, yours_to_fulfil
from linli.ground.text import msg
from linli.matters import ties
from linli.matters.calling_up import CalledUp, dismiss_call
from linli.matters.converting import CAME_FROM, GOES_ON_AS
from linli.matters.marks import CALLED_UP
from linli.matters.models import Event, Matter
from linli.matters.named import Names
from linli.matters.state import State, Tie
from linli.matters.words import Book
from linli.reports.meeting import meetings

TIES = {CAME_FROM: msg("Came from"), GOES_ON_AS: msg("Goes on as"), "series": msg("In one series")}
MOST = 20


@dataclass(frozen=True)
class Related:
    """One tie: its word, its number, and the other matters that have it, as far as the viewer sees them."""

    word: str
    number: str
    matters: tuple[tuple[Matter, Colour], ...]
    more: bool


@dataclass(frozen=True)
class Task:
    """An open instruction as the matter's page shows it."""

    seq: int
    who: str
    what: str
    due_at: datetime
    late: bool
    meeting: str
    readable: bool
    """Whether that meeting is the viewer's to read."""
    mine: bool
    """Whether the viewer may say that it is done."""


@dataclass(frozen=True)
class Call:
    """A leader wants to hear of it in the next meeting."""

    at: datetime
    reason: str
    may_dismiss: bool


def related(visit: Visit, seen: Matter, state: State) -> list[Related]:
    """By each open tie: the one matter that has the number, or all that share it."""
    return [_related(visit, seen, tie) for tie in state.ties if tie.until_at is None]


def tasks(state: State, said: Book, rights: Rights, *, names: Names, at: datetime) -> list[Task]:
    """Soonest first."""
    mine, told_in = yours_to_fulfil(state, rights), {one.meeting for one in state.open_instructions() if one.meeting}
    readable = meetings(rights.visit.who).filter(number__in=told_in) if told_in else ()
    numbers = {meeting.number for meeting in readable}
    found = [
        Task(
            seq=one.seq,
            who=" ".join(part for part in (names.places[one.unit], names.people[one.user] if one.user else "") if part),
            what=said.at(one.seq, "what").text or _("(erased)"),
            due_at=state.marks[one.due].at,
            late=state.marks[one.due].at < at,
            meeting=one.meeting,
            readable=one.meeting in numbers,
            mine=one.seq in mine,
        )
        for one in state.open_instructions()
    ]
    return sorted(found, key=lambda task: task.due_at)


def _related(visit: Visit, seen: Matter, tie: Tie) -> Related:
    if tie.sort in (CAME_FROM, GOES_ON_AS):
        one = ties.numbered(visit.who, tie.number)
        mates = [one] if one else []
    else:
        mates = list(ties.sharing(visit.who, tie.sort, tie.number).exclude(pk=seen.pk)[: MOST + 1])
    told = tuple((mate, Colour(mate.colour)) for mate in mates[:MOST])
    return Related(_(TIES.get(tie.sort, tie.sort)), tie.number, told, more=len(mates) > MOST)


def call_of(state: State, events: Sequence[Event], said: Book, rights: Rights) -> Call | None:
    """The call that is still to be answered."""
    mark = state.marks.get(CALLED_UP)
    if mark is None or state.closed_at:
        return None
    seq = next((event.seq for event in reversed(events) if event.fact == CalledUp.__name__), 0)
    return Call(mark.at, said.at(seq, "reason").text, rights.may(dismiss_call.act))
