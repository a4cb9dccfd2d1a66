"""A meeting: its list while it is live, frozen when it is convened, held and closed; and who may read it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q, QuerySet
from django.http import Http404
from django.utils.translation import gettext as _

from linli.ground.text import tells_number, tidy
from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.command import Refused
from linli.matters.commands import NotAllowed
from linli.matters.everyday import GROUNDS
from linli.matters.turning import turn_due
from linli.place.models import Unit
from linli.policy.calendar import calendar
from linli.reports.keeping import digest_of, is_unaltered
from linli.reports.models import Meeting, Sort
from linli.reports.numbers import number_for
from linli.reports.question import Question
from linli.reports.rows import frozen, thawed
from linli.reports.sections import Found, as_frozen, ask_all
from linli.staff.models import User
from linli.staff.posts import Held

__all__ = ["as_it_was", "close", "convene", "find", "hold", "is_unaltered", "live", "meetings", "wipe_remarks"]

FIRST = {Sort.MORNING.value: timedelta(days=1), Sort.WEEKLY.value: timedelta(days=7)}
"""How far the first meeting of its sort looks back."""
REMARKS = 2000


def live(
    sort: str, *, who: Viewer, unit: Unit, at: datetime, kinds: Iterable[str] = (), since_at: datetime | None = None
) -> tuple[Found, ...]:
    """The list as it stands now. Raises Http404 when the unit is not theirs to see."""
    _refuse_unseen(who, unit)
    since_at = since_at or begins(sort, unit=unit, at=at)
    return ask_all(sort, _question(who, unit, tuple(kinds), since_at=since_at, at=at))


def begins(sort: str, *, unit: Unit, at: datetime) -> datetime:
    """From when the next list looks: the cut-off of the meeting before, else a day or a week back."""
    before = Meeting.objects.filter(unit=unit, sort=sort, cut_at__lt=at).order_by("-cut_at").first()
    return before.cut_at if before else at - FIRST[sort]


def convene(sort: str, *, who: Viewer, unit: Unit, at: datetime, kinds: Iterable[str] = ()) -> Meeting:
    """Cut off now: number the meeting and freeze its list. Raises Http404, NotAllowed, Refused."""
    by = _posted(who, unit)
    turn_due(at=at)
    with transaction.atomic():
        number = number_for(sort, unit=unit, at=at)
        _refuse_second(sort, unit)
        question = _question(who, unit, tuple(kinds), since_at=begins(sort, unit=unit, at=at), at=at)
        meeting = Meeting(
            number=number,
            sort=sort,
            unit=unit,
            kinds=",".join(question.kinds),
            since_at=question.since_at,
            cut_at=at,
            convened_by_id=by.post_id,
            frozen=_frozen(sort, number, question),
        )
        meeting.digest = digest_of(meeting)
        meeting.save(force_insert=True)
        return meeting


def convened_after(sort: str, *, who: Viewer, unit: Unit, at: datetime) -> Meeting | None:
    """The first meeting of its sort that was cut off after that moment: what a page sent twice has already brought."""
    return meetings(who).filter(unit=unit, sort=sort, cut_at__gt=at).order_by("cut_at").first()


def as_it_was(meeting: Meeting) -> tuple[Found, ...]:
    """The list exactly as it was frozen."""
    return as_frozen(meeting.sort, thawed(meeting.frozen))


@transaction.atomic
def hold(meeting: Meeting, *, who: Viewer, present: Iterable[User], remarks: str, at: datetime) -> Meeting:
    """Write down who was there and what was remarked, as often as needed until it is closed."""
    row = _still_open(meeting, who)
    if len(remarks) > REMARKS:
        raise Refused(
            _("The remarks have {count} characters; at most {most} fit here.").format(count=len(remarks), most=REMARKS)
        )
    if tells_number(remarks):
        sentence = _("The remarks hold a telephone or identity number. Take it out: it belongs in the matter alone.")
        raise Refused(sentence)
    row.remarks, row.held_at = tidy(remarks), row.held_at or at
    row.save(update_fields=["remarks", "held_at"])
    row.present.set(present)
    return row


@transaction.atomic
def close(meeting: Meeting, *, who: Viewer, at: datetime) -> Meeting:
    """Nothing about it is written any more, and the next one may be convened."""
    row = _still_open(meeting, who)
    row.held_at, row.closed_at = row.held_at or at, at
    row.save(update_fields=["held_at", "closed_at"])
    return row


@transaction.atomic
def wipe_remarks(meeting: Meeting, *, who: Viewer, ground: str, at: datetime) -> Meeting:
    """Take the remarks out for good, also after it was closed; when, from which post and why stays."""
    row = Meeting.objects.select_for_update(of=("self",)).select_related("unit").get(pk=meeting.pk)
    by = _posted(who, row.unit, act="erase")
    if ground not in GROUNDS:
        raise Refused(_("Choose from the list why the remarks are erased."))
    if not row.remarks:
        raise Refused(_("There are no remarks here to erase."))
    row.remarks, row.wiped_at, row.wiped_by_id, row.wiped_for = "", at, by.post_id, ground
    row.save(update_fields=["remarks", "wiped_at", "wiped_by", "wiped_for"])
    return row


def find(who: Viewer, number: str) -> Meeting:
    """The meeting of that number. Raises Http404 alike when it is missing and when it is not theirs to read."""
    meeting = meetings(who).filter(number=number).first()
    if meeting is None:
        raise Http404(number)
    return meeting


def meetings(who: Viewer) -> QuerySet[Meeting]:
    """The meetings of every unit whose matters the viewer sees, newest first."""
    reach = Q(pk=None)
    for post in who.posts_for("see"):
        reach |= Q(**{f"unit__unit_{post.level}": post.unit_id})
    return Meeting.objects.filter(reach).select_related("unit")


def _question(who: Viewer, unit: Unit, kinds: tuple[str, ...], *, since_at: datetime, at: datetime) -> Question:
    return Question(who=who, unit=unit, kinds=kinds, since_at=since_at, at=at, calendar=calendar())


def _frozen(sort: str, number: str, question: Question) -> str:
    sections = {found.section.name: found.rows for found in ask_all(sort, question)}
    return frozen(sections, number=number, since_at=question.since_at, cut_at=question.at)


def _refuse_unseen(who: Viewer, unit: Unit) -> None:
    if access.posting_at(who, "see", unit) is None:
        raise Http404(unit.code)


def _posted(who: Viewer, unit: Unit, *, act: str = "convene") -> Held:
    _refuse_unseen(who, unit)
    by = access.posting_at(who, act, unit)
    if by is None:
        raise NotAllowed(act)
    return by


def _refuse_second(sort: str, unit: Unit) -> None:
    """One open meeting of a sort at a time: the series is locked, so nobody else is convening one now."""
    if other := Meeting.objects.filter(unit=unit, sort=sort, closed_at=None).first():
        raise Refused(_("{number} is not closed yet. Close it first, then convene the next.").format(number=other))


def _still_open(meeting: Meeting, who: Viewer) -> Meeting:
    """The row, locked, if the viewer may write in it and it is not closed."""
    row = Meeting.objects.select_for_update(of=("self",)).select_related("unit").get(pk=meeting.pk)
    _posted(who, row.unit)
    if row.closed_at:
        raise Refused(_("{number} is closed; nothing is added to it any more.").format(number=row))
    return row
