"""Posts: held on their days, over their unit and what is below."""

from datetime import date

import pytest

from linli.place.models import Unit
from linli.place.tree import graft, path_of
from linli.staff.hiring import appoint
from linli.staff.models import User
from linli.staff.posts import allows, covering, held
from tests.staff.willow import JUNE, LONG_AGO, somebody, willow

pytestmark = pytest.mark.django_db


def test_a_post_is_held_from_its_first_day_to_its_last() -> None:
    _county, north, _south = willow()
    mei = somebody("mei")
    appoint(mei, unit=north, role="clerk", from_on=date(2026, 5, 1), until_on=date(2026, 5, 31))
    days = [date(2026, 4, 30), date(2026, 5, 1), date(2026, 5, 31), date(2026, 6, 1)]
    assert [len(held(mei, on=day)) for day in days] == [0, 1, 1, 0]


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


def test_only_an_administrator_of_the_whole_county_opens_the_office() -> None:
    county, north, _south = willow()
    chief, local, former = somebody("chief"), somebody("local"), somebody("former")
    appoint(chief, unit=county, role="administrator", from_on=LONG_AGO)
    appoint(local, unit=north, role="administrator", from_on=LONG_AGO)
    appoint(former, unit=county, role="administrator", from_on=LONG_AGO, until_on=date(2020, 2, 1))
    assert [user.is_staff for user in (chief, local, former)] == [True, False, False]
    chief.is_active = False
    assert not User(pk=chief.pk, is_active=False).has_perm("place.change_unit")
