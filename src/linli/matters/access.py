"""Who may see and do what: one scoped queryset feeds every list, count, page, export and fragment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.http import Http404

from linli.ground.clock import day_of
from linli.matters.models import Duty, Matter
from linli.matters.state import ASSISTING, CO_HOLDER, DESK, HOLDER, LEADER, TEAM_LEAD, UNIT
from linli.place.models import Unit
from linli.place.tree import path_of
from linli.policy.calendar import calendar
from linli.staff.acts import ASSISTING_ACTS, DESK_DUTY_ACTS, HOLDING_ACTS, LEADING_ACTS, MEDIATING_ACTS, roles_for
from linli.staff.models import User
from linli.staff.posts import Held, covering, held

PERSONAL: Mapping[str, frozenset[str]] = {
    HOLDER: HOLDING_ACTS,
    CO_HOLDER: MEDIATING_ACTS,
    LEADER: LEADING_ACTS,
    TEAM_LEAD: LEADING_ACTS,
}
"""What a duty in person gives, in whatever unit one has one's post."""
OF_UNITS = (ASSISTING, DESK)
"""The duties of whole units, beside that of the one responsible, whose path stands on the row."""


@dataclass(frozen=True)
class Viewer:
    """A signed-in user with the posts held today, own or stood in for; read anew at each request."""

    user: User
    posts: tuple[Held, ...]
    only: int | None = None
    """The one matter that the bearer of its code sees, and no other; None for staff."""

    def posts_for(self, act: str) -> tuple[Held, ...]:
        roles = roles_for(act)
        return tuple(post for post in self.posts if post.role in roles)


def viewer(user: User, *, at: datetime) -> Viewer:
    """The user as a viewer at this moment; a post ended a minute ago is gone."""
    return Viewer(user=user, posts=held(user, on=day_of(at, zone=calendar().zone)))


def visible(who: Viewer) -> QuerySet[Matter]:
    """Every matter this viewer may see: of the own units' subtrees, or held or assisted in by them."""
    if who.only is not None:
        return Matter.objects.filter(pk=who.only)
    posts = who.posts_for("see")
    if not posts:
        return Matter.objects.none()
    return Matter.objects.filter(_in_subtree(posts) | Q(pk__in=_assisted(posts)))


def find(who: Viewer, number: str) -> Matter:
    """The matter of that number. Raises Http404 alike when it is missing and when it is not theirs to see."""
    matter = visible(who).filter(number=number).first()
    if matter is None:
        raise Http404(number)
    return matter


def posting(who: Viewer, act: str, matter: Matter, *, of: str = "") -> Held | None:
    """The post with which the viewer may do this act on this matter; None when there is none.

    `of`: only from the unit with that duty (UNIT, DESK) or above it; UNIT includes who holds it in person.
    """
    if who.only is not None:
        return next(iter(who.posts_for(act)), None) if who.only == matter.pk else None
    if of == DESK:
        return _at_desk(who.posts, act, matter)
    path = (matter.unit_1, matter.unit_2, matter.unit_3, matter.unit_4)
    duties = tuple(PERSONAL) if of == UNIT else (*OF_UNITS, *PERSONAL)
    return covering(who.posts, act, path) or _on_duty_here(who.posts_for(act), act, matter, duties=duties)


def may(who: Viewer, act: str, matter: Matter) -> bool:
    return posting(who, act, matter) is not None


def among(who: Viewer, act: str, matters: Iterable[Matter]) -> frozenset[int]:
    """The ids of those matters on which the viewer may do this act, asked for all of them at once."""
    posts, asked = who.posts_for(act), {matter.pk: matter for matter in matters}
    covered = {
        pk for pk, one in asked.items() if covering(posts, act, (one.unit_1, one.unit_2, one.unit_3, one.unit_4))
    }
    beyond = asked.keys() - covered
    if not (posts and beyond):
        return frozenset(covered)
    duties = Duty.objects.filter(_on_duty(posts), matter__in=beyond, until_at=None).values_list("matter_id", "role")
    given = {pk for pk, duty in duties if act in given_by(duty, closed=asked[pk].closed_at is not None)}
    return frozenset(covered | given)


def posting_at(who: Viewer, act: str, unit: Unit) -> Held | None:
    """The post with which the viewer may do this act in this unit (to open a matter there)."""
    return covering(who.posts, act, path_of(unit))


def _in_subtree(posts: tuple[Held, ...]) -> Q:
    reach = Q()
    for post in posts:
        reach |= Q(**{f"unit_{post.level}": post.unit_id})
    return reach


def given_by(duty: str, *, closed: bool) -> frozenset[str]:
    """What a duty gives beyond one's own units, of the acts of one's role; a body called in only looks once closed."""
    if duty == ASSISTING:
        return frozenset({"see"}) if closed else ASSISTING_ACTS
    if duty == DESK:
        return DESK_DUTY_ACTS
    return PERSONAL.get(duty, frozenset())


def _assisted(posts: tuple[Held, ...]) -> QuerySet[Duty, int]:
    """Matters that a unit of these posts was called into, or their holder in person has an open duty in."""
    return Duty.objects.filter(_on_duty(posts), until_at=None).values_list("matter_id", flat=True)


def _at_desk(posts: tuple[Held, ...], act: str, matter: Matter) -> Held | None:
    """A post of the desk that took the matter in, or above it."""
    duty = Duty.objects.filter(matter=matter, role=DESK, until_at=None).select_related("unit").first()
    return covering(posts, act, path_of(duty.unit)) if duty else None


def _on_duty_here(posts: tuple[Held, ...], act: str, matter: Matter, *, duties: Iterable[str]) -> Held | None:
    """A post that reaches the matter only by an open duty of its unit or person, where that duty gives the act."""
    closed = matter.closed_at is not None
    giving = [duty for duty in duties if act in given_by(duty, closed=closed)]
    if not giving:
        return None
    open_here = Duty.objects.filter(matter=matter, until_at=None, role__in=giving)
    return next((post for post in posts if open_here.filter(_on_duty((post,))).exists()), None)


def _on_duty(posts: tuple[Held, ...]) -> Q:
    """Duties of the person, or of a unit; the duty of the unit responsible is its subtree already."""
    reach = Q(role__in=tuple(PERSONAL), user__in={post.for_user_id or post.user_id for post in posts})
    for post in posts:
        reach |= Q(**{"role__in": OF_UNITS, f"unit__unit_{post.level}": post.unit_id})
    return reach
