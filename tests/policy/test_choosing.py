"""Categories to choose from: of one kind, under the one above them, in the language of the page, as they stand now."""

from datetime import date

import pytest
from django.utils.translation import override

from linli.policy.models import Category
from linli.policy.office import categories_to_choose

pytestmark = pytest.mark.django_db
FIRST = date(2020, 1, 1)


def test_they_stand_under_the_one_above_them_in_the_language_of_the_page() -> None:
    lamp = a_category()
    with override("zh-hans"):
        assert ("城市管理", (("lamp", "路灯"),)) in categories_to_choose(lamp.kind)
    with override("en"):
        assert ("City", (("lamp", "Street lamp"),)) in categories_to_choose(lamp.kind)
    assert not categories_to_choose("another")


def test_what_was_renamed_or_ended_is_so_at_once() -> None:
    lamp = a_category()
    with override("zh-hans"):
        assert ("lamp", "路灯") in offered(lamp.kind)
        lamp.name = "照明"
        lamp.save()
        assert ("lamp", "照明") in offered(lamp.kind)
        lamp.valid_until = date(2026, 6, 30)
        lamp.save()
        assert "lamp" not in dict(offered(lamp.kind))


def a_category() -> Category:
    above = Category.objects.create(kind="request", code="city", name="城市管理", name_en="City", valid_from=FIRST)
    return Category.objects.create(
        kind="request", code="lamp", name="路灯", name_en="Street lamp", parent=above, valid_from=FIRST
    )


def offered(kind: str) -> list[tuple[str, str]]:
    return [choice for _name, choices in categories_to_choose(kind) for choice in choices]
