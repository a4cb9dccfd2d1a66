"""The posts somebody holds on a day, their own and those they stand in for, and what these allow."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from django.db import connection
from django.db.models import Q

from linli.place.tree import COLUMNS
from linli.staff.acts import roles_for
from linli.staff.models import Post, User, in_force

SOMEBODY, SOME_DAY = -1, date.min
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
    sql, told = _question()
    day = connection.ops.adapt_datefield_value
    meant = {SOMEBODY: user.pk, day(SOME_DAY): day(on)}
    with connection.cursor() as cursor:
        cursor.execute(sql, [meant.get(one, one) for one in told])
        return tuple(_held(row, user=user) for row in cursor.fetchall())


@cache
def _question() -> tuple[str, tuple[Any, ...]]:
    """The query with a name and a day to be put into it: asked at every request, so made only once."""
    standing_in = Q(stand_ins__user=SOMEBODY, stand_ins__from_on__lte=SOME_DAY, stand_ins__until_on__gte=SOME_DAY)
    posts = Post.objects.filter(in_force(SOME_DAY)).filter(Q(user=SOMEBODY) | standing_in).order_by("pk").distinct()
    path = (f"unit__{column}" for column in COLUMNS)
    return posts.values_list("pk", "user_id", "role", "unit_id", "unit__level", *path).query.sql_with_params()


def _held(row: tuple[Any, ...], *, user: User) -> Held:
    post, whose, role, unit, level, *path = row
    behalf = None if whose == user.pk else whose
    ids = {"post_id": post, "user_id": user.pk, "unit_id": unit, "for_user_id": behalf}
    return Held(**ids, role=role, level=level, path=tuple(path))


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
