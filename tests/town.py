"""The town: one street with two communities, the people of its desk, and small named acts in it."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.core.management.color import no_style
from django.db import connection
from django.db.models import Model

from linli.ground.clock import moment
from linli.matters.access import Viewer, viewer
from linli.matters.command import Command
from linli.matters.commands import Saying, carry_out, in_hand, open_matter
from linli.matters.kind import Kind
from linli.matters.models import Event, Matter
from linli.matters.state import State
from linli.notices.models import Text
from linli.place.models import Cell, Unit
from linli.place.tree import graft
from linli.policy.load import load_profile
from linli.policy.models import CalendarYear, Catalogue, Category, Holiday, Phrase, Series, Term, TownDuty
from linli.staff.hiring import appoint
from linli.staff.models import User
from tests.pebble.kind import PEBBLE

MONDAY = moment(date(2026, 3, 2), clock=time(9))
TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (MONDAY + timedelta(days=days) for days in (1, 2, 3, 4))
NEXT_MONDAY = MONDAY + timedelta(days=7)
ZHOU, PHONE = "周阿婆", "13800000013"
LONG_AGO = date(2020, 1, 1)
SQUARE = '{"type":"Polygon","coordinates":[[[115,28],[115.01,28],[115.01,28.01],[115,28.01],[115,28]]]}'
DATED: tuple[type[Model], ...] = (CalendarYear, Holiday, Category, Term, Series, Catalogue, TownDuty, Phrase, Text)
PROFILE: dict[type[Model], list[Model]] = {}
SAID: list[tuple[str, Any]] = []
"""What is said to the database for it: composing it anew for every test took longer than carrying it out."""


@dataclass(frozen=True)
class Town:
    """Willow Street, and who works there; Zhou is a resident and signs in nowhere."""

    county: Unit
    street: Unit
    north: Unit
    south: Unit
    cell: Cell
    mei: User
    """Clerk of North."""
    wang: User
    """Mediator of North."""
    gu: User
    """Team lead of North."""
    he: User
    """Handling officer of North."""
    chen: User
    """Leader of the street."""
    sun: User
    """Clerk of South: the outsider."""
    lei: User
    """Auditor of the county: may only look."""
    tan: User
    """Statistics clerk of the county."""
    fang: User
    """Administrator of the county: sets up, sees no matter."""

    @property
    def posts(self) -> Mapping[str, User]:
        """One user for each role."""
        people = {"clerk": self.mei, "mediator": self.wang, "lead": self.gu, "handler": self.he, "leader": self.chen}
        return {**people, "auditor": self.lei, "statistician": self.tan, "administrator": self.fang}


def build() -> Town:
    """The whole town, with calendar, terms and number series as they are published."""
    publish()
    county = unit("36", "云棠县", kind="county")
    street = unit("3601", "柳树街道", kind="street", under=county)
    north = unit("360101", "北社区", kind="community", under=street)
    south = unit("360102", "南社区", kind="community", under=street)
    people = {
        "mei": resident("mei", "梅兰", unit=north, role="clerk"),
        "wang": resident("wang", "王守和", unit=north, role="mediator"),
        "gu": resident("gu", "顾长青", unit=north, role="lead"),
        "he": resident("he", "何苗", unit=north, role="handler"),
        "chen": resident("chen", "陈立", unit=street, role="leader"),
        "sun": resident("sun", "孙桂", unit=south, role="clerk"),
        "lei": resident("lei", "雷鸣", unit=county, role="auditor"),
        "tan": resident("tan", "谭数", unit=county, role="statistician"),
        "fang": resident("fang", "方正", unit=county, role="administrator"),
    }
    return Town(county=county, street=street, north=north, south=south, cell=cell(north), **people)


def publish() -> None:
    """The built-in profile: read from its files once a run, and from then on written as it was written before."""
    if Term.objects.exists():
        return
    if SAID:
        with connection.cursor() as cursor:
            for sql, params in SAID:
                cursor.execute(sql, params)
    elif PROFILE:
        with connection.execute_wrapper(_noted):
            for model, rows in PROFILE.items():
                model._default_manager.bulk_create(rows)
        # They have their ids already: on PostgreSQL whoever adds to them goes on behind those.
        SAID.extend((sql, None) for sql in connection.ops.sequence_reset_sql(no_style(), DATED))
    else:
        load_profile()
        PROFILE.update({model: list(model._default_manager.order_by("pk")) for model in DATED})


def _noted(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    if sql.startswith("INSERT"):
        SAID.append((sql, params))
    return execute(sql, params, many, context)


def unit(code: str, name: str, *, kind: str, under: Unit | None = None) -> Unit:
    return graft(Unit(code=code, name=name, kind=kind), under=under)


def cell(community: Unit) -> Cell:
    grid = unit("36010101", "北社区第一网格", kind="grid", under=community)
    return Cell.objects.create(
        code="36010101", unit=grid, polygon=SQUARE, min_lon=115, min_lat=28, max_lon=115.01, max_lat=28.01
    )


def resident(username: str, name: str, *, unit: Unit, role: str) -> User:
    """Somebody of the desk; signs in by the test client, never with a password."""
    user = User.objects.create(username=username, name=name)
    appoint(user, unit=unit, role=role, from_on=LONG_AGO)
    return user


def viewing(user: User, *, at: datetime = MONDAY) -> Viewer:
    return viewer(user, at=at)


def saying(user: User, *, at: datetime, version: int = 0, key: str = "") -> Saying:
    return Saying(who=viewing(user, at=at), at=at, key=key or str(uuid.uuid4()), version=version)


def opened(kind: Kind, *, by: User, unit: Unit, told: Mapping[str, Any], at: datetime) -> Matter:
    """A matter opened by somebody in a unit."""
    return open_matter(kind, unit=unit, told=told, saying=saying(by, at=at)).matter


def said(command: Command, matter: Matter, *, by: User, at: datetime, **told: Any) -> Matter:
    """A command said by somebody who has the matter's newest version before them."""
    return carry_out(command, matter.number, told=told, saying=saying(by, at=at, version=matter.version)).matter


def pebble(town: Town, *, at: datetime = MONDAY, title: str = "桥头的石子") -> Matter:
    """A pebble found in North, as Mei wrote it down from Zhou's words."""
    told = {"title": title, "finder": ZHOU, "phone": PHONE, "size": "small"}
    return opened(PEBBLE, by=town.mei, unit=town.north, told=told, at=at)


def state_of(matter: Matter) -> State:
    return in_hand(matter).state


def facts_of(matter: Matter) -> list[str]:
    """The names of what happened, in order."""
    return list(Event.objects.filter(matter=matter).order_by("seq").values_list("fact", flat=True))
