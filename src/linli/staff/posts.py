"""The posts somebody holds on a day, their own and those they stand in for, and what these allow."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from linli.staff.acts import roles_for
from linli.staff.models import Post, User, in_force

Path = tuple[int | None, int | None, int | None, int | None]


@dataclass(frozen=True, kw_only=True)
class Held:
    """One post as held on one day, cut loose from the database."""

    post_id: int
    user_id: int
    role: str
    unit_id: int
    level: int
    path: Path
    for_user_id: int | None = None


def held(user: User, *, on: date) -> tuple[Held, ...]:
    """Every post this user may act from on this day, asked for in one query."""
    standing_in = Q(stand_ins__user=user, stand_ins__from_on__lte=on, stand_ins__until_on__gte=on)
    posts = Post.objects.filter(in_force(on)).filter(Q(user=user) | standing_in)
    rows = posts.select_related("unit").order_by("pk").distinct()
    return tuple(as_held(post, user=user) for post in rows)


def as_held(post: Post, *, user: User) -> Held:
    unit = post.unit
    return Held(
        post_id=post.pk,
        user_id=user.pk,
        role=post.role,
        unit_id=unit.pk,
        level=unit.level,
        path=(unit.unit_1, unit.unit_2, unit.unit_3, unit.unit_4),
        for_user_id=None if post.user_id == user.pk else post.user_id,
    )


def allows(posts: Iterable[Held], act: str) -> bool:
    """Whether any of the posts may do this at all, somewhere."""
    roles = roles_for(act)
    return any(post.role in roles for post in posts)


def covering(posts: Iterable[Held], act: str, path: tuple[int | None, ...]) -> Held | None:
    """The post that may do this to what stands at the path; one's own before one stood in for."""
    roles = roles_for(act)
    fitting = [post for post in posts if post.role in roles and path[post.level - 1] == post.unit_id]
    return min(fitting, key=lambda post: (post.for_user_id is not None, -post.level), default=None)
