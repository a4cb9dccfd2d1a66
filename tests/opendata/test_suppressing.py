"""Nobody works out a small number from all that is printed, however they go about it."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from linli.opendata.network import ALL, Table
from linli.opendata.suppressing import Mark, marks
from tests.opendata.reader import possible, printed, solved

LIMIT = 3
SHAPES = {
    "one unit": ({}, ["w", "x"]),
    "two streets": ({"county": ["a", "b"]}, ["w", "x"]),
    "three streets": ({"county": ["a", "b", "c"]}, ["w", "x"]),
    "three kinds": ({"county": ["a", "b"]}, ["w", "x", "y"]),
    "one kind": ({"county": ["a", "b", "c", "d"]}, ["w"]),
    "communities": ({"county": ["a", "b"], "a": ["a1", "a2"], "b": ["b1", "b2"]}, ["w"]),
    "one street with one": ({"county": ["a", "b"], "a": ["a1"]}, ["w", "x"]),
    "uneven": ({"county": ["a", "b"], "a": ["a1", "a2"]}, ["w", "x"]),
}


def told(shape: str, numbers: list[int]) -> Table:
    below, kinds = SHAPES[shape]
    at_the_foot = [unit for parts in below.values() for unit in parts if unit not in below] or ["county"]
    cells = [(unit, kind) for unit in at_the_foot for kind in kinds]
    return Table("county", below, kinds, dict(zip(cells, numbers, strict=False)))


tables = st.builds(told, st.sampled_from(sorted(SHAPES)), st.lists(st.integers(0, 5), min_size=6, max_size=6))


@settings(max_examples=60, deadline=None)
@given(tables)
def test_every_small_number_could_be_any_small_number_and_no_hidden_one_is_certain(table: Table) -> None:
    shown = printed(table, marks(table, under=LIMIT))
    found = possible(table, shown, under=LIMIT, most=8)
    for cell, value in table.values.items():
        if value < LIMIT:
            assert found[cell] >= set(range(LIMIT)), cell
        if isinstance(shown[cell], Mark):
            assert len(found[cell]) > 1, cell


@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10_000))
def test_nothing_hidden_in_a_county_follows_by_subtraction(seed: int) -> None:
    table = county(seed)
    assert not solved(table, printed(table, marks(table)))


@given(tables)
def test_the_marks_tell_the_truth(table: Table) -> None:
    for cell, mark in marks(table, under=LIMIT).items():
        if not table.is_total(cell):
            assert (mark is Mark.SMALL) == (table.values[cell] < LIMIT)
        else:
            assert mark is Mark.ALONG


def test_hiding_only_what_is_small_would_give_it_away() -> None:
    table = told("two streets", [2, 9, 9, 9])
    only = {cell: Mark.SMALL for cell, value in table.values.items() if value < LIMIT}
    assert solved(table, printed(table, only)) == {("a", "w")}
    assert possible(table, printed(table, only), under=LIMIT, most=20)["a", "w"] == {2}


def test_two_small_ones_that_their_total_gives_away_are_not_left_to_each_other() -> None:
    table = told("one kind", [0, 0, 20, 20])
    shown = printed(table, marks(table))
    assert Mark.ALONG in {shown["c", "w"], shown["d", "w"], shown["county", "w"]}
    assert not solved(table, shown)


def test_nothing_is_hidden_where_nothing_is_small() -> None:
    assert marks(told("three streets", [5, 6, 7, 8, 9, 5])) == {}


def test_one_small_number_takes_three_others_along_and_no_total() -> None:
    hidden = marks(told("three streets", [2, 60, 70, 80, 90, 50]))
    assert list(hidden.values()).count(Mark.ALONG) == 3
    assert not [cell for cell in hidden if cell[0] == "county" or cell[1] == ALL]


def test_a_month_in_which_nothing_was_opened_says_nothing_at_all() -> None:
    table = told("two streets", [0, 0, 0, 0])
    assert marks(table).keys() == table.values.keys()


@pytest.mark.parametrize("under", [0, 1])
def test_a_limit_that_hides_nobody_is_refused(under: int) -> None:
    with pytest.raises(ValueError, match="hides nothing"):
        marks(told("two streets", [1, 2, 3, 4]), under=under)


def county(seed: int) -> Table:
    """Twelve streets and three kinds, as sizes are in life: a few large, many small, some with nothing."""
    random = Random(seed)
    streets = [f"s{number}" for number in range(12)]
    kinds = {"case": 60, "dispute": 6, "request": 25}
    counts = {(street, kind): int(random.expovariate(1 / usual)) for street in streets for kind, usual in kinds.items()}
    return Table("county", {"county": streets}, list(kinds), counts)
