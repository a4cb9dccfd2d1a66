"""Form fields for colleagues and places, as they are typed."""

import pytest
from django.core.exceptions import ValidationError

from linli.matters.fields import CellField, UnitField, UserField
from linli.place.models import Cell
from linli.staff.hiring import appoint
from linli.staff.models import User
from tests.town import LONG_AGO, Town, unit

BOX = {"polygon": "{}", "min_lon": 0, "min_lat": 0, "max_lon": 0, "max_lat": 0}


@pytest.mark.parametrize("typed", ["mei", "梅兰", "梅兰 (mei)", " 梅兰（mei） "])
def test_a_colleague_is_known_by_sign_in_name_by_name_and_by_suggestion(town: Town, typed: str) -> None:
    assert UserField(act="record").clean(typed) == town.mei


@pytest.mark.parametrize("typed", ["雷鸣", "nobody", "周阿婆"])
def test_whoever_may_not_do_it_is_refused_by_the_field(town: Town, typed: str) -> None:
    with pytest.raises(ValidationError):
        UserField(act="record").clean(typed)


def test_places_are_known_by_code_and_by_name(town: Town) -> None:
    assert UnitField().clean("南社区") == UnitField().clean("南社区 (360102)") == town.south
    assert CellField(required=False).clean("36010101") == town.cell
    assert CellField(required=False).clean("") is None


def test_a_place_is_known_by_a_part_of_its_name_that_only_one_has(town: Town) -> None:
    assert UnitField().clean("南社") == town.south
    grid = unit("N2", "第2网格", kind="grid", under=town.north)
    cell = Cell.objects.create(code="C-N2", unit=grid, **BOX)
    assert CellField().clean("第2网") == CellField().clean("北社区 第2网格") == CellField().clean("c-n2") == cell


def test_what_several_are_called_is_not_said_to_be_nothing(town: Town) -> None:
    unit("360103", "东社区", kind="community", under=town.street)
    for code, above in (("N1", town.north), ("S1", town.south)):
        Cell.objects.create(code=f"C-{code}", unit=unit(code, "第1网格", kind="grid", under=above), **BOX)
    with pytest.raises(ValidationError, match=r"“第1网格”可能指多个网格：北社区 第1网格、南社区 第1网格。"):
        CellField().clean("第1网格")
    with pytest.raises(ValidationError, match=r"“社区”可能指多个单位：柳树街道 北社区、柳树街道 南社区、[^、]*、…。"):
        UnitField().clean("社区")
    with pytest.raises(ValidationError, match="没有这个单位"):
        UnitField().clean("西社区")


def test_a_unit_that_is_closed_is_meant_by_no_name_and_no_code(town: Town) -> None:
    gone = unit("360109", "老社区", kind="community", under=town.street)
    gone.closed_on = LONG_AGO
    gone.save()
    for typed in ("老社区", "360109", "老社"):
        with pytest.raises(ValidationError, match="没有这个单位"):
            UnitField().clean(typed)


def test_of_colleagues_with_one_name_each_can_be_told(town: Town) -> None:
    appoint(User.objects.create(username="mei2", name="梅兰"), unit=town.south, role="clerk", from_on=LONG_AGO)
    with pytest.raises(ValidationError, match=r"可能指多人：.*梅兰 \(mei2\)"):
        UserField(act="record").clean("梅兰")
