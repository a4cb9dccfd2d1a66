"""What the desk is to decide stands in the list of those of the desk who may decide it, and in nobody else's."""

import pytest

from linli.matters.asking import Listing
from linli.matters.queries import page
from linli.policy.calendar import calendar
from linli.staff.models import User
from tests.kinds.request.in_town import clerk, in_hand
from tests.kinds.request.told import say, sending
from tests.reports.sitting import looked
from tests.town import MONDAY, TUESDAY, Town, said, viewing

pytestmark = pytest.mark.django_db


def awaited(user: User) -> list[str]:
    found = page(Listing(awaiting="yes"), viewing(user, at=TUESDAY), at=TUESDAY, calendar=calendar())
    return [row.number for row in found.rows]


def test_a_return_waits_for_who_dispatches_at_the_desk_and_more_time_for_who_leads_it(town: Town) -> None:
    back = {"return_ground": "not_our_area", "why": "在南社区"}
    time = {"days": 3, "why": "等待配件", "legal_basis": "《采购法》"}
    returned = said(say.send_back, in_hand(town), by=town.he, at=MONDAY, **back)
    longer = said(say.ask_extension, in_hand(town), by=town.he, at=MONDAY, **time)
    assert awaited(clerk(town)) == [returned.number]
    assert sorted(awaited(town.chen)) == sorted([returned.number, longer.number])
    assert [awaited(user) for user in (town.he, town.gu, town.mei, town.sun)] == [[]] * 4
    assert {row.number for row in looked(town, at=TUESDAY)["awaiting"].rows} == {returned.number, longer.number}
    said(say.designate, returned, by=clerk(town), at=TUESDAY, **sending(town.north))
    said(say.grant_extension, longer, by=town.chen, at=TUESDAY)
    assert awaited(town.chen) == []
