"""Lists that leave the house: asked for, where they are long agreed to by somebody else, and taken once."""

from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Count, Q, QuerySet, Sum
from django.http import Http404
from django.utils.translation import gettext as _

from linli.doors.desk.models import Export
from linli.ground.clock import day_of, moment
from linli.ground.text import msg
from linli.ground.workdays import DAY
from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.asking import Listing
from linli.matters.command import Refused
from linli.matters.composed import KEPT, MOMENTS, Composed, numbers
from linli.matters.models import Matter
from linli.matters.queries import every
from linli.place.tree import path_of
from linli.policy.calendar import calendar
from linli.policy.centre import the_centre
from linli.policy.models import Series
from linli.policy.numbering import next_number
from linli.staff.acts import roles_for
from linli.staff.models import Post, in_force
from linli.staff.posts import Held, covering

AT_ONCE = 5_000
LASTS = timedelta(days=7)
"""How long a list waits for a decision, and then for being taken."""
MOST = {"xlsx": 50_000, "csv": 1_000_000, "jsonl": 1_000_000}
"""Rows of one file: a workbook is written whole while somebody waits, the others leave line by line."""
SERIES, PATTERN = "export", "DC-{year}-{number:04d}"
WAITING, READY, REFUSED, TAKEN, LAPSED = "waiting", "ready", "refused", "taken", "lapsed"
EMPTY = msg("There is nothing in this list that the post you chose may export.")
TOO_MANY = msg(
    "These are more than {most} rows, more than go into one file of this sort. Narrow the list, for example by days, "
    "or take it as lines of text."
)
NOBODY = msg("Nobody but you could agree to it: no other post at {unit} or above may. Ask the administrator.")
WHAT_FOR = msg("Somebody else has to agree to it by now: say what it is needed for.")
NOT_OWN = msg("Somebody else decides on what you asked for yourself.")
NOT_WAITING = msg("{number} is not waiting for a decision any more.")
NOT_READY = msg("{number} cannot be taken: {state}.")
NOT_YOUR_LIST = msg("Only who asked for the list takes it, and only while their post may export.")
STATES = {
    WAITING: msg("waiting for a decision"),
    READY: msg("ready to be taken"),
    REFUSED: msg("refused"),
    TAKEN: msg("taken"),
    LAPSED: msg("lapsed"),
}


@dataclass(frozen=True)
class Measure:
    """How much would leave the house, beside what the same person took alone earlier on the same day."""

    rows: int
    before: int
    limit: int

    @property
    def alone(self) -> bool:
        """Whether nobody else has to agree."""
        return self.before + self.rows <= self.limit


def posts_to_export(who: Viewer) -> tuple[Held, ...]:
    """The widest first, one's own before those stood in for."""
    return tuple(sorted(who.posts_for("export"), key=lambda post: (post.for_user_id is not None, post.level)))


def rows_for(listing: Listing, who: Viewer, *, by: Held, at: datetime) -> QuerySet[Matter]:
    """Of what the listing shows, in its order, what lies below the unit of this post."""
    return every(listing, who, at=at, calendar=calendar()).filter(within(who, by))


def ids_for(listing: Listing, who: Viewer, *, by: Held, at: datetime, most: int) -> Iterator[int]:
    return rows_for(listing, who, by=by, at=at).values_list("pk", flat=True)[:most].iterator(chunk_size=AT_ONCE)


def within(who: Viewer, by: Held) -> Q:
    return access.where_may(replace(who, posts=(by,)), "export")


def measured(rows: int, who: Viewer, *, at: datetime) -> Measure:
    """The pieces of a long list count together: what was taken alone on this day, by whatever post."""
    zone = calendar().zone
    morning = moment(day_of(at, zone=zone), zone=zone)
    today = Export.objects.filter(user=who.user, alone=True, at__gte=morning, at__lt=morning + DAY)
    before = today.aggregate(rows=Sum("rows"))["rows"] or 0
    return Measure(rows, before, the_centre().exports_alone)


@transaction.atomic
def ask(listing: Listing, who: Viewer, *, by: Held, at: datetime, form: str, asked: str, purpose: str) -> Export:
    """Number it and write it down before a single row leaves; the rows are chosen now. Raises Refused.

    The series is locked first: of two that are asked for at once, the second is measured together with the first.
    """
    number, post = _next(at=at), Post.objects.select_related("unit").get(pk=by.post_id)
    chosen = array("q", ids_for(listing, who, by=by, at=at, most=MOST[form] + 1))
    alone = measured(len(chosen), who, at=at).alone
    if len(chosen) > MOST[form]:
        raise Refused(_(TOO_MANY).format(most=f"{MOST[form]:,}"))
    refuse(len(chosen), post, who, alone=alone, purpose=purpose, at=at)
    return Export.objects.create(
        number=number,
        user=who.user,
        post=post,
        unit=post.unit,
        at=at,
        form=form,
        asked=asked,
        rows=len(chosen),
        chosen=chosen.tobytes(),
        alone=alone,
        purpose=purpose,
    )


def refuse(rows: int, post: Post, who: Viewer, *, alone: bool, purpose: str, at: datetime) -> None:
    """Raises Refused with the sentence that says why such a list cannot leave."""
    if not rows:
        raise Refused(_(EMPTY))
    if not alone and not purpose:
        raise Refused(_(WHAT_FOR))
    if not alone and not deciders(post, but=who.user.pk, at=at):
        raise Refused(_(NOBODY).format(unit=post.unit.label))


def deciders(post: Post, *, but: int, at: datetime) -> list[Post]:
    """The posts at this unit or above it that may agree, of anybody but this user."""
    on = day_of(at, zone=calendar().zone)
    there = Q(role__in=roles_for("approve"), unit__in=[pk for pk in path_of(post.unit) if pk])
    posts = Post.objects.filter(in_force(on), there, user__is_active=True).exclude(user=but)
    return list(posts.select_related("user", "unit").order_by("-unit__level", "pk"))


def exports(who: Viewer) -> QuerySet[Export]:
    """One's own, and those of the units that one audits or decides for; newest first."""
    reach = Q(user=who.user)
    for post in (*who.posts_for("audit"), *who.posts_for("approve")):
        reach |= Q(**{f"unit__unit_{post.level}": post.unit_id})
    rows = Export.objects.filter(reach).defer("chosen")
    return rows.select_related("user", "post", "unit", "decided_by")


def waiting_for(who: Viewer, *, at: datetime) -> QuerySet[Export]:
    """Those that this viewer may decide on now."""
    reach = Q(pk=None)
    for post in who.posts_for("approve"):
        reach |= Q(**{f"unit__unit_{post.level}": post.unit_id})
    still = Q(alone=False, granted=None, at__gt=at - LASTS)
    return exports(who).filter(reach, still).exclude(user=who.user)


def count_waiting(who: Viewer, *, at: datetime) -> int:
    """How many these are; every page that somebody comes in by says it."""
    return sum(_asking_waiting(who.kept).one(at - LASTS)) if who.posts_for("approve") else 0


@lru_cache(maxsize=KEPT)
def _asking_waiting(who: Viewer) -> Composed:
    return numbers(waiting_for(who, at=MOMENTS[0] + LASTS), {"n": Count("pk")})


def answered(who: Viewer, *, at: datetime) -> list[Export]:
    """What somebody else decided on one's own lists: told until they are taken or lapse, a refusal as long."""
    if not who.posts_for("export"):
        return []
    open_still = Q(alone=False, taken_at=None, at__gt=at - 2 * LASTS, decided_at__gt=at - LASTS)
    rows = Export.objects.filter(open_still, user=who.user).defer("chosen")
    return list(rows.select_related("decided_by"))


def find(who: Viewer, number: str) -> Export:
    """Raises Http404 alike when it is missing and when it is not theirs to see."""
    found = exports(who).filter(number=number).first()
    if found is None:
        raise Http404(number)
    return found


def state_of(one: Export, *, at: datetime) -> str:
    if one.taken_at:
        return TAKEN
    if one.granted is False:
        return REFUSED
    if at >= until(one):
        return LAPSED
    return READY if one.alone or one.granted else WAITING


def until(one: Export) -> datetime:
    """The moment at which it lapses, whether it waits for a decision or for being taken."""
    return (one.decided_at or one.at) + LASTS


def decides(one: Export, who: Viewer) -> Held | None:
    """The post with which the viewer may decide: never on what they asked for themselves."""
    return covering(who.posts, "approve", path_of(one.unit)) if one.user_id != who.user.pk else None


def decide(one: Export, who: Viewer, *, granted: bool, reason: str, at: datetime) -> None:
    """Raises PermissionDenied, Refused."""
    by = decides(one, who)
    if by is None:
        raise PermissionDenied(_(NOT_OWN))
    open_still = Export.objects.filter(pk=one.pk, granted=None, alone=False, at__gt=at - LASTS)
    told = {"granted": granted, "reason": reason, "decided_by": who.user, "decided_from": by.post_id, "decided_at": at}
    gone = {} if granted else {"chosen": None}
    if not open_still.update(**told, **gone):
        raise Refused(_(NOT_WAITING).format(number=one))


def takes(one: Export, who: Viewer) -> Held | None:
    """The post the list was asked for with, if it still is the viewer's and may still export."""
    own = (post for post in who.posts_for("export") if post.post_id == one.post_id)
    return next(own, None) if one.user_id == who.user.pk else None


def ready_ids(one: Export, *, at: datetime) -> Sequence[int]:
    """The rows that were chosen. Raises Refused when it may not be taken, or not any more."""
    chosen = Export.objects.values_list("chosen", flat=True).get(pk=one.pk)
    state = state_of(one, at=at)
    if state != READY or chosen is None:
        raise Refused(_(NOT_READY).format(number=one, state=_(STATES[state])))
    return array("q", bytes(chosen))


def note_taken(one: Export, *, at: datetime, digest: str = "") -> None:
    """Once only: of two that take it at the same moment one comes first. Raises Refused for the other."""
    still = Export.objects.filter(pk=one.pk, taken_at=None)
    if not still.update(taken_at=at, digest=digest, chosen=None):
        raise Refused(_(NOT_READY).format(number=one, state=_(STATES[TAKEN])))


def note_whole(one: Export, *, digest: str) -> None:
    """What left line by line has left whole. Without this the file broke off, and its number says so."""
    Export.objects.filter(pk=one.pk, digest="").update(digest=digest)


def forget_chosen(*, at: datetime) -> int:
    """Let go which rows were chosen for what lapsed; that it was asked for stays."""
    late = Q(decided_at=None, at__lte=at - LASTS) | Q(decided_at__lte=at - LASTS)
    return Export.objects.filter(late, chosen__isnull=False).update(chosen=None)


def _next(*, at: datetime) -> str:
    """The next number of the one series, which begins with the first list that leaves."""
    if not Series.objects.filter(code=SERIES).exists():
        year = day_of(at, zone=the_centre().zone).year
        Series.objects.get_or_create(code=SERIES, year=year, defaults={"pattern": PATTERN})
    return next_number(SERIES, at=at)
