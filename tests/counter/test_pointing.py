"""Where it is: a tap on the map becomes a point and a cell, and can be taken back; words are enough."""

import base64
import re

import pytest
from django.core.exceptions import ValidationError
from django.forms import TextInput
from django.test import Client

from linli.doors.counter.chart import SIDE, Window, drawn
from linli.matters.models import Event
from linli.matters.pointing import PointField, point_of
from linli.place.chart import chart
from tests.counter.visiting import PLACE, WHAT, handed_in, hidden, page, sent
from tests.town import Town

MIDDLE = {"map.x": str(SIDE // 2), "map.y": str(SIDE // 2)}


def where(client: Client) -> str:
    return sent(client, page(client, PLACE), **WHAT).content.decode()  # type: ignore[no-any-return]


def test_a_tap_marks_the_point_and_the_cell_and_comes_closer(town: Town, client: Client) -> None:
    html = sent(client, where(client), go="", **MIDDLE).content.decode()
    told = hidden(html)
    assert point_of(told["point"][0]) == [115.005, 28.005]
    assert told["view"] == ["115.005000,28.005000,1"]
    assert f'value="北社区第一网格 ({town.cell.code})"' in html
    assert told["step"] == ["1"]


def test_a_second_tap_is_finer_than_the_first(town: Town, client: Client) -> None:
    html = sent(client, where(client), go="", **MIDDLE).content.decode()
    html = sent(client, html, go="", **{"map.x": "244", "map.y": "144"}).content.decode()
    lon, _lat = point_of(hidden(html)["point"][0]) or [0, 0]
    assert 115.005 < lon < 115.0075


def test_the_point_is_handed_in_with_its_cell(town: Town, client: Client) -> None:
    told = {"go": "next", "point": "115.005,28.005", "cell": town.cell.code}
    matter = handed_in(client, where=told)
    assert '"point":["115.005000","28.005000"]' in Event.objects.get(matter=matter, fact="Found").payload
    assert matter.cell == town.cell


def test_a_tap_beside_the_grid_is_refused_in_words_and_marks_nothing(town: Town, client: Client) -> None:
    html = sent(client, where(client), go="", **{"map.x": "1", "map.y": "1"}).content.decode()
    assert 'class="summary"' in html
    assert "point" not in hidden(html)


def test_the_mark_can_be_taken_away_and_the_map_opened_again(town: Town, client: Client) -> None:
    marked = sent(client, where(client), go="", **MIDDLE).content.decode()
    wide = sent(client, marked, go="wider", cell=town.cell.code).content.decode()
    assert hidden(wide)["view"][0].endswith(",0")
    assert "point" in hidden(wide)
    bare = sent(client, wide, go="unmark", cell=town.cell.code).content.decode()
    assert "point" not in hidden(bare)
    assert f"({town.cell.code})" not in bare


def test_where_the_telephone_is_counts_like_a_tap(town: Town, client: Client) -> None:
    html = sent(client, where(client), go="here", here="115.002,28.003").content.decode()
    assert point_of(hidden(html)["point"][0]) == [115.002, 28.003]


@pytest.mark.parametrize("pixel", ["²", "٣", "9" * 5000, "-1", ""])
def test_a_tap_that_no_browser_sends_is_none(town: Town, client: Client, pixel: str) -> None:
    html = sent(client, where(client), go="next", **{"map.x": pixel, "map.y": "9"}).content.decode()
    assert hidden(html)["step"] == ["2"]
    assert "point" not in hidden(html)


def test_enter_in_a_text_box_is_no_tap(town: Town, client: Client) -> None:
    html = sent(client, where(client), go="next", **{"map.x": "0", "map.y": "0"}).content.decode()
    assert hidden(html)["step"] == ["2"]


@pytest.mark.parametrize("view", ["", "x", "115,28", "1,2,3,4", "115,28,-1", "115,28,999", "nan,28,1"])
def test_a_view_that_no_page_of_ours_wrote_shows_the_whole(town: Town, view: str) -> None:
    plan = chart()
    assert plan
    assert Window.read(view, chart=plan) == Window.whole(plan)


def test_pixels_and_ground_are_each_others_reverse(town: Town) -> None:
    plan = chart()
    assert plan
    window = Window.whole(plan).closer(115.003, 28.004)
    for x, y in ((0, 0), (17, 203), (SIDE, SIDE)):
        assert window.pixel(*window.ground(x, y)) == pytest.approx((x, y), abs=1e-6)


def test_the_picture_names_the_ground_and_holds_no_script(town: Town) -> None:
    plan = chart()
    assert plan
    address = drawn(Window.whole(plan), point=[115.005, 28.005], cell=town.cell.code)
    svg = base64.b64decode(address.removeprefix("data:image/svg+xml;base64,")).decode()
    assert "北社区第一网格" in svg
    assert not re.search(r"<script|style=|on\w+=|href", svg)


def test_where_there_is_no_grid_words_are_enough(town: Town, client: Client) -> None:
    town.cell.delete()
    html = where(client)
    assert 'type="image"' not in html
    assert handed_in(client, where={"place": "桥头"}).unit == town.county


def test_a_point_that_is_none_is_told_to_be_tapped_again_only_where_there_is_a_map() -> None:
    with pytest.raises(ValidationError, match="请重新点选地图"):
        PointField().clean("柳树街")
    with pytest.raises(ValidationError, match="请填写经度和纬度"):
        PointField(widget=TextInput()).clean("柳树街")
