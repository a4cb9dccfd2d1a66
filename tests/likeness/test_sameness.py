"""What may be one report told again: near in place and time, alike in words, in an order that nobody's turn decides."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.ground.text import without_numbers
from linli.likeness.distances import Grid, Middle
from linli.likeness.sameness import DAYS, METRES, Report, apart, named_place, ranked, reasons
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


@pytest.mark.parametrize(
    ("place", "named"),
    [
        ("柳树街三号楼2单元楼道", "柳树街"),
        ("柳树街与和平路交叉口东南角", "柳树街与和平路"),
        ("五一路12号院北门", "五一路"),
        ("小满社区三期", "小满社区"),
        ("3号楼门口", "3号楼门口"),
        ("Willow Street 12", "Willow Street"),
    ],
)
def test_of_a_place_its_names_say_where_it_is(place: str, named: str) -> None:
    assert named_place(place) == named


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
