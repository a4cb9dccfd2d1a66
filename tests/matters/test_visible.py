"""What somebody sees and may do equals plain set logic, for any tree, any posts, any stand-ins, any duties."""

import csv
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linli.matters.access import among, may, sees, viewer, visible
from linli.matters.asking import Listing
from linli.matters.models import Matter
from linli.matters.queries import page
from linli.matters.telling import record_many
from linli.matters.timeline import begin
from linli.place.models import Unit
from linli.place.tree import graft
from linli.policy.calendar import calendar
from linli.staff.acts import RIGHTS
from linli.staff.models import Post, Role, StandIn, User
from tests.pebble.facts import BroughtHome, Found, PassedOn
from tests.pebble.kind import PEBBLE
from tests.seen import kept_is_true
from tests.town import MONDAY

TODAY = MONDAY.date()
USERS, UNITS = 3, 8
TABLE = csv.DictReader((Path(__file__).parents[1] / "staff" / "duties.csv").open(encoding="utf-8"))
GIVES = {(duty, row["act"]) for row in TABLE for duty in row if row[duty] == "yes"}
ROLES = ("assisting", "holder", "co_holder", "leader", "team_lead")

days = st.integers(-2, 2).map(lambda number: TODAY + timedelta(days=number))
users, units = st.integers(0, USERS - 1), st.integers(0, UNITS - 1)
posts = st.tuples(users, units, st.sampled_from(Role.values), days, st.none() | days)
stand_ins = st.tuples(st.integers(0, 9), users, days, days)
duties = st.lists(st.tuples(st.sampled_from(ROLES), users, units), max_size=3, unique_by=lambda duty: duty[0])
matters = st.tuples(units, st.none() | units, duties, st.booleans())


@dataclass
class World:
    """A tree, its users, and everything the database was told, kept as plain values beside it."""

    units: list[Unit]
    users: list[User]
    parents: dict[int, int | None]
    posts: list[Post] = field(default_factory=list)
    stand_ins: list[StandIn] = field(default_factory=list)
    reach: dict[str, tuple[int, list[tuple[str, int, int]], bool]] = field(default_factory=dict)
    """Number of a matter -> its unit, the (role, user, unit) of its duties, and whether it is closed."""

    def within(self, unit: int, above: int) -> bool:
        at: int | None = unit
        while at is not None and at != above:
            at = self.parents[at]
        return at == above

    def held(self, user: User) -> list[tuple[str, int, int]]:
        """Role, unit and the user whose post it is, of every post in force today."""
        standing = {one.post_id for one in self.stand_ins if one.user == user and one.from_on <= TODAY <= one.until_on}
        return [
            (post.role, post.unit_id, post.user_id)
            for post in self.posts
            if (post.user == user or post.pk in standing)
            and post.valid_from <= TODAY
            and (post.valid_until is None or post.valid_until >= TODAY)
        ]

    def reached(self, user: User, act: str) -> set[str]:
        """The numbers this user reaches with an act, one by one and by hand."""
        held = [(unit, whose) for role, unit, whose in self.held(user) if role in RIGHTS[act]]
        return {
            number
            for number, (unit, duties, closed) in self.reach.items()
            for above, whose in held
            if self.within(unit, above)
            or any(self.gives(duty, act, closed) and self.on_duty(duty, above, whose) for duty in duties)
        }

    def gives(self, duty: tuple[str, int, int], act: str, closed: bool) -> bool:
        return (duty[0], act) in GIVES and not (closed and duty[0] == "assisting" and act != "see")

    def on_duty(self, duty: tuple[str, int, int], above: int, whose: int) -> bool:
        """A body is called in as a unit, everybody else in person."""
        role, user, unit = duty
        return self.within(unit, above) if role == "assisting" else user == whose


@pytest.mark.django_db
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    told_posts=st.lists(posts, max_size=8),
    told_stand_ins=st.lists(stand_ins, max_size=4),
    told_matters=st.lists(matters, min_size=1, max_size=6),
    moved=st.booleans(),
    act=st.sampled_from(["see", "note", "close", "erase", "export", "reveal", "handle", "mediate", "approve"]),
)
def test_what_is_seen_and_allowed_is_what_set_logic_says(
    told_posts: list[Any], told_stand_ins: list[Any], told_matters: list[Any], moved: bool, act: str
) -> None:
    with transaction.atomic():
        world = grown()
        give_posts(world, told_posts, told_stand_ins)
        open_matters(world, told_matters)
        if moved:
            kept_is_true()
            move(world, 3, under=2)
        kept_is_true()
        for user in world.users:
            who, seen = viewer(user, at=MONDAY), world.reached(user, "see")
            assert set(visible(who).values_list("number", flat=True)) == seen
            assert visible(who).count() == len(seen)
            assert {matter.number for matter in Matter.objects.all() if sees(who, matter)} == seen
            listed = page(Listing(state="all"), who, at=MONDAY, calendar=calendar())
            assert ({row.number for row in listed.rows}, listed.total) == (seen, len(seen))
            for sort in ("", "-touched"):
                searched = page(Listing(q="石子", state="all", sort=sort), who, at=MONDAY, calendar=calendar())
                assert ({row.number for row in searched.rows}, searched.total) == (seen, len(seen))
            allowed = {matter.number for matter in Matter.objects.all() if may(who, act, matter)}
            assert allowed == world.reached(user, act)
            every = {matter.pk: matter.number for matter in Matter.objects.all()}
            assert {every[pk] for pk in among(who, act, Matter.objects.all())} == allowed
        transaction.set_rollback(True)


def grown() -> World:
    """A county, two streets, communities below both, and one grid below a community."""
    kinds = ("county", "street", "street", "community", "community", "community", "grid", "department")
    above = (None, 0, 0, 1, 1, 2, 3, 1)
    grown: list[Unit] = []
    for place, (kind, parent) in enumerate(zip(kinds, above, strict=True)):
        under = None if parent is None else grown[parent]
        grown.append(graft(Unit(code=f"9{place}", name=f"单位{place}", kind=kind), under=under))
    people = [User.objects.create(username=f"user{place}", name=f"用户{place}") for place in range(USERS)]
    parents = {unit.pk: None if parent is None else grown[parent].pk for unit, parent in zip(grown, above, strict=True)}
    return World(grown, people, parents)


def give_posts(world: World, told_posts: list[Any], told_stand_ins: list[Any]) -> None:
    for user, unit, role, from_on, until_on in told_posts:
        row = Post(user=world.users[user], unit=world.units[unit], role=role, valid_from=from_on, valid_until=until_on)
        row.save()
        world.posts.append(row)
    for post, user, from_on, until_on in told_stand_ins:
        if post < len(world.posts):
            standing = StandIn(post=world.posts[post], user=world.users[user], from_on=from_on, until_on=until_on)
            standing.save()
            world.stand_ins.append(standing)


def open_matters(world: World, told: list[Any]) -> None:
    lines = []
    for place, (unit, passed_on, duties_told, closed) in enumerate(told):
        number, at = f"PEBBLE-2026-{place:06d}", world.units[unit].pk
        line = begin(PEBBLE, number=number)
        line.say(Found(unit=at, title="石子", finder="", phone="", size="small"), by=None, at=MONDAY)
        if passed_on is not None:
            at = world.units[passed_on].pk
            line.say(PassedOn(unit=at), by=None, at=MONDAY)
        duties = [(role, world.users[user].pk, world.units[where].pk) for role, user, where in duties_told]
        for role, user, where in duties:
            line.state.begin_duty(role, unit=where, user=None if role == "assisting" else user, at=MONDAY)
        if closed:
            line.say(BroughtHome(), by=None, at=MONDAY)
        world.reach[number] = (at, duties, closed)
        lines.append(line)
    record_many(lines)


def move(world: World, unit: int, *, under: int) -> None:
    """A community goes over to the other street, with its grid and all its matters."""
    graft(Unit.objects.get(pk=world.units[unit].pk), under=Unit.objects.get(pk=world.units[under].pk))
    world.parents[world.units[unit].pk] = world.units[under].pk
