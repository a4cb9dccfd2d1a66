"""The office looks like the desk: its admin wears the desk's colours, and none of its own."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

from tests.office.visiting import administrator, page, text

COLOUR = re.compile(r"#[0-9a-f]{3,6}\b")


def colours(name: str) -> set[str]:
    found = finders.find(name)
    assert isinstance(found, str)
    return set(COLOUR.findall(Path(found).read_text(encoding="utf-8")))


def test_every_colour_of_the_office_is_one_of_the_desk() -> None:
    worn = colours("office/office.css")
    assert len(worn) > 20
    assert worn <= colours("desk/tokens.css") | colours("desk/dark.css")


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["index", "place_unit_changelist", "staff_post_add"])
def test_every_page_of_the_office_wears_them_over_those_of_the_admin(name: str) -> None:
    html = text(administrator().get(page(name)))
    assert html.index("admin/css/base.css") < html.index("admin/css/dark_mode.css") < html.index("office/office.css")
