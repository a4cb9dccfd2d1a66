"""The title of a dispute names no party, whichever of the two is told first."""

from typing import Any

import pytest

from linli.matters.commands import Refused
from linli.matters.everyday import rename
from tests.kinds.dispute.in_town import registered
from tests.kinds.dispute.told import say
from tests.town import TUESDAY, Town, facts_of, said

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("verb", "told"),
    [
        ("add_party", {"side": "b", "party_role": "party", "name": "阳台", "phone": ""}),
        ("correct_party", {"number": 1, "name": "渗水"}),
    ],
)
def test_a_party_whose_name_stands_in_the_title_waits_for_a_better_title(
    town: Town, verb: str, told: dict[str, Any]
) -> None:
    matter = registered(town)
    command = getattr(say, verb)
    with pytest.raises(Refused, match="先改标题"):
        said(command, matter, by=town.mei, at=TUESDAY, **told)
    matter = said(rename, matter, by=town.mei, at=TUESDAY, title="楼上漏下来，两家不和")
    assert said(command, matter, by=town.mei, at=TUESDAY, **told).version > matter.version


def test_a_dispute_is_not_handed_over_under_the_name_of_a_party(town: Town) -> None:
    matter, told = registered(town), {"to_kind": "pebble", "text": "动手", "why": "涉嫌违法"}
    with pytest.raises(Refused):
        said(say.convert, matter, by=town.chen, at=TUESDAY, title="孙大勇打人", **told)
    assert facts_of(matter)[-1] != "Converted"
    assert said(say.convert, matter, by=town.chen, at=TUESDAY, title="打人", **told).stage == "converted"
