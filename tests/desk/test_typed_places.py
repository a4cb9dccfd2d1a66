"""A unit or a grid cell typed into the filters of a list: by name or code, and what is said where it is neither."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from linli.doors.desk.placing import placed
from linli.place.models import Cell
from tests.desk.conftest import Desk, page
from tests.town import Town, pebble, unit, viewing


def grids(town: Town) -> dict[str, Cell]:
    """Both communities have a first grid, and only North has a second."""
    told = {"N1": ("第1网格", town.north), "N2": ("第2网格", town.north), "S1": ("第1网格", town.south)}
    box = {"polygon": "{}", "min_lon": 0, "min_lat": 0, "max_lon": 0, "max_lat": 0}
    return {
        code: Cell.objects.create(code=f"C-{code}", unit=unit(code, name, kind="grid", under=under), **box)
        for code, (name, under) in told.items()
    }


@pytest.mark.parametrize(
    "typed", ["北社区", "360101", "北社区 (360101)", "北社区（360101）", "North Community", "north community"]
)
def test_a_unit_is_found_by_its_name_in_either_language_and_by_its_code(town: Town, desk: Desk, typed: str) -> None:
    town.north.name_en = "North Community"
    town.north.save()
    pebble(town, title="北边的石子")
    html = page(desk(town.chen), f"/matters/?unit={typed}")
    assert "北边的石子" in html
    assert 'value="北社区 (360101)"' in html
    assert '<a class="filter-chip" href="?"' in html
    assert "unit=360101" in html, "whatever goes on from here goes on with the code"
    assert "notice-warn" not in html
    assert "北边的石子" not in page(desk(town.chen), "/matters/?unit=南社区")


def test_a_part_of_a_name_is_enough_where_only_one_has_it(town: Town) -> None:
    who = viewing(town.chen)
    assert placed({"unit": ["柳树"]}, who).told["unit"] == [town.street.code]
    assert placed({"unit": ["柳"]}, who).told["unit"] == [], "a single sign is too little"
    assert [one.code for one in placed({"unit": ["社区"]}, who).doubts[0].choices] == ["360101", "360102", "36010101"]


def test_a_grid_cell_is_found_by_its_name_and_its_chip_says_the_name(town: Town, desk: Desk) -> None:
    grids(town)
    html = page(desk(town.chen), "/matters/?cell=第2网格")
    chip = html.partition('<a class="filter-chip"')[2].partition("</a>")[0]
    assert "第2网格" in chip
    assert "C-N2" not in chip
    assert 'value="第2网格 (C-N2)"' in html


@pytest.mark.parametrize("typed", ["c-n2", "C-N2", "第2网格 (c-n2)", "ｃ-n2"])
def test_a_code_is_found_in_any_case_as_names_are(town: Town, typed: str) -> None:
    grids(town)
    assert placed({"cell": [typed]}, viewing(town.chen)).told["cell"] == ["C-N2"]


def test_a_code_goes_before_a_name_and_one_typed_just_so_before_those_in_another_case(town: Town) -> None:
    for code, name in (("K1", "第一处"), ("k1", "第二处"), ("X7", "k2"), ("K2", "第三处")):
        unit(code, name, kind="community", under=town.street)
    who = viewing(town.chen)
    assert [placed({"unit": [typed]}, who).told["unit"] for typed in ("K1", "k1", "k2")] == [["K1"], ["k1"], ["K2"]]


@pytest.mark.parametrize(("query", "most"), [("unit=360101", 13), ("cell=36010101", 12)])
def test_a_list_by_unit_or_cell_asks_for_that_row_once(town: Town, desk: Desk, query: str, most: int) -> None:
    pebble(town)
    mei = desk(town.mei)
    page(mei, f"/matters/?{query}")
    with CaptureQueriesContext(connection) as told:
        page(mei, f"/matters/?{query}")
    assert len(told) <= most, [one["sql"] for one in told]


def test_a_name_that_several_have_is_kept_in_its_box_and_each_of_them_can_be_chosen(town: Town, desk: Desk) -> None:
    grids(town)
    html = page(desk(town.chen), "/matters/?cell=第1网格&colour=red")
    assert "“第1网格”可能指多个网格" in html
    assert 'value="第1网格"' in html
    assert 'aria-invalid="true"' in html
    assert [f'href="?colour=red&amp;cell=C-{code}"' in html for code in ("N1", "S1", "N2")] == [True, True, False]
    assert "北社区" in html.partition("C-N1")[2].partition("</a>")[0], "said with what lies above it"


def test_nothing_is_done_with_a_list_of_which_a_place_is_in_doubt(town: Town, desk: Desk) -> None:
    """Whoever typed a name means those of it, and would take all there are."""
    grids(town)
    pebble(town)
    offers = ("/exports/new/", 'name="all"', 'id="view-title"')
    sure, doubtful = (page(desk(town.chen), f"/matters/?kind=pebble{more}") for more in ("", "&cell=第1网格"))
    assert [offer in sure for offer in offers] == [True] * 3
    assert [offer in doubtful for offer in offers] == [False] * 3


@pytest.mark.parametrize("way", ["/exports/new/?", "/bulk/?all=1&"])
def test_what_an_address_says_and_nobody_knows_leads_back_to_the_list(town: Town, desk: Desk, way: str) -> None:
    pebble(town)
    client = desk(town.chen)
    assert client.get(f"{way}kind=pebble").status_code == 200
    answer = client.get(f"{way}kind=pebble&cell=第1网格")
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/matters/?")
    assert "没有网格叫“第1网格”" in page(client, answer.headers["Location"])


def test_of_several_the_only_one_of_the_own_ground_is_meant(town: Town) -> None:
    grids(town)
    meant = {user.username: placed({"cell": ["第1网格"]}, viewing(user)).told["cell"] for user in (town.mei, town.sun)}
    assert meant == {"mei": ["C-N1"], "sun": ["C-S1"]}


def test_the_name_of_the_one_above_tells_two_apart(town: Town) -> None:
    grids(town)
    assert placed({"cell": ["南社区 第1网格"]}, viewing(town.chen)).told["cell"] == ["C-S1"]


def test_what_is_no_name_is_kept_in_its_box_with_a_sentence_that_says_what_to_do(town: Town, desk: Desk) -> None:
    pebble(town, title="北边的石子")
    html = page(desk(town.chen), "/matters/?unit=西社区")
    assert "没有单位叫“西社区”" in html
    assert 'value="西社区"' in html
    assert "北边的石子" in html
    assert "unit=" not in html.partition("<main")[2], "no key of an address is shown or goes on"


def test_a_closed_unit_is_meant_only_where_no_open_one_has_its_name(town: Town) -> None:
    before = unit("360109", "北社区", kind="community", under=town.street)
    before.closed_on = "2024-01-01"
    before.save()
    assert placed({"unit": ["北社区"]}, viewing(town.chen)).told["unit"] == ["360101"]
    town.north.name = "新北社区"
    town.north.save()
    assert placed({"unit": ["北社区"]}, viewing(town.chen)).told["unit"] == ["360109"]


def test_what_else_is_not_known_is_said_in_the_words_of_the_filters(town: Town, desk: Desk) -> None:
    html = page(desk(town.mei), "/matters/?stage=nowhere&due_from=2026-13-40&hat=blue")
    assert "环节：nowhere、期限从：2026-13-40、hat=blue" in html
    assert "due_from" not in html.partition("notice-warn")[2].partition("</p>")[0]
