"""Passwords that somebody else gave, read from the office's log: for whose they are, and for who watches over it."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.contrib.admin.models import ADDITION, CHANGE, LogEntry
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet

from linli.place.tree import COLUMNS
from linli.staff.acts import roles_for
from linli.staff.models import Post, User
from linli.staff.passwords import CHANGED
from linli.staff.posts import Held

TOLD_FOR = timedelta(days=30)
"""So long it is told, and nobody can put it away before: who came in with the password could do that as well."""
MOST = 20
WATCHING = roles_for("audit") | roles_for("set_up")


@dataclass(frozen=True)
class Change:
    """One password made, given or chosen: when, by whom and whose."""

    at: datetime
    by: str
    whose: str
    is_given: bool
    is_own: bool


def changes_of(user: User, *, at: datetime) -> list[Change]:
    """How one's password was made and changed of late, newest first."""
    return [_change(row, whose=user) for row in _rows(at=at).filter(object_id=str(user.pk))[:MOST]]


def watched(user: User, posts: Iterable[Held], *, at: datetime) -> list[Change]:
    """The passwords that others gave to others where one of these posts watches, newest first."""
    places = [Q(**{f"unit__{COLUMNS[one.level - 1]}": one.unit_id}) for one in posts if one.role in WATCHING]
    if not places:
        return []
    rows = [row for row in _rows(at=at).filter(action_flag=CHANGE).exclude(user=user) if row.object_id != str(user.pk)]
    under = Post.objects.filter(_any(places), user__in={int(row.object_id or 0) for row in rows})
    users = User.objects.in_bulk(list(under.values_list("user", flat=True)))
    found = [_change(row, whose=users[pk]) for row in rows if (pk := int(row.object_id or 0)) in users]
    return [one for one in found if one.is_given][:MOST]


def _any(places: Iterable[Q]) -> Q:
    found = Q()
    for place in places:
        found |= place
    return found


def _rows(*, at: datetime) -> "QuerySet[LogEntry]":
    kinds = Q(action_flag=ADDITION) | Q(action_flag=CHANGE, change_message=json.dumps(CHANGED))
    users = ContentType.objects.get_for_model(User)
    rows = LogEntry.objects.filter(kinds, content_type=users, action_time__gt=at - TOLD_FOR)
    return rows.select_related("user").order_by("-action_time", "-pk")


def _change(row: LogEntry, *, whose: User) -> Change:
    own = row.user_id == whose.pk
    given = row.action_flag == CHANGE and not own
    return Change(row.action_time, str(row.user), whose.name, is_given=given, is_own=own)
