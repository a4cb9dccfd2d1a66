"""Posts and stand-ins: what somebody holds on a day, and what the two orders of rights allow with it."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from linli.place.models import Unit
from linli.place.tree import graft, path_of
from linli.staff.hiring import appoint, hire, stand_in
from linli.staff.models import Post, User
from linli.staff.posts import allows, covering, held

pytestmark = pytest.mark.django_db

JUNE = date(2026, 6, 1)
LONG_AGO = date(2020, 1, 1)


def willow() -> tuple[Unit, Unit, Unit]:
    county = graft(Unit(code="1", name="云河县", kind="county"), under=None)
    north = graft(Unit(code="11", name="北街道", kind="street"), under=county)
    return county, north, graft(Unit(code="12", name="南街道", kind="street"), under=county)


def somebody(username: str) -> User:
    return hire(username, name=username.title(), password="willow-tree-12")


def test_a_post_is_held_from_its_first_day_to_its_last() -> None:
    _county, north, _south = willow()
    mei = somebody("mei")
    appoint(mei, unit=north, role="clerk", from_on=date(2026, 5, 1), until_on=date(2026, 5, 31))
    days = [date(2026, 4, 30), date(2026, 5, 1), date(2026, 5, 31), date(2026, 6, 1)]
    assert [len(held(mei, on=day)) for day in days] == [0, 1, 1, 0]


def test_own_posts_and_those_stood_in_for_come_in_one_query(django_assert_num_queries: Any) -> None:
    _county, north, south = willow()
    mei, sun = somebody("mei"), somebody("sun")
    appoint(mei, unit=north, role="clerk", from_on=LONG_AGO)
    lead = appoint(sun, unit=south, role="lead", from_on=LONG_AGO)
    stand_in(mei, post=lead, from_on=JUNE, until_on=JUNE, reason="培训")
    with django_assert_num_queries(1):
        posts = held(mei, on=JUNE)
    assert [(post.role, post.for_user_id) for post in posts] == [("clerk", None), ("lead", sun.pk)]
    assert posts[1].path == path_of(south)
    assert [post.role for post in held(mei, on=date(2026, 6, 2))] == ["clerk"]
    assert [post.role for post in held(sun, on=JUNE)] == ["lead"]


def test_a_post_ended_is_gone_for_the_stand_in_too() -> None:
    _county, north, _south = willow()
    mei, sun = somebody("mei"), somebody("sun")
    lead = appoint(sun, unit=north, role="lead", from_on=LONG_AGO, until_on=date(2026, 5, 31))
    stand_in(mei, post=lead, from_on=JUNE, until_on=JUNE, reason="培训")
    assert held(mei, on=JUNE) == ()


def test_two_stand_ins_for_one_post_do_not_double_it() -> None:
    _county, north, _south = willow()
    mei, sun = somebody("mei"), somebody("sun")
    lead = appoint(sun, unit=north, role="lead", from_on=LONG_AGO)
    for _time in range(2):
        stand_in(mei, post=lead, from_on=JUNE, until_on=JUNE, reason="培训")
    assert len(held(mei, on=JUNE)) == 1


def test_a_post_covers_its_unit_and_what_is_below_and_nothing_beside() -> None:
    county, north, south = willow()
    grid = graft(
        Unit(code="1111", name="网格", kind="grid"),
        under=graft(Unit(code="111", name="社区", kind="community"), under=north),
    )
    mei = somebody("mei")
    appoint(mei, unit=north, role="mediator", from_on=LONG_AGO)
    posts = held(mei, on=JUNE)
    covered = [covering(posts, "mediate", path_of(unit)) is not None for unit in (county, north, south, grid)]
    assert covered == [False, True, False, True]
    assert covering(posts, "approve", path_of(north)) is None
    assert allows(posts, "mediate")
    assert not allows(posts, "approve")


def test_an_own_post_goes_before_one_stood_in_for() -> None:
    county, north, _south = willow()
    mei, sun = somebody("mei"), somebody("sun")
    lead = appoint(sun, unit=north, role="lead", from_on=LONG_AGO)
    stand_in(mei, post=lead, from_on=JUNE, until_on=JUNE, reason="培训")
    own = appoint(mei, unit=county, role="lead", from_on=LONG_AGO)
    found = covering(held(mei, on=JUNE), "approve", path_of(north))
    assert found is not None
    assert found.post_id == own.pk


def test_nobody_is_administrator_and_auditor_at_the_same_time() -> None:
    county, _north, _south = willow()
    mei, sun = somebody("mei"), somebody("sun")
    appoint(mei, unit=county, role="administrator", from_on=LONG_AGO, until_on=date(2026, 5, 31))
    with translation.override("en"), pytest.raises(ValidationError, match="administrator and auditor"):
        appoint(mei, unit=county, role="auditor", from_on=date(2026, 5, 31))
    appoint(mei, unit=county, role="auditor", from_on=JUNE)
    setting_up = appoint(sun, unit=county, role="administrator", from_on=LONG_AGO)
    with translation.override("en"), pytest.raises(ValidationError, match="administrator and auditor"):
        stand_in(mei, post=setting_up, from_on=JUNE, until_on=JUNE, reason="休假")
    assert Post.objects.filter(user=mei).count() == 2


def test_nobody_stands_in_for_themselves_and_no_time_runs_backwards() -> None:
    _county, north, _south = willow()
    mei = somebody("mei")
    post = appoint(mei, unit=north, role="clerk", from_on=LONG_AGO)
    with translation.override("en"):
        with pytest.raises(ValidationError, match="for themselves"):
            stand_in(mei, post=post, from_on=JUNE, until_on=JUNE, reason="休假")
        with pytest.raises(ValidationError, match="before the first"):
            appoint(mei, unit=north, role="lead", from_on=JUNE, until_on=LONG_AGO)


def test_only_an_administrator_of_the_whole_county_opens_the_office() -> None:
    county, north, _south = willow()
    chief, local, former = somebody("chief"), somebody("local"), somebody("former")
    appoint(chief, unit=county, role="administrator", from_on=LONG_AGO)
    appoint(local, unit=north, role="administrator", from_on=LONG_AGO)
    appoint(former, unit=county, role="administrator", from_on=LONG_AGO, until_on=date(2020, 2, 1))
    assert [user.is_staff for user in (chief, local, former)] == [True, False, False]
    chief.is_active = False
    assert not User(pk=chief.pk, is_active=False).has_perm("place.change_unit")
