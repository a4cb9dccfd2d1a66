"""The resident of a request in the town, who holds its code, and the people at the desk who may answer to them."""

import uuid
from datetime import date, datetime
from typing import Any

from linli.matters.command import Command
from linli.matters.commands import Saying, carry_out
from linli.matters.following import bearer
from linli.matters.models import Matter
from linli.staff.hiring import appoint, stand_in
from linli.staff.models import User
from tests.kinds.request.told import say
from tests.town import LONG_AGO, MONDAY, Town, resident, said

YEAR_END = date(2026, 12, 31)
GOOD: dict[str, Any] = {"solved": "yes", "satisfaction": "satisfied"}
BAD: dict[str, Any] = {"solved": "no", "satisfaction": "dissatisfied"}


def answers(command: Command, matter: Matter, *, at: datetime, **told: Any) -> Matter:
    """What the bearer of the matter's code says at the counter."""
    matter.refresh_from_db()
    saying = Saying(who=bearer(matter, at=at), at=at, key=str(uuid.uuid4()), version=matter.version)
    return carry_out(command, matter.number, told=told, saying=saying).matter


def lead(town: Town) -> User:
    """The team lead at the desk of the street."""
    found = User.objects.filter(username="lan").first()
    return found or resident("lan", "蓝予", unit=town.street, role="lead")


def at_the_desk_too(town: Town, user: User, *, role: str = "lead") -> User:
    """The same person with a second post, at the desk of the street."""
    appoint(user, unit=town.street, role=role, from_on=LONG_AGO)
    return user


def for_them(town: Town, user: User) -> User:
    """Somebody with no post of their own at the desk, who stands in for the post that the user has there."""
    stranger = resident("yu", "于非", unit=town.south, role="lead")
    post = user.posts.get(unit=town.street)
    stand_in(stranger, post=post, from_on=LONG_AGO, until_on=YEAR_END, reason="休假")
    return stranger


def called(matter: Matter, *, by: User, at: datetime = MONDAY, **more: Any) -> Matter:
    matter.refresh_from_db()
    return said(say.call_back, matter, by=by, at=at, contacted="yes", **{**GOOD, **more})
