"""The rows that a timeline gives: the narrow one, its events, and what stands beside it for lists and rights.

Each as plain values in the order of its names, so that a set of a thousand matters needs no object for each of them;
`put` makes of a moment what the database takes.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from linli.matters.marks import sort_of
from linli.matters.models import Duty, Mark, PaperCode, Tie
from linli.matters.timeline import Timeline, Told

EVENT = ("matter_id", "seq", "fact", "payload", "digests", "at", "user_id", "post_id", "behalf_id", "request", "hash")
DUTY = ("matter_id", "place", "role", "unit_id", "user_id", "from_at", "until_at")
MARK = ("matter_id", "name", "sort", "at", "provisional")
TIE = ("matter_id", "place", "sort", "number", "from_at", "until_at")
PAPER = ("matter_id", "place", "digest")
Values = tuple[Any, ...]
Put = Callable[[datetime | None], Any]


def as_it_is(at: datetime | None) -> datetime | None:
    return at


def columns(timeline: Timeline, paths: Mapping[int, Mapping[str, Any]]) -> dict[str, Any]:
    """The narrow row, all but its title."""
    row = timeline.row()
    return {**row, **paths[row["unit_id"]], "judged_under": timeline.judged_under}


def title_of(timeline: Timeline, title: str) -> str:
    """The title as the newest entry left it: given anew, wiped, or as it was."""
    for entry in timeline.entries:
        if entry.told.seq == timeline.state.title_seq:
            title = entry.words.get("title", "")
        if (erased := entry.fact.erases()) and (timeline.state.title_seq, "title") in erased:
            title = ""
    return title


def event_values(one: Told, matter_id: int, *, put: Put = as_it_is) -> Values:
    """An event as it is told."""
    seq, fact, payload, digests, at, user, behalf, post, request, digest = one
    return (matter_id, seq, fact, payload, digests, put(at), user, post, behalf, request, digest)


def duty_values(line: Timeline, *, written: Sequence[datetime | None] = (), put: Put = as_it_is) -> list[Values]:
    """The duties of a state; those left out that are `written` with the same end already."""
    return [
        (line.matter_id, place, duty.role, duty.unit, duty.user, put(duty.from_at), put(duty.until_at))
        for place, duty in enumerate(line.state.duties)
        if place >= len(written) or duty.until_at != written[place]
    ]


def mark_values(line: Timeline, *, put: Put = as_it_is) -> list[Values]:
    """The marks of a state."""
    marks = line.state.marks.items()
    return [(line.matter_id, name, sort_of(name), put(mark.at), mark.provisional) for name, mark in marks]


def tie_values(line: Timeline, *, put: Put = as_it_is) -> list[Values]:
    """The ties of a state."""
    ties = enumerate(line.state.ties)
    return [(line.matter_id, place, tie.sort, tie.number, put(tie.from_at), put(tie.until_at)) for place, tie in ties]


def paper_values(line: Timeline, *, after: int = 0) -> list[Values]:
    """The codes of the papers for people outside, those issued after a place in line."""
    return [
        (line.matter_id, place, paper.check)
        for place, paper in enumerate(line.state.papers)
        if paper.seq > after and (form := line.kind.paper(paper.form)) and form.public
    ]


def duty_rows(line: Timeline) -> list[Duty]:
    return [Duty(**dict(zip(DUTY, one, strict=True))) for one in duty_values(line)]


def mark_rows(line: Timeline) -> list[Mark]:
    return [Mark(**dict(zip(MARK, one, strict=True))) for one in mark_values(line)]


def tie_rows(line: Timeline) -> list[Tie]:
    return [Tie(**dict(zip(TIE, one, strict=True))) for one in tie_values(line)]


def paper_rows(line: Timeline) -> list[PaperCode]:
    return [PaperCode(**dict(zip(PAPER, one, strict=True))) for one in paper_values(line)]
