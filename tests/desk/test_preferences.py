"""Language and light are chosen without scripts and kept."""

import pytest

from linli.staff.models import User
from tests.desk.conftest import Desk, page
from tests.town import Town


def test_the_language_is_chosen_and_kept_with_the_user(town: Town, desk: Desk) -> None:
    mei = desk(town.mei)
    mei.post("/language/", {"language": "en", "next": "/matters/"})
    assert "New matter" in page(mei, "/matters/")
    assert User.objects.get(pk=town.mei.pk).language == "en"


@pytest.mark.parametrize("theme", ["light", "dark", "system"])
def test_the_light_is_chosen_without_scripts(town: Town, desk: Desk, theme: str) -> None:
    mei = desk(town.mei)
    mei.post("/theme/", {"theme": theme})
    shown = page(mei, "/")
    assert ("desk/dark.css" in shown) == (theme != "light")
    assert ("prefers-color-scheme" in shown) == (theme == "system")
