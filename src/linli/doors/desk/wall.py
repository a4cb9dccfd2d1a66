"""One matter of a meeting for the wall of the room: how it stands now, who holds it, what was done; nobody's name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from linli.colours.judge import Verdict
from linli.doors.desk.gate import Visit
from linli.doors.desk.phrases import left
from linli.matters import access
from linli.matters.commands import in_hand
from linli.matters.kind import kind_named
from linli.matters.lateness import is_late
from linli.matters.lines import Line, group_of, names_of, tell
from linli.matters.models import Event, Matter
from linli.matters.named import Names
from linli.matters.naming import namer
from linli.matters.reading import events_of, kept_by_desk
from linli.matters.state import HOLDER, UNIT, Instruction, State
from linli.matters.timeline import verdict
from linli.matters.words import Book, Said, words_of
from linli.policy.calendar import calendar
from linli.reports.rows import Row
from linli.reports.sections import Found

LEFT_OUT = "…"
STEPS = 3


@dataclass(frozen=True)
class Place:
    """A matter in the order of the meeting: its first row, and the words of every section it stands in."""

    row: Row
    section: str
    words: tuple[str, ...]


@dataclass(frozen=True)
class Task:
    """An open instruction: who is to do what by when."""

    who: str
    what: str
    due_at: datetime
    late: bool


@dataclass(frozen=True)
class Slide:
    """What the wall shows of a matter that the viewer sees."""

    title: str
    kind: str
    stage: str
    now: Verdict
    unit: str
    holder: str
    lasted: timedelta
    due_at: datetime | None
    left: str
    late: bool
    steps: tuple[Line, ...]
    tasks: tuple[Task, ...]


def places(found: Iterable[Found]) -> list[Place]:
    """Every matter once, in the order of the sections."""
    first: dict[int, tuple[Row, str]] = {}
    words: dict[int, list[str]] = {}
    for one in found:
        for row in one.rows:
            first.setdefault(row.matter, (row, one.section.name))
            if _(one.section.word) not in words.setdefault(row.matter, []):
                words[row.matter].append(_(one.section.word))
    return [Place(row, section, tuple(words[pk])) for pk, (row, section) in first.items()]


def slide(visit: Visit, row: Row) -> Slide | None:
    """The matter as it stands now; None where it is not the viewer's to see any more."""
    matter = access.visible(visit.who).filter(pk=row.matter).first()
    if matter is None:
        return None
    kind, state, events = kind_named(matter.kind), in_hand(matter).state, events_of(matter)
    book, names = without_names(matter, events), names_of(state, events)
    duty = state.holder(HOLDER) or state.holder(UNIT)
    steps = [event for event in events if group_of(event) == "steps"][-STEPS:]
    return Slide(
        title=book.at(state.title_seq, "title").text or _("(no title)"),
        kind=_(kind.word),
        stage=_(kind.stage_of(state).word),
        now=verdict(kind, state, at=visit.at),
        unit=names.places[matter.unit_id],
        holder=names.people[matter.holder_id] if matter.holder_id else "",
        lasted=(state.closed_at or visit.at) - (duty.from_at if duty else matter.opened_at),
        due_at=matter.due_at,
        left="" if matter.closed_at else left(matter.due_at, clock=matter.clock, now=visit.at, calendar=calendar()),
        late=is_late(matter.due_at, clock=matter.clock, at=visit.at),
        steps=tuple(reversed(tell(steps, kind=kind, book=book, names=names))),
        tasks=tuple(_task(one, state, book=book, names=names, at=visit.at) for one in state.open_instructions()),
    )


def _task(one: Instruction, state: State, *, book: Book, names: Names, at: datetime) -> Task:
    due_at, person = state.marks[one.due].at, names.people[one.user] if one.user else ""
    return Task(
        who=" ".join(part for part in (names.places[one.unit], person) if part),
        what=book.at(one.seq, "what").text or "—",
        due_at=due_at,
        late=due_at < at,
    )


def without_names(matter: Matter, events: Sequence[Event]) -> Book:
    """The words of a matter without those that are personal, not even masked, and without those that name a party."""
    kept, named = kept_by_desk(in_hand(matter).state), namer(matter)
    said = words_of(matter, withheld=kept)
    return Book(
        {
            (event.seq, name): Said(LEFT_OUT) if word.personal or named(word.text) else word
            for event in events
            for name, word in said.of(event.seq).items()
        }
    )
