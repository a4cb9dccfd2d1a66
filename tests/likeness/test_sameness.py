"""What may be one report told again: near in place and time, alike in words, in an order that nobody's turn decides."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.ground.text import without_numbers
from linli.likeness.distances import Grid, Middle
from linli.likeness.sameness import DAYS, METRES, Report, apart, is_placed, ranked, reasons
from tests.town import MONDAY

HERE, WIDE, FAR = 1, 2, 3
GRID = Grid({HERE: Middle(115.0, 28.0, 100), WIDE: Middle(115.003, 28.0, 900), FAR: Middle(115.02, 28.0, 100)})
LAMP = "3号楼门口的路灯坏了三天"
ASKED = Report(0, "street-light", MONDAY, HERE, None, LAMP)
DAY = timedelta(days=1)


def report(matter: int = 1, **more: Any) -> Report:
    return ASKED._replace(**{"matter": matter, "at": MONDAY - 3 * DAY, **more})


@pytest.mark.parametrize(
    ("one", "proposed"),
    [
        ({}, True),
        ({"text": "井盖"}, True),
        ({"at": MONDAY - DAYS}, True),
        ({"at": MONDAY - DAYS - timedelta(minutes=1)}, False),
        ({"at": MONDAY + 31 * DAY}, False),
        ({"cell": WIDE}, True),
        ({"cell": FAR}, False),
        ({"cell": None}, False),
        ({"cell": None, "point": (115.005, 28.0)}, True),
        ({"cell": None, "point": (115.0052, 28.0)}, False),
        ({"point": (115.02, 28.0)}, True),
        ({"category": "drainage"}, True),
        ({"category": "drainage", "text": "井盖"}, False),
    ],
)
def test_what_is_near_enough_is_proposed_and_nothing_else(one: dict[str, Any], proposed: bool) -> None:
    assert bool(ranked(ASKED, [report(**one)], grid=GRID, most=5)) is proposed


IN_WORDS = ASKED._replace(cell=None, place="柳树街三号楼")


@pytest.mark.parametrize(
    ("one", "proposed"),
    [
        ({"cell": None, "place": "柳树街三号楼"}, True),
        ({"cell": None, "place": "柳树街3号楼东侧"}, True),
        ({"cell": FAR, "place": "柳树街三号楼"}, True),
        ({"cell": None, "place": "惊蛰巷三号楼"}, False),
        ({"cell": None, "place": "杨树街三号楼"}, False),
        ({"cell": None, "place": "柳树街"}, True),
        ({"cell": None, "place": ""}, False),
        ({"cell": HERE, "place": ""}, False),
        ({"cell": None, "place": "柳树街三号楼", "text": "井盖"}, True),
        ({"cell": None, "place": "柳树街三号楼", "text": "井盖", "category": "drainage"}, False),
        ({"cell": None, "place": "柳树街三号楼", "at": MONDAY - DAYS - DAY}, False),
    ],
)
def test_of_a_place_told_in_words_the_words_decide(one: dict[str, Any], proposed: bool) -> None:
    assert bool(ranked(IN_WORDS, [report(**one)], grid=GRID, most=5)) is proposed


def test_where_the_distance_is_known_the_words_of_the_place_do_not_make_it_nearer() -> None:
    asked = ASKED._replace(place="柳树街三号楼")
    assert not ranked(asked, [report(cell=FAR, place="柳树街三号楼")], grid=GRID, most=5)
    assert ranked(asked, [report(cell=None, place="柳树街三号楼")], grid=GRID, most=5)


ABOVE, LONG = "云棠县柳树街道北社区", "江西省赣州市云棠县柳树街道北社区"


@pytest.mark.parametrize(
    ("one", "other", "names"),
    [
        ("东门街12号", "东门街12号", ["东门街"]),
        ("柳树街12号门口", "柳树街 12 号", ["柳树街"]),
        ("柳树街12", "柳树街 12号旁", ["柳树街"]),
        ("幸福小区3栋", "幸福小区 (3号楼)", ["幸福小区"]),
        ("幸福小区A3栋", "幸福小区（３号楼）", ["幸福小区"]),
        ("人民公园东门", "人民公园", ["人民公园"]),
        (f"{ABOVE}东门街12号", f"{ABOVE}东门街12号", ["东门街"]),
        (f"{ABOVE}柳树街12号门口", f"{ABOVE}柳树街 12 号", ["柳树街"]),
        (f"{ABOVE}幸福小区3栋", f"{LONG}幸福小区 (3号楼)", ["幸福小区"]),
        (f"{LONG}人民公园东门", "人民公园", ["人民公园"]),
        ("北门社区", "北门社区居委会门口", ["北门社区"]),
        ("小满社区12号楼", "柳树街道小满社区三期", ["小满社区"]),
        ("柳树镇小满村五组", "小满村委会", ["小满村"]),
        ("柳树镇小学门口", "云棠县柳树镇小学", ["柳树镇小学"]),
        ("南门新村", "南门新村12栋", ["南门新村"]),
        ("319国道45公里处", "国道319", ["319国道"]),
        ("2路公交站", "2路公交站旁边", ["2路公交站"]),
        ("柳树街与和平路交叉口东南角", "和平路与柳树街路口", ["和平路", "柳树街"]),
        ("和平东路人民公园", "建设路人民公园", ["人民公园"]),
        ("锦绣江南东区", "锦绣江南小区3栋", ["锦绣江南"]),
        ("万达", "万达广场A座", ["万达"]),
    ],
)
def test_one_place_told_in_other_words_is_known_by_its_names(one: str, other: str, names: list[str]) -> None:
    assert common(one, other) == names
    assert common(other, one) == names


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("北门社区", "西门社区"),
        ("南门新村", "北门新村"),
        ("新村", "南门新村"),
        ("东门街", "西门街"),
        ("东门街12号", "西门街12号"),
        ("柳树街三号楼", "杨树街三号楼"),
        ("东关小学", "西关小学"),
        ("老东门", "老西门"),
        ("人民公园", "人民公社"),
        ("东菜市场", "西菜市场"),
        ("小区", "幸福小区"),
        ("小区门口", "小区门口"),
        ("社区", "北社区"),
        ("公园", "人民公园"),
        ("学校门口", "红星学校"),
        ("家里", "我家里"),
        ("我家里", "我家里"),
        ("门口", "门口"),
        ("楼道", "楼道"),
        ("1号楼", "1号楼"),
        ("路口", "柳树街路口"),
        ("319国道", "205国道"),
        ("国道319", "国道205"),
        ("319国道旁加油站", "205国道旁加油站"),
        ("319国道45公里处", "319国道12公里处"),
        ("2路公交站", "5路公交站"),
        ("2路公交站", "12路公交站"),
        ("2号线地铁站", "5号线地铁站"),
        ("第一中学", "第二中学"),
        ("柳树街道", "柳树街道"),
        ("云棠县柳树镇", "云棠县柳树镇"),
        ("云棠县柳树街道北社区", "云棠县柳树街道南社区"),
        (ABOVE, f"{ABOVE}柳树街12号"),
        (f"{ABOVE}东门街12号", f"{ABOVE}西门街12号"),
        ("柳树镇小满村委会水库", "柳树镇小满村委会柳树湾"),
        ("柳树街与和平路交叉口", "柳树街与建设路交叉口"),
        ("Willow Street 12", "Oak Street 12"),
    ],
)
def test_what_is_said_of_many_places_does_not_make_two_one(one: str, other: str) -> None:
    assert common(one, other) == []
    assert common(other, one) == []


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("小满社区28号楼", "小满社区28号楼", "小满社区、28号楼"),
        ("小满社区 28 号楼东侧", "小满社区28号楼3单元", "小满社区、28号楼"),
        ("小满社区28号楼", "小满社区2号楼", "小满社区"),
        ("柳树街三号楼", "柳树街3号楼", "柳树街"),
    ],
)
def test_the_reason_names_the_house_too_where_it_is_the_same(one: str, other: str, told: str) -> None:
    asked = IN_WORDS._replace(place=one)
    [same] = ranked(asked, [report(cell=None, place=other)], grid=GRID, most=5)
    assert reasons(asked, same)[1].values == {"words": told}


def common(one: str, other: str) -> list[str]:
    """What the reason would name where the first is asked for."""
    found = ranked(IN_WORDS._replace(place=one), [report(cell=None, place=other)], grid=GRID, most=5)
    return [name for same in found for name in same.near.words]


def test_words_that_fit_anywhere_do_not_say_where_it_is() -> None:
    assert is_placed(IN_WORDS, grid=GRID)
    assert is_placed(IN_WORDS._replace(place="北门社区"), grid=GRID)
    assert not is_placed(IN_WORDS._replace(place="小区门口"), grid=GRID)
    assert is_placed(ASKED._replace(place="小区门口"), grid=GRID)


def test_a_telephone_number_in_both_places_is_no_place() -> None:
    asked = IN_WORDS._replace(place="13800000011")
    assert not ranked(asked, [report(cell=None, place="13800000011")], grid=GRID, most=5)


def test_two_points_of_one_wide_cell_may_lie_too_far_apart() -> None:
    asked = ASKED._replace(cell=WIDE, point=(115.0, 28.0))
    assert ranked(asked, [report(cell=WIDE)], grid=GRID, most=5)
    assert not ranked(asked, [report(cell=WIDE, point=(115.006, 28.0))], grid=GRID, most=5)


def test_the_likest_words_lead_then_the_nearer_and_a_sibling_comes_behind() -> None:
    others = [
        report(1, text="门口"),
        report(2),
        report(3, category="drainage"),
        report(4, cell=WIDE),
        report(5, text="井盖"),
    ]
    assert [one.report.matter for one in ranked(ASKED, others, grid=GRID, most=4)] == [2, 4, 3, 1]


def test_a_telephone_number_in_both_stories_is_no_likeness() -> None:
    asked, other = ASKED._replace(text="请回电 138 0000 0011"), report(text="联系：13800000011。")
    assert ranked(asked, [other], grid=GRID, most=5)[0].alike == 0
    assert without_numbers("3号楼，2026年，１３８００００００１１") == "3号楼,2026年, "


@pytest.mark.parametrize(
    ("asked", "other", "told"),
    [
        (ASKED, report(), ["same category", "in the same grid", "{days} days ago", "told in like words"]),
        (
            ASKED._replace(matter=9, point=(115.0, 28.0)),
            report(point=(115.001, 28.0), text="井盖"),
            ["same category", "about {metres} m apart", "{days} days earlier"],
        ),
        (
            ASKED._replace(matter=9),
            report(category="drainage", at=MONDAY + 4 * DAY),
            ["categories of the same group", "in the same grid", "{days} days later", "told in like words"],
        ),
        (
            ASKED,
            report(at=MONDAY, text="井盖"),
            ["same category", "in the same grid", "within a day of each other"],
        ),
    ],
)
def test_the_reasons_are_what_where_when_and_in_which_words(asked: Report, other: Report, told: list[str]) -> None:
    [same] = ranked(asked, [other], grid=GRID, most=5)
    assert [reason.sentence for reason in reasons(asked, same)] == told


points = st.none() | st.tuples(st.floats(114.99, 115.03), st.floats(27.99, 28.01))
reports = st.builds(
    Report,
    matter=st.integers(1, 10_000),
    category=st.sampled_from(("street-light", "drainage")),
    at=st.integers(-50, 50).map(lambda days: MONDAY + days * DAY),
    cell=st.sampled_from((None, HERE, WIDE, FAR)),
    point=points,
    text=st.sampled_from((LAMP, "路灯不亮", "井盖缺了", "门口的灯", "")),
)


@given(
    others=st.lists(reports, unique_by=lambda one: one.matter, max_size=30), turned=st.randoms(use_true_random=False)
)
def test_the_order_does_not_depend_on_who_came_first_and_nothing_is_too_far(others: list[Report], turned: Any) -> None:
    shuffled = list(others)
    turned.shuffle(shuffled)
    found = ranked(ASKED, others, grid=GRID, most=5)
    assert found == ranked(ASKED, shuffled, grid=GRID, most=5)
    assert len(found) <= 5
    for one in found:
        assert abs(one.report.at - ASKED.at) <= DAYS
        assert one.near.metres == apart(ASKED, one.report, grid=GRID)
        assert one.near.metres <= METRES


def test_among_hundreds_of_the_same_place_the_one_told_again_leads_and_the_order_does_not_matter() -> None:
    many = [
        report(place, text=f"{chr(0x4E00 + place)}{chr(0x5E00 + place)}巷口井盖松动第{place % 9}处")
        for place in range(2, 302)
    ]
    again = report(400, text="3号楼门口路灯坏了没人修")
    found = ranked(ASKED, [*many, again], grid=GRID, most=5)
    assert found[0].report == again
    assert found == ranked(ASKED, [again, *reversed(many)], grid=GRID, most=5)
