"""What a row says: read by its columns, and the first cell that cannot be read with a sentence for it."""

from io import BytesIO
from typing import Any

import pytest

from linli.ground.clock import parse_moment
from linli.matters.incoming import EXTERNAL, Column, Incoming
from linli.paper.rows.table import opened
from linli.sheets.mapping import Filled, Mapping
from linli.sheets.reading import CUT_NUMBER, NEITHER, NO_NUMBER, NOT_READ, TOO_LONG, Read, read_all, reader

ZONE = "Asia/Shanghai"
INCOMING = Incoming(
    columns=(
        EXTERNAL,
        Column(name="opened_at", word="", reads="moment"),
        Column(name="due_at", word="", reads="moment"),
        Column(name="closed_at", word="", reads="moment"),
        Column(name="category", word="", reads="code", of="category"),
        Column(name="secret", word="", reads="yes"),
        Column(name="point", word="", reads="point"),
        Column(name="votes", word="", reads="number"),
    ),
    tell=lambda told: (),
    mend=lambda told, changed, state: (),
)
LATIN = "external,opened_at,due_at,closed_at,category,secret,lon,lat,votes"


def read(line: str, **columns: Filled) -> Read:
    """One row below headings of our own names; longitude and latitude stand apart."""
    own = {name: Filled(heads=(name,)) for name in LATIN.split(",") if name not in ("lon", "lat")}
    how = Mapping(columns={**own, "point": Filled(heads=("lon", "lat")), **columns})
    table = opened(BytesIO(f"{LATIN}\n{line}\n".encode()))
    return next(read_all(table, reader(table, how, incoming=INCOMING, zone=ZONE)))


def told(line: str, **columns: Filled) -> dict[str, Any]:
    found = read(line, **columns)
    assert found.wrong is None
    return dict(found.told)


def test_each_column_is_read_as_what_it_is() -> None:
    assert told("A-1,2026年3月2日 9:00,,,街面秩序,否,115.1,28.2,3") == {
        "external": "A-1",
        "opened_at": parse_moment("2026-03-02T09:00"),
        "category": "街面秩序",
        "secret": False,
        "point": "115.1,28.2",
        "votes": 3,
    }


def test_a_day_alone_is_not_before_what_happened_on_it() -> None:
    found = told("A-1,2026-03-02 09:00,2026-03-05,2026-03-02,,,,,")
    assert found["closed_at"] == found["opened_at"]
    assert found["due_at"] == parse_moment("2026-03-05T23:59:59")


def test_the_day_before_stays_the_day_before() -> None:
    assert told("A-1,2026-03-02 09:00,,2026-03-01,,,,,")["closed_at"] == parse_moment("2026-03-01")


def test_words_of_the_list_stand_for_ours_and_blank_cells_for_what_is_said_once() -> None:
    words = Filled(heads=("category",), words={"街面秩序": "order"}, fixed="other")
    assert told("A-1,,,,街面秩序,,,,", category=words)["category"] == "order"
    assert told("A-1,,,,,,,,", category=words)["category"] == "other"


def test_latitude_first_is_turned_round() -> None:
    assert told("A-1,,,,,,28.2,115.1,")["point"] == "115.1,28.2"


@pytest.mark.parametrize("poison", ["=1+1", "@SUM(A1)", "+86", "-1|x", "=cmd|' /C calc'!A0"])
def test_what_looks_like_a_formula_is_text_also_behind_the_apostrophe_of_our_own_error_file(poison: str) -> None:
    assert told(f'A-1,,,,"{poison}",,,,')["category"] == poison
    assert told(f"""A-1,,,,"'{poison}",,,,""")["category"] == poison


@pytest.mark.parametrize(
    ("line", "column", "sentence"),
    [
        ("1.23457E+17,,,,,,,,", "external", CUT_NUMBER),
        ("A-1,,,,\ufffd\ufffd,,,,", "category", NOT_READ),
        ("A-1,,,,,也许,,,", "secret", NEITHER),
        ("A-1,,,,,,,,三票", "votes", NO_NUMBER),
    ],
)
def test_a_cell_that_cannot_be_read_says_so(line: str, column: str, sentence: str) -> None:
    wrong = read(line).wrong
    assert wrong is not None
    assert (wrong.column, wrong.sentence) == (column, sentence)


@pytest.mark.parametrize("line", ["A-1,{},,,,,,,", "A-1,,,,{},,,,", "A-1,,,,,,,,{}"])
def test_what_is_far_too_long_for_its_column_is_not_looked_at(line: str) -> None:
    found = read(line.format("a" + "\u0315\u0300" * 40_000))
    assert found.wrong is not None
    assert found.wrong.sentence == TOO_LONG
