"""Which meeting an instruction belongs to: open at that moment, about that matter, of somebody it is the meeting of."""

from linli.matters.command import Scene
from linli.matters.instructing import MEETING
from linli.matters.state import UNIT
from linli.place.models import Unit
from linli.place.tree import path_of, within
from linli.reports.models import Meeting


def covers(number: str, scene: Scene) -> bool:
    """Whether this is the meeting, open now, of a unit that the matter is below and that the speaker's post reaches."""
    meeting = Meeting.objects.select_related("unit").filter(number=number, cut_at__lte=scene.at).first()
    if MEETING.fullmatch(number) is None or meeting is None:
        return False
    still_open = meeting.closed_at is None or scene.at <= meeting.closed_at
    asked = not meeting.of_kinds or scene.state.kind in meeting.of_kinds
    return still_open and asked and scene.by.unit_id in convenors(meeting) and _below(meeting, scene)


def convenors(meeting: Meeting) -> frozenset[int]:
    """The units whose people the meeting is open to: its own, and those it belongs to."""
    return frozenset(pk for pk in path_of(meeting.unit) if pk)


def _below(meeting: Meeting, scene: Scene) -> bool:
    duty = scene.state.holder(UNIT)
    return duty is not None and within(path_of(Unit.objects.get(pk=duty.unit)), meeting.unit)
