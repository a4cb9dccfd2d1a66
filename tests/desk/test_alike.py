"""Cases that may be of one series, on the page of one of them: with reasons, within one's rights, linked by people."""

from collections.abc import Callable

import pytest
from django.test import Client

from linli.likeness.lay import lay_new
from linli.matters.models import Matter
from linli.matters.sealing import seal_new
from linli.staff.models import User
from tests.kinds.case.in_town import accepted
from tests.kinds.case.told import assessing, say
from tests.town import MONDAY, Town, pebble, said

pytestmark = pytest.mark.django_db

Desk = Callable[[User], Client]


def orange(town: Town) -> tuple[Matter, Matter]:
    """Two burglaries alike, of which the first cannot be solved yet."""
    first, second = (accepted(town, method="撬开后窗入室") for _each in range(2))
    seal_new(at=MONDAY)
    lay_new(at=MONDAY)
    told = assessing(assessment="not_yet", assessment_ground="no_lead")
    return said(say.assess, first, by=town.he, at=MONDAY, **told), second


def test_an_orange_case_asks_at_once_which_others_are_alike_and_says_why(desk: Desk, town: Town) -> None:
    first, second = orange(town)
    page = desk(town.he).get(f"/m/{first.number}/").content.decode()
    assert f'hx-get="/m/{first.number}/alike/"' in page
    found = desk(town.he).get(f"/m/{first.number}/alike/", headers={"HX-Request": "true"}).content.decode()
    assert second.number in found
    assert "类型相同" in found
    assert "作案手法均有：撬开后窗入室" in found
    assert "<html" not in found


def test_the_link_opens_the_step_with_the_other_number_and_who_is_linked_is_told_so(desk: Desk, town: Town) -> None:
    first, second = orange(town)
    where = f"/m/{first.number}/link_series/?other={second.number}"
    assert where in desk(town.he).get(f"/m/{first.number}/alike/").content.decode()
    assert f'value="{second.number}"' in desk(town.he).get(where).content.decode()
    said(say.link_series, first, by=town.he, at=MONDAY, other=second.number, why="手法相同")
    seal_new(at=MONDAY)
    lay_new(at=MONDAY)
    page = desk(town.he).get(f"/m/{first.number}/alike/").content.decode()
    assert "已与本事项串并" in page
    assert where not in page


def test_who_may_only_look_sees_no_link_and_another_streets_cases_are_not_proposed(desk: Desk, town: Town) -> None:
    first, second = orange(town)
    page = desk(town.lei).get(f"/m/{first.number}/alike/").content.decode()
    assert second.number in page
    assert "link_series" not in page
    assert desk(town.sun).get(f"/m/{first.number}/alike/").status_code == 404


def test_a_kind_that_leaves_no_traces_has_nothing_alike_and_no_card(desk: Desk, town: Town) -> None:
    stone = pebble(town)
    assert "/alike/" not in desk(town.wang).get(f"/m/{stone.number}/").content.decode()
    assert "没有足够相似" in desk(town.wang).get(f"/m/{stone.number}/alike/").content.decode()
