"""Standing in: whose post it is, how long, and what goes before it."""

from datetime import date
from typing import Any

import pytest

from linli.place.tree import path_of
from linli.staff.hiring import appoint, stand_in
from linli.staff.posts import covering, held
from tests.staff.willow import JUNE, LONG_AGO, somebody, willow

pytestmark = pytest.mark.django_db


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


def test_an_own_post_goes_before_one_stood_in_for() -> None:
    county, north, _south = willow()
    mei, sun = somebody("mei"), somebody("sun")
    lead = appoint(sun, unit=north, role="lead", from_on=LONG_AGO)
    stand_in(mei, post=lead, from_on=JUNE, until_on=JUNE, reason="培训")
    own = appoint(mei, unit=county, role="lead", from_on=LONG_AGO)
    found = covering(held(mei, on=JUNE), "approve", path_of(north))
    assert found is not None
    assert found.post_id == own.pk
