"""Where the names stand on a map: none covers another, and none covers what could be left free."""

from itertools import combinations

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from linli.colours.colour import Colour
from linli.doors.screen.labels import AIR, TOO_FAR, Label, Wanted, laid_out
from linli.doors.screen.plan import Area, Ground, Outline
from linli.place.models import Unit

SIDE = 600


def area(name: str, left: int, top: int, side: int) -> Area:
    outline = Outline("", left + side // 2, top + side // 2, side)
    return Area(Unit(name=name), outline, frozenset({1, 2}), shapely.box(left, top, left + side, top + side))


def labels(areas: list[Area], marks: list[tuple[int, int]]) -> list[Label]:
    ground = Ground(Unit(name="县"), SIDE, SIDE, {}, tuple(areas))
    wanted = [Wanted(one.unit.name, ((Colour.RED, 3), (Colour.YELLOW, 12)), one) for one in areas]
    return list(laid_out(ground, wanted, marks=marks))


def test_a_name_stands_on_its_ground_where_nothing_else_is() -> None:
    (label,) = labels([area("北街道", 0, 0, 300)], [])
    assert label.mark is None
    assert abs(label.x - 150) <= 14


def test_a_name_leaves_a_crowded_ground_and_is_tied_to_it_by_a_line() -> None:
    crowd = [(x, y) for x in range(200, 300, 10) for y in range(200, 300, 10)]
    (label,) = labels([area("北街道", 200, 200, 100)], crowd)
    assert label.mark == (250, 250)
    assert not any(
        label.left < x < label.left + label.wide and label.top < y < label.top + label.high for x, y in crowd
    )


@pytest.mark.parametrize(
    ("grounds", "told"),
    [
        pytest.param([(40, 40), (400, 400)], 2, id="apart"),
        pytest.param([(280, 280), (280, 280)], 2, id="on one spot: one of them is shifted"),
        pytest.param([(280, 280)] * 12, 12, id="a dozen around one spot"),
        pytest.param([(280, 280)] * 90, None, id="so many that some are left out"),
    ],
)
def test_on_a_dense_map_names_are_shifted_apart_and_those_without_room_left_out(
    grounds: list[tuple[int, int]], told: int | None
) -> None:
    found = labels([area(f"第{number}社区", *place, 40) for number, place in enumerate(grounds)], [])
    boxes = [label.box for label in found]
    assert len(found) == told if told else 12 < len(found) < len(grounds)
    assert not [1 for box, other in combinations(boxes, 2) if box.grown(AIR).covers(other)]
    assert all(abs(label.x - 300) <= TOO_FAR for label in found)


spots = st.tuples(st.integers(0, 480), st.integers(0, 480), st.integers(20, 120))


@given(
    grounds=st.lists(spots, min_size=1, max_size=8), marks=st.lists(st.tuples(st.integers(0, 599), st.integers(0, 599)))
)
def test_no_name_covers_another_one_or_leaves_the_map(
    grounds: list[tuple[int, int, int]], marks: list[tuple[int, int]]
) -> None:
    found = labels([area(f"第{number}街道", *place) for number, place in enumerate(grounds)], marks)
    boxes = [shapely.box(*label.box) for label in found]
    assert all(box.intersection(other).area == 0 for box in boxes for other in boxes if box is not other)
    assert all(shapely.box(0, 0, SIDE, SIDE).covers(box) for box in boxes)
    assert found
