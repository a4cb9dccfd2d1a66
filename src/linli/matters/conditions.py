"""The condition of a listing: what its rows, counts and tiles all ask with."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from django.db.models import Exists, OuterRef, Q

from linli.ground.clock import moment
from linli.ground.workdays import DAY, Calendar
from linli.matters import access
from linli.matters.access import Viewer
from linli.matters.asking import DutyOf, Listing
from linli.matters.composed import MOMENTS
from linli.matters.dues import due_within, moments_of
from linli.matters.finding import searching
from linli.matters.instructed import told_to
from linli.matters.kind import awaited, kinds
from linli.matters.meaning import Meant, meant
from linli.matters.models import Duty, Mark, Matter
from linli.matters.urgency import of_colours


def where(listing: Listing, who: Viewer, *, at: datetime, calendar: Calendar, meaning: Meant | None = None) -> Q:
    """The one condition of a listing. `meaning`: what it means, where that was looked up already."""
    found = searching(listing, who).within() if listing.q else Q()
    moments = moments_of(listing.due, at=at, calendar=calendar) if listing.due else ()
    found &= lasting(listing, who, meaning or meant(listing, calendar), moments=moments)
    return found & told_to(who) if listing.whose == "instructed" else found


def lasting(listing: Listing, who: Viewer, meaning: Meant, *, moments: Sequence[datetime] = MOMENTS) -> Q:
    """What of it is the same whatever was told to whom. `moments`: those of its due, for which others may stand."""
    found = due_within(listing.due, moments) if listing.due else Q()
    for condition in (*_lasting(listing, who), *_placed(listing, meaning), *_days(listing, meaning.zone)):
        found &= condition
    return found


def lasts(listing: Listing) -> bool:
    """Whether that is all that it asks for."""
    return not listing.q and listing.whose != "instructed"


def _lasting(listing: Listing, who: Viewer) -> Iterator[Q]:
    exact = {name: told for name in ("kind", "stage", "phase") if (told := getattr(listing, name))}
    yield Q(**exact)
    if listing.colour:
        yield of_colours(listing.colour) if listing.state == "open" else Q(colour__in=listing.colour)
    if listing.taken:
        yield _not_taken_up()
    if listing.awaiting:
        yield _awaiting(who)
    if listing.whose == "unit":
        yield _in_own_units(who)
    if listing.whose == "mine":
        yield _in_person(who)
    if listing.duty:
        yield _on_duty(listing.duty)
    if listing.state != "all":
        yield Q(closed_at__isnull=listing.state == "open")


def _placed(listing: Listing, meaning: Meant) -> Iterator[Q]:
    if listing.category:
        yield Q(category__in=meaning.categories)
    if listing.cell:
        yield Q(cell=meaning.cell) if meaning.cell else Q(pk=None)
    if listing.unit:
        yield Q(**{f"unit_{meaning.unit.level}": meaning.unit.pk}) if meaning.unit else Q(pk=None)


def _days(listing: Listing, zone: str) -> Iterator[Q]:
    for name in ("due", "opened", "closed"):
        from_on, until_on = getattr(listing, f"{name}_from"), getattr(listing, f"{name}_until")
        if from_on:
            yield Q(**{f"{name}_at__gte": moment(from_on, zone=zone)})
        if until_on:
            yield Q(**{f"{name}_at__lt": moment(until_on + DAY, zone=zone)})


def _not_taken_up() -> Q:
    """Still where it came in, and in nobody's hands."""
    waiting = Q(pk=None)
    for kind in kinds():
        waiting |= Q(kind=kind.name, stage=kind.first_stage)
    return waiting & Q(holder=None)


def _awaiting(who: Viewer) -> Q:
    """Waiting for a decision that a post of theirs may take."""
    theirs, sorts = Q(pk=None), {sort for sort, _act, _of in awaited()}
    for (sort, act, of), names in awaited().items():
        waiting = Exists(Mark.objects.filter(matter=OuterRef("pk"), sort=sort))
        theirs |= Q(waiting, kind__in=names) & access.where_may(who, act, of=of)
    return Q(pk__in=Mark.objects.filter(sort__in=sorts).values("matter_id"), closed_at=None) & theirs


def _in_person(who: Viewer) -> Q:
    users = {who.user.pk, *(post.for_user_id for post in who.posts if post.for_user_id)}
    held = Duty.objects.filter(user__in=users, until_at=None).values_list("matter_id")
    return Q(pk__in=Matter.objects.filter(holder__in=users).values_list("pk").union(held, all=True))


def _in_own_units(who: Viewer) -> Q:
    """Those that a unit of theirs, or one below it, is responsible for; not those it only assists in."""
    own = Q(pk=None)
    for post in who.posts:
        own |= Q(**{f"unit_{post.level}": post.unit_id})
    return own


def _on_duty(duty: DutyOf) -> Q:
    held = Duty.objects.filter(role=duty.role, user__username=duty.user, unit__code=duty.unit, until_at=None)
    return Q(pk__in=held.values("matter_id"))
