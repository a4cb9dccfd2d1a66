"""Form fields for colleagues and places, as they are typed."""

import pytest
from django.core.exceptions import ValidationError

from linli.matters.fields import CellField, UnitField, UserField
from tests.town import Town


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
