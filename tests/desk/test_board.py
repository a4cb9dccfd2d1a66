"""The duties of posts on the desk: every figure leads to a list of as many; shares have their whole; no rankings."""

import re
from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from linli.doors.desk.views.board import Share
from tests.desk.conftest import Desk, page
from tests.pebble import commands
from tests.town import Town, pebble, said

FIGURE = re.compile(r'<a class="num(?: zero)?" href="/matters/\?([^"]+)">(\d+)</a>')


def busy(town: Town, *, each: int = 1) -> None:
    """North with one in Wang's hands, a red one and a late one; South with one that was passed on."""
    long_ago, lately = timezone.now() - timedelta(days=40), timezone.now() - timedelta(hours=2)
    for _time in range(each):
        said(commands.carry, pebble(town, at=lately), by=town.wang, at=lately)
        said(commands.carry, pebble(town, at=long_ago), by=town.he, at=long_ago)
        said(commands.warn, pebble(town, at=lately), by=town.mei, at=lately)
        said(commands.pass_on, pebble(town, at=lately), by=town.chen, at=lately, unit=town.south)


def test_every_figure_is_the_count_of_the_list_it_leads_to(town: Town, desk: Desk) -> None:
    busy(town)
    chen = desk(town.chen)
    figures = FIGURE.findall(page(chen, "/board/"))
    assert len(figures) == 6 * 5
    for query, figure in figures:
        listed = page(chen, f"/matters/?{query.replace('&amp;', '&')}")
        assert f'id="total">{figure}<' in listed, query
    assert {figure for _query, figure in figures} >= {"0", "1", "3", "4"}


def test_units_stand_in_the_order_of_the_tree_with_shares_of_their_whole(town: Town, desk: Desk) -> None:
    busy(town)
    html = page(desk(town.chen), "/board/")
    assert html.index("北社区") < html.index("何苗") < html.index("王守和") < html.index("南社区")
    assert "3/4 · 75.0%" in html
    assert "1/3 · 33.3%" in html
    assert str(Share(0, 0)) == "—"


def test_a_unit_below_is_opened_and_one_that_is_not_theirs_is_not(town: Town, desk: Desk) -> None:
    busy(town)
    chen, mei = desk(town.chen), desk(town.mei)
    assert 'href="?unit=3601"' in page(chen, "/board/?unit=360101")
    assert "王守和" in page(chen, "/board/?unit=北社区 (360101)")
    assert 'href="?unit=3601"' not in page(mei, "/board/")
    for query in ("3601", "360102", "nonsense"):
        assert mei.get(f"/board/?unit={query}").status_code == 404
    assert desk(town.fang).get("/board/").status_code == 403


def test_a_list_of_somebodys_duty_says_whose_it_is(town: Town, desk: Desk) -> None:
    busy(town)
    html = page(desk(town.chen), "/matters/?duty=holder~wang~360101")
    assert "王守和 · 承办人 · 北社区" in html
    assert '<input type="hidden" name="duty" value="holder~wang~360101">' in html


def test_a_fuller_board_costs_the_same_questions(town: Town, desk: Desk) -> None:
    chen, asked = desk(town.chen), []
    for each in (1, 4):
        busy(town, each=each)
        page(chen, "/board/")
        with CaptureQueriesContext(connection) as told:
            page(chen, "/board/")
        asked.append(len(told))
    assert asked[0] == asked[1]
