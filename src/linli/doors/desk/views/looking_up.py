"""Suggestions while one types: people with a post, units, grid cells; at most a dozen, never residents."""

from collections.abc import Callable, Iterable

from django.db.models import Q
from django.http import Http404, HttpResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext
from django.views.decorators.http import require_GET

from linli.doors.desk.gate import Visit, staffed
from linli.doors.desk.show import fragment
from linli.matters.kind import kind_named
from linli.place.models import Cell, Unit
from linli.policy.models import Category
from linli.staff.acts import RIGHTS
from linli.staff.models import Post, in_force

MOST = 12
Option = tuple[str, str]


@require_GET
@staffed
def look_up(visit: Visit, what: str) -> HttpResponse:
    ask = SOURCES.get(what)
    if ask is None:
        raise Http404(what)
    asked = visit.request.GET.get("q", "").strip()[:40]
    options = list(ask(visit, asked)) if asked and visit.who.posts else []
    return fragment(visit, "desk/options.html", options=options)


def users(visit: Visit, asked: str) -> Iterable[Option]:
    """Colleagues who hold a post that may do what is asked for; those of the own units first."""
    act = visit.request.GET.get("act", "see")
    posts = Post.objects.filter(in_force(localdate()), user__is_active=True, role__in=RIGHTS.get(act, frozenset()))
    found = posts.filter(
        Q(user__name__icontains=asked) | Q(user__username__istartswith=asked) | Q(unit__name__contains=asked)
    )
    own = {post.unit_id for post in visit.who.posts}
    rows = sorted(
        found.select_related("user", "unit")[:200], key=lambda post: (post.unit_id not in own, post.unit.level)
    )
    seen: dict[int, Option] = {}
    for post in rows:
        label = f"{post.unit.label} · {post.get_role_display()}"
        seen.setdefault(post.user_id, (f"{post.user.name} ({post.user.username})", label))
    return list(seen.values())[:MOST]


def units(visit: Visit, asked: str) -> Iterable[Option]:
    return _units(asked)


def own_units(visit: Visit, asked: str) -> Iterable[Option]:
    """Those whose matters one sees: of one's posts, and all below them."""
    reach = Q(pk=None)
    for post in visit.who.posts_for("see"):
        reach |= Q(**{f"unit_{post.level}": post.unit_id})
    return _units(asked, reach=reach)


def _units(asked: str, *, reach: Q | None = None) -> list[Option]:
    named = Q(name__contains=asked) | Q(name_en__icontains=asked) | Q(code__istartswith=asked)
    rows = Unit.objects.filter(named, reach or Q(), closed_on=None).select_related("parent")
    rows = rows.order_by("level", "code")[:MOST]
    return [(f"{unit.label} ({unit.code})", unit.parent.label if unit.parent else "") for unit in rows]


def cells(visit: Visit, asked: str) -> Iterable[Option]:
    """Grid cells of the own units' ground; all of them for those whose unit stands beside the grid."""
    named = Q(unit__name__contains=asked) | Q(unit__name_en__icontains=asked) | Q(code__istartswith=asked)
    near = Q()
    for post in visit.who.posts:
        near |= Q(**{f"unit__unit_{post.level}": post.unit_id})
    rows = Cell.objects.filter(named).select_related("unit__parent")
    mine = list(rows.filter(near).order_by("code")[:MOST])
    found = mine or list(rows.order_by("code")[:MOST])
    return [(f"{cell.unit.label} ({cell.code})", cell.unit.parent.label if cell.unit.parent else "") for cell in found]


def categories(visit: Visit, asked: str) -> Iterable[Option]:
    """Those of the kind that is asked about, else of every kind; the one they belong to stands beside them."""
    named = Q(name__contains=asked) | Q(name_en__icontains=asked) | Q(code__istartswith=asked)
    of = visit.request.GET.get("kind", "")
    rows = Category.objects.filter(named, Q(kind=of) if of else Q()).order_by("kind", "code")[:MOST]
    return [(f"{one.label} ({one.code})", gettext(kind_named(one.kind).word)) for one in rows]


SOURCES: dict[str, Callable[[Visit, str], Iterable[Option]]] = {
    "users": users,
    "units": units,
    "own-units": own_units,
    "cells": cells,
    "categories": categories,
}
