"""What the desk offers first of a request: to the clerk who took it in, and to the handler of the unit."""

import re

import pytest
from django.test import Client

from linli.matters.models import Matter
from linli.staff.models import User
from tests.kinds.request.in_town import clerk, taken_in
from tests.kinds.request.told import answer, say, sending
from tests.town import MONDAY, Town, said

pytestmark = pytest.mark.django_db


def foremost(client: Client, user: User, matter: Matter) -> str:
    """The verb that stands first and in colour."""
    client.force_login(user)
    page = client.get(f"/m/{matter.number}/").content.decode()
    found = re.search(r'step-next">\s*<ul><li><a href="/m/[^/]+/(\w+)/"', page)
    return found[1] if found else ""


def test_each_side_is_offered_its_own_next_step(client: Client, town: Town) -> None:
    matter, qin = taken_in(town), clerk(town)
    assert foremost(client, qin, matter) == "accept"
    matter = said(say.accept, matter, by=qin, at=MONDAY)
    assert foremost(client, qin, matter) == "dispatch"
    matter = said(say.dispatch, matter, by=qin, at=MONDAY, **sending(town.north))
    assert [foremost(client, user, matter) for user in (qin, town.mei, town.he)] == ["", "", "sign"]
    matter = said(say.sign, matter, by=town.he, at=MONDAY)
    assert foremost(client, town.he, matter) == "contact"
    matter = said(say.contact, matter, by=town.he, at=MONDAY, contact_way="phone")
    assert [foremost(client, user, matter) for user in (qin, town.he)] == ["", "progress"]
    matter = said(say.reply, matter, by=town.he, at=MONDAY, **answer())
    assert foremost(client, town.he, matter) == ""


def test_what_waits_for_the_desk_stands_first_there(client: Client, town: Town) -> None:
    matter, qin = taken_in(town), clerk(town)
    matter = said(say.accept, matter, by=qin, at=MONDAY)
    matter = said(say.dispatch, matter, by=qin, at=MONDAY, **sending(town.north))
    matter = said(say.send_back, matter, by=town.he, at=MONDAY, return_ground="not_our_area", why="在南社区")
    assert [foremost(client, user, matter) for user in (qin, town.he)] == ["uphold_return", ""]
