"""What waits for a decision stands in the list of those who may decide, and in nobody else's."""

from itertools import product

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from linli.doors.desk.views.today import listings
from linli.kinds.case.kind import CASE
from linli.matters.access import postings, visible, where_may
from linli.matters.asking import Listing
from linli.matters.models import Matter
from linli.matters.queries import counts, page
from linli.matters.state import DESK
from linli.policy.calendar import calendar
from linli.staff.acts import ACTS
from linli.staff.models import User
from tests.kinds.case.in_town import accepted
from tests.kinds.case.told import beating, say
from tests.kinds.request.in_town import dispatched as requested
from tests.town import MONDAY, TUESDAY, Town, opened, pebble, said, viewing

pytestmark = pytest.mark.django_db


def waiting(town: Town) -> Matter:
    matter = opened(CASE, by=town.mei, unit=town.north, told=beating(MONDAY), at=MONDAY)
    return said(say.ask_extension, matter, by=town.he, at=MONDAY, why="案情复杂")


def awaited(user: User) -> list[str]:
    found = page(Listing(awaiting="yes"), viewing(user), at=TUESDAY, calendar=calendar())
    assert counts({"one": Listing(awaiting="yes")}, viewing(user), at=TUESDAY, calendar=calendar()) == {
        "one": found.total
    }
    assert found.total == len(found.rows)
    return [row.number for row in found.rows]


def test_who_may_decide_there_has_it_on_the_list_until_it_is_decided(town: Town) -> None:
    matter, _other = waiting(town), accepted(town)
    listed = {name: awaited(user) for name, user in town.posts.items()}
    assert {name for name, numbers in listed.items() if numbers} == {"lead", "leader"}
    assert listed["leader"] == [matter.number]
    assert awaited(town.sun) == []
    said(say.approve_extension, matter, by=town.chen, at=TUESDAY)
    assert awaited(town.chen) == []


def test_the_tile_of_the_first_page_leads_to_the_list_it_counts(town: Town) -> None:
    waiting(town)
    assert listings()["pressing.awaiting"].query() == "awaiting=yes"
    chen = Client()
    chen.force_login(town.chen)
    html = chen.get("/").content.decode()
    assert '<a class="tile" href="/matters/?awaiting=yes"><strong class="num">1</strong>' in html
    assert "待我审批" in chen.get("/matters/?awaiting=yes").content.decode()


def test_the_list_of_what_waits_asks_as_much_for_many_as_for_few(town: Town) -> None:
    who, known, asked = viewing(town.chen), calendar(), []
    for more in (3, 20):
        for _place in range(more):
            waiting(town)
        page(Listing(awaiting="yes"), who, at=timezone.now(), calendar=known)
        with CaptureQueriesContext(connection) as told:
            page(Listing(awaiting="yes"), who, at=TUESDAY, calendar=known)
        asked.append(len(told))
    assert asked[0] == asked[1]


def test_the_condition_answers_as_the_rights_do_for_every_act_and_everybody(town: Town) -> None:
    """Also where a duty in person reaches beyond one's own units: the officer of another community."""
    matter = waiting(town)
    said(say.assign, matter, by=town.gu, at=MONDAY, leader=town.chen, team_lead=town.gu, officer=town.wang)
    pebble(town)
    requested(town)
    for user in (*town.posts.values(), town.sun):
        who = viewing(user, at=TUESDAY)
        open_ones = visible(who).filter(closed_at=None)
        for act, of in product(ACTS, ("", DESK)):
            answered = frozenset(open_ones.filter(where_may(who, act, of=of)).values_list("pk", flat=True))
            assert answered == frozenset(postings(who, act, open_ones, of=of)), (user.username, act, of)
