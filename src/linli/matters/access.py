"""Who may see and do what: one scoped queryset feeds every list, count, page, export and fragment."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet
from django.http import Http404

from linli.ground.clock import day_of
from linli.matters.models import Duty, Matter
from linli.place.models import Unit
from linli.place.tree import path_of
from linli.policy.calendar import calendar
from linli.staff.acts import roles_for
from linli.staff.models import User
from linli.staff.posts import Held, covering, held


@dataclass(frozen=True)
class Viewer:
    """A signed-in user with the posts held today, own or stood in for; read anew at each request."""

    user: User
    posts: tuple[Held, ...]

    def posts_for(self, act: str) -> tuple[Held, ...]:
        roles = roles_for(act)
        return tuple(post for post in self.posts if post.role in roles)


def viewer(user: User, *, at: datetime) -> Viewer:
    """The user as a viewer at this moment; a post ended a minute ago is gone."""
    return Viewer(user=user, posts=held(user, on=day_of(at, zone=calendar().zone)))


def visible(who: Viewer) -> QuerySet[Matter]:
    """Every matter this viewer may see: of the own units' subtrees, or held or assisted in by them."""
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


def posting(who: Viewer, act: str, matter: Matter) -> Held | None:
    """The post with which the viewer may do this act on this matter; None when there is none."""
    path = (matter.unit_1, matter.unit_2, matter.unit_3, matter.unit_4)
    return covering(who.posts, act, path) or _assisting(who.posts_for(act), matter)


def may(who: Viewer, act: str, matter: Matter) -> bool:
    return posting(who, act, matter) is not None


def posting_at(who: Viewer, act: str, unit: Unit) -> Held | None:
    """The post with which the viewer may do this act in this unit (to open a matter there)."""
    return covering(who.posts, act, path_of(unit))


def _in_subtree(posts: tuple[Held, ...]) -> Q:
    reach = Q()
    for post in posts:
        reach |= Q(**{f"unit_{post.level}": post.unit_id})
    return reach


def _assisted(posts: tuple[Held, ...]) -> QuerySet[Duty, int]:
    """Matters that a unit of these posts, or their holder in person, has an open duty in."""
    reach = Q(user__in={post.for_user_id or post.user_id for post in posts})
    for post in posts:
        reach |= Q(**{f"unit__unit_{post.level}": post.unit_id})
    return Duty.objects.filter(reach, until_at=None).values_list("matter_id", flat=True)


def _assisting(posts: tuple[Held, ...], matter: Matter) -> Held | None:
    """A post that reaches the matter only by an open duty of its unit or person."""
    for post in posts:
        reach = Q(user=post.for_user_id or post.user_id) | Q(**{f"unit__unit_{post.level}": post.unit_id})
        if Duty.objects.filter(reach, matter=matter, until_at=None).exists():
            return post
    return None
