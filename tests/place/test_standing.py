"""Where a unit of each kind may stand, and the sentence where it may not."""

import pytest
from django.core.exceptions import ValidationError
from django.utils import translation

from linli.place.models import Unit
from tests.place.trees import plant, willow

pytestmark = pytest.mark.django_db


def test_a_department_may_have_offices_of_its_own_and_one_in_a_street() -> None:
    county, street, _community, _grid = willow()
    bureau = plant("21", kind="department", under=county)
    assert plant("211", kind="department", under=bureau).level == 3
    assert plant("212", kind="department", under=street).level == 3


@pytest.mark.parametrize(
    ("kind", "parent", "sentence"),
    [
        ("street", None, "must belong to another unit"),
        ("county", "county", "stands at the top"),
        ("grid", "street", "cannot belong to a"),
        ("community", "grid", "cannot belong to a"),
    ],
)
def test_a_unit_in_the_wrong_place_is_refused_with_a_sentence(kind: str, parent: str | None, sentence: str) -> None:
    units = {unit.kind: unit for unit in willow()}
    with translation.override("en"), pytest.raises(ValidationError, match=sentence):
        plant("9", kind=kind, under=units[parent] if parent else None)
    assert not Unit.objects.filter(code="9").exists()
