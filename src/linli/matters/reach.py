"""Who is in reach of a matter: the units and posts that see it, and so can be told to do something in it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

from linli.matters import access
from linli.matters.access import Desks, Viewer
from linli.matters.models import Matter
from linli.matters.state import ASSISTING, DESK, UNIT, State
from linli.place.models import Unit
from linli.place.tree import Path, path_of
from linli.staff.models import User
from linli.staff.posts import Held, covering, held


def reaches(state: State, unit: Unit) -> bool:
    """Whether the people of this unit see the matter: it stands above or at a unit that holds or assists."""
    return any(unit.pk in path for path in paths(state))


def post_in_reach(state: State, user: User, *, act: str, on: date) -> Held | None:
    """A post with which the user may do this act here, by the unit's place in the tree or by a duty in person."""
    posts = held(user, on=on)
    found = (covering(posts, act, path) for path in paths(state))
    in_person = any(duty.user == user.pk and duty.until_at is None for duty in state.duties)
    return next((post for post in found if post), posts[0] if in_person and posts else None)


def posts_for(who: Viewer, act: str, matter: Matter, *, of: str = "") -> tuple[Held, ...]:
    """Each of the viewer's posts that by itself may do this act on this matter, own ones first."""
    return posts_among(who, act, [matter], of=of)(matter)


def posts_among(
    who: Viewer, act: str, matters: Sequence[Matter], *, of: str = "", desks: Desks | None = None
) -> Callable[[Matter], tuple[Held, ...]]:
    """The same for each of many matters: looked up for all of them at once, and only when one is asked about.

    `desks`: what `access.desks_of` says of them, where it is known already.
    """

    @cache
    def found() -> list[tuple[Held, Collection[int]]]:
        posts = sorted(who.posts, key=lambda post: (post.for_user_id is not None, -post.level))
        alone = ((post, replace(who, posts=(post,))) for post in posts)
        return [(post, access.postings(one, act, matters, of=of, desks=desks).keys()) for post, one in alone]

    return lambda matter: tuple(post for post, there in found() if matter.pk in there)


def paths(state: State) -> list[Path]:
    """Where in the tree the matter stands: by the unit responsible, and by each body called in."""
    units = {duty.unit for role in (UNIT, ASSISTING, DESK) for duty in state.holders(role)}
    return [path_of(unit) for unit in Unit.objects.filter(pk__in=units).order_by("pk")]
