"""The list: filters in the URL, exact counts, pages without offsets, the same questions for any length."""

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from linli.doors.desk.filters import page_of
from linli.doors.desk.models import SavedView
from linli.doors.desk.views.today import listings
from linli.matters.asking import Listing, read_listing
from linli.matters.dues import soon_until
from linli.matters.kind import kinds
from linli.matters.models import Matter
from linli.matters.queries import counts, page, pressing
from linli.matters.urgency import by_urgency
from linli.policy.calendar import calendar
from tests.desk.conftest import Desk
from tests.desk.conftest import page as shown
from tests.kinds.request.in_town import taken_in
from tests.pebble.commands import bring_home, carry, warn
from tests.town import FRIDAY, MONDAY, TUESDAY, WEDNESDAY, Town, pebble, said, viewing


def many(town: Town, count: int) -> None:
    for place in range(count):
        matter = pebble(town, at=MONDAY + timedelta(minutes=place), title=f"第{place}颗")
        if place % 2:
            said(carry, matter, by=town.he, at=TUESDAY)


def listing(query: str) -> Listing:
    return read_listing(dict(QueryDict(query).lists()))


@pytest.mark.parametrize(
    "order", ["colour", "-colour", "due", "-due", "opened", "-opened", "touched", "-touched", "number", "-number"]
)
def test_turning_the_pages_there_and_back_shows_every_row_once(town: Town, order: str) -> None:
    many(town, 9)
    who, known = viewing(town.mei), calendar()
    there: list[list[str]] = []
    at = Listing(sort=order, size=4)
    while True:
        found = page(at, who, at=FRIDAY, calendar=known)
        there.append([row.number for row in found.rows])
        if found.after is None:
            break
        at = Listing(sort=order, size=4, after=found.after)
    assert [len(rows) for rows in there] == [4, 4, 1]
    assert len({number for rows in there for number in rows}) == 9
    back = page(Listing(sort=order, size=4, before=found.before), who, at=FRIDAY, calendar=known)
    assert [row.number for row in back.rows] == there[1]
    assert back.total == 9


def test_lists_of_three_and_of_twenty_three_ask_the_same_number_of_questions(town: Town, desk: Desk) -> None:
    mei = desk(town.mei)
    asked = []
    for count in (3, 20):
        many(town, count)
        shown(mei, "/matters/")
        with CaptureQueriesContext(connection) as told:
            shown(mei, "/matters/")
        asked.append(len(told))
    assert asked[0] == asked[1]
    assert asked[0] <= 8, "session, user, policy, posts, what is seen beyond, count, rows, views"


@pytest.mark.parametrize("number", ["QS-2026-000042", "求〔2026〕42 号", "A1&b=%20#x?", "~é'(1);"])
def test_the_address_of_a_row_is_the_one_that_django_says(number: str) -> None:
    assert page_of(number) == reverse("matter", args=(number,))


MINE = Listing(whose="mine")
NARROWER = {
    "of a kind": replace(MINE, kind="pebble"),
    "of another": replace(MINE, kind="request"),
    "carried": replace(MINE, stage="carried"),
    "closed": replace(MINE, state="closed"),
    "all": replace(MINE, state="all"),
    "new": replace(MINE, taken="no"),
    "overdue": replace(MINE, due="overdue"),
    "North": replace(MINE, unit="360101"),
    "South": replace(MINE, unit="360102"),
    "red or green": replace(MINE, colour=("red", "green")),
}
"""What of one's own can be added up by sort, and what has to be asked for besides."""


def test_every_count_of_the_first_page_equals_the_list_it_leads_to(town: Town, desk: Desk) -> None:
    many(town, 5)
    said(warn, pebble(town), by=town.mei, at=TUESDAY)
    said(bring_home, said(carry, pebble(town), by=town.he, at=TUESDAY), by=town.he, at=WEDNESDAY)
    who, known, at = viewing(town.he, at=timezone.now()), calendar(), timezone.now()
    asked = {**listings(), **NARROWER}
    counted = counts(asked, who, at=at, calendar=known)
    for name, one in asked.items():
        again = listing(one.query())
        assert counted[name] == page(again, who, at=at, calendar=known).total, name
    assert counted["scope."] == 6
    assert 'href="/matters/?whose=mine"' in shown(desk(town.he), "/")


def test_an_outsider_counts_nothing(town: Town) -> None:
    many(town, 3)
    assert set(counts(listings(), viewing(town.sun), at=FRIDAY, calendar=calendar()).values()) == {0}


def test_what_nobody_knows_is_left_out_and_said(town: Town, desk: Desk) -> None:
    read = listing("colour=pink&stage=found&size=7&due_from=2026-13-40&hat=blue&after=x")
    assert read.stage == "found"
    assert len(read.ignored) == 5
    assert "hat=blue" in shown(desk(town.mei), "/matters/?hat=blue")


def test_a_listing_survives_the_way_through_a_url() -> None:
    read = listing(
        "colour=green&colour=red&q=%E6%BC%8F%E6%B0%B4&due=overdue&sort=-opened&opened_from=2026-01-02&size=20"
    )
    assert read.colour == ("red", "green")
    assert listing(read.query()) == read


def test_filters_narrow_as_they_say(town: Town) -> None:
    many(town, 4)
    said(warn, pebble(town, title="危险的石子"), by=town.mei, at=TUESDAY)
    who, known = viewing(town.chen), calendar()
    totals = {
        query: page(listing(query), who, at=FRIDAY, calendar=known).total
        for query in (
            "",
            "stage=carried",
            "colour=red",
            "q=危险",
            "unit=360101",
            "unit=360102",
            "whose=mine",
            "state=closed",
        )
    }
    assert totals == {
        "": 5, "stage=carried": 2, "colour=red": 1, "q=危险": 1, "unit=360101": 5, "unit=360102": 0, "whose=mine": 0,
        "state=closed": 0,
    }  # fmt: skip


def test_soon_counts_working_days_only(town: Town) -> None:
    """From a Friday: Monday, Tuesday and Wednesday."""
    until = soon_until(FRIDAY, calendar=calendar())
    assert (until - FRIDAY).days == 5


def test_a_view_is_saved_for_oneself_or_for_the_unit(town: Town, desk: Desk) -> None:
    mei, sun = desk(town.mei), desk(town.sun)
    mei.post("/views/", {"title": "红色", "colour": "red", "share": str(town.north.pk)})
    mei.post("/views/", {"title": "只给自己", "q": "石子"})
    assert "红色" in shown(desk(town.wang), "/")
    assert "只给自己" not in shown(desk(town.wang), "/")
    assert "红色" not in shown(sun, "/")
    view = SavedView.objects.get(title="红色")
    assert (view.query, view.unit) == ("colour=red", town.north)
    assert sun.post(f"/views/{view.pk}/forget/").status_code == 404
    assert mei.post(f"/views/{view.pk}/forget/").status_code == 302


def test_a_view_shared_with_the_unit_holds_no_words_to_search_for(town: Town, desk: Desk) -> None:
    mei, told = desk(town.mei), {"title": "石子", "q": "石子"}
    mei.post("/views/", {**told, "share": str(town.north.pk)})
    assert not SavedView.objects.exists()
    said_so = shown(mei, "/matters/?q=石子")
    assert said_so.count("不能共享") == 2
    assert 'name="share"' not in said_so
    mei.post("/views/", told)
    assert SavedView.objects.get().unit is None
    assert 'name="share"' in shown(mei, "/matters/?colour=red")


def test_the_most_pressing_comes_by_colour_and_then_by_what_is_due(town: Town) -> None:
    first, second = pebble(town, at=MONDAY), pebble(town, at=MONDAY + timedelta(minutes=1))
    said(warn, second, by=town.mei, at=TUESDAY)
    rows = pressing(Listing(), viewing(town.mei), at=TUESDAY, calendar=calendar(), most=5)
    assert [row.number for row in rows] == [second.number, first.number]


def test_open_matters_stand_by_colour_then_by_what_is_due_and_those_without_a_deadline_last(town: Town) -> None:
    undated, later, sooner, red = (pebble(town) for _place in range(4))
    said(carry, later, by=town.he, at=WEDNESDAY)
    said(carry, sooner, by=town.he, at=TUESDAY)
    said(warn, red, by=town.mei, at=TUESDAY)
    orders = {
        order: [
            row.number for row in page(Listing(sort=order), viewing(town.mei), at=WEDNESDAY, calendar=calendar()).rows
        ]
        for order in ("", "-colour")
    }
    assert orders[""] == [one.number for one in (red, sooner, later, undated)]
    assert orders["-colour"] == [one.number for one in (later, sooner, undated, red)]


@pytest.mark.skipif(connection.vendor != "sqlite", reason="the plan is read as SQLite words it")
def test_the_order_by_colour_can_be_read_from_its_index_there_and_back(town: Town) -> None:
    for backwards in (False, True):
        rows = Matter.objects.filter(closed_at=None).order_by(*by_urgency(down=backwards, backwards=backwards))
        plan = rows[:51].explain()
        assert "USING INDEX matter_open" in plan
        assert "TEMP B-TREE" not in plan


def test_a_cursor_of_another_order_is_left_out(town: Town) -> None:
    assert listing("after=2,2026-03-02T09:00:00%2B00:00~7").after is not None
    for wrong in ("9,-~7", "2026-03-02T09:00:00%2B00:00~7", "2,gestern~7", "x~7"):
        read = listing(f"after={wrong}")
        assert (read.after, len(read.ignored)) == (None, 1)


def test_several_words_must_all_be_there_in_any_order(town: Town) -> None:
    pebble(town, title="桥头漏水的石子")
    pebble(town, title="桥头的石子")
    who, known = viewing(town.mei), calendar()
    found = {
        asked: page(listing(f"q={asked}"), who, at=FRIDAY, calendar=known).total for asked in ("漏水 桥头", "桥头")
    }
    assert found == {"漏水 桥头": 1, "桥头": 2}


def test_who_finds_nothing_is_told_what_is_searched_and_what_was_left_out(town: Town, desk: Desk) -> None:
    mei = desk(town.mei)
    nothing, everywhere = shown(mei, "/matters/?q=无此事"), shown(mei, "/matters/?q=无此事&state=all")
    assert "从不查姓名和电话" in nothing
    assert "从不查姓名和电话" in everywhere
    assert "未办结和已办结的都已找过" in everywhere
    assert "未办结和已办结的都已找过" not in nothing
    assert "从不查姓名和电话" not in shown(mei, "/matters/?colour=red")


def test_stages_stand_under_their_kind_and_alone_once_it_is_chosen(town: Town, desk: Desk) -> None:
    mei = desk(town.mei)
    assert shown(mei, "/matters/").count("<optgroup") == len(kinds())
    assert "<optgroup" not in shown(mei, "/matters/?kind=pebble")


def test_what_was_asked_for_is_marked_where_it_stands_and_told_by_kind(town: Town, desk: Desk) -> None:
    matter = taken_in(town, story="三号楼<b>楼上漏水</b>三天了。", title="漏水求助")
    pebble(town, title="桥头漏水的石子")
    chen = desk(town.chen)
    html = shown(chen, "/matters/?q=漏水&state=all")
    assert "<mark>漏水</mark>求助" in html
    assert "三号楼&lt;b&gt;楼上<mark>漏水</mark>&lt;/b&gt;三天了。" in html
    assert [f"{name}</span>" in html for name in ('class="num">2', 'class="num">1')] == [True, True]
    assert "<mark>" not in shown(chen, "/matters/?state=all")
    assert f"<mark>{matter.number}</mark>" in shown(chen, f"/matters/?q={matter.number}&state=all")
    assert "of-kinds" in shown(chen, "/matters/?q=漏水&state=all&kind=pebble")


def test_where_there_are_no_headings_every_order_they_lead_to_can_be_chosen(town: Town, desk: Desk) -> None:
    matter = pebble(town)
    html = shown(desk(town.mei), "/matters/?state=all&kind=pebble&sort=-due&size=20")
    form = html.partition('<form class="form order"')[2].partition("</form>")[0]
    offered = re.findall(r'<option value="([^"]+)"', form)
    headed = {order for name in re.findall(r'href="\?[^"]*sort=-?(\w+)', html) for order in (name, f"-{name}")}
    assert set(offered) == headed
    assert '<option value="-due" selected>' in form
    kept = re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', form)
    assert kept == [("kind", "pebble"), ("state", "all"), ("size", "20")]
    found = shown(desk(town.mei), "/matters/?q=石子&state=all")
    assert '<option value="-recorded" selected>' in found, (
        "how the list stands is told also where no heading leads there"
    )
    assert matter.number in found


def test_an_excerpt_says_the_names_of_category_and_cell_in_the_language_of_the_reader(town: Town, desk: Desk) -> None:
    town.cell.unit.name_en = "North Grid One"
    town.cell.unit.save()
    taken_in(town, story="夜里不亮。", title="求助", place="", cell=town.cell.pk)
    chen = desk(town.chen)

    def said(asked: str, language: str) -> str:
        chen.cookies[settings.LANGUAGE_COOKIE_NAME] = language
        html = shown(chen, f"/matters/?q={asked}&state=all")
        return html.partition('class="found-in">')[2].partition("</th>")[0]

    assert "北社区<mark>第一网格</mark></span>" in said("第一网格", "zh-hans")
    assert "<mark>路灯</mark>不亮</span>" in said("路灯", "zh-hans")
    assert "North <mark>Grid</mark> One</span>" in said("grid", "en")
    assert "North <mark>Grid</mark> One</span>" in said("grid", "zh-hans"), "where only the other name was asked for"
    assert "<mark>36010101</mark></span>" in said("36010101", "zh-hans")
