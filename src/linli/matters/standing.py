"""What stands beside the narrow row for lists and rights: the duties, marks, ties and papers of a state."""

from collections.abc import Sequence
from datetime import datetime

from linli.matters.marks import sort_of
from linli.matters.models import Duty, Mark, PaperCode, Tie
from linli.matters.timeline import Timeline


def duty_rows(line: Timeline, *, written: Sequence[datetime | None] = ()) -> list[Duty]:
    """The duties of a state as rows; those left out that are `written` with the same end already."""
    return [
        Duty(
            matter_id=line.matter_id,
            place=place,
            role=duty.role,
            unit_id=duty.unit,
            user_id=duty.user,
            from_at=duty.from_at,
            until_at=duty.until_at,
        )
        for place, duty in enumerate(line.state.duties)
        if place >= len(written) or duty.until_at != written[place]
    ]


def mark_rows(line: Timeline) -> list[Mark]:
    """The marks of a state as rows."""
    return [
        Mark(matter_id=line.matter_id, name=name, sort=sort_of(name), at=mark.at, provisional=mark.provisional)
        for name, mark in line.state.marks.items()
    ]


def tie_rows(line: Timeline) -> list[Tie]:
    """The ties of a state as rows."""
    return [
        Tie(
            matter_id=line.matter_id,
            place=place,
            sort=tie.sort,
            number=tie.number,
            from_at=tie.from_at,
            until_at=tie.until_at,
        )
        for place, tie in enumerate(line.state.ties)
    ]


def paper_rows(line: Timeline, *, after: int = 0) -> list[PaperCode]:
    """The codes of the papers for people outside, those issued after a place in line."""
    return [
        PaperCode(matter_id=line.matter_id, place=place, digest=paper.check)
        for place, paper in enumerate(line.state.papers)
        if paper.seq > after and (form := line.kind.paper(paper.form)) and form.public
    ]
