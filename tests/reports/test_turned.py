"""What turned since the last meeting, from the turns of each matter: a table without a database."""

from datetime import timedelta

import pytest

from linli.ground.clock import parse_moment
from linli.reports.happened import in_all
from linli.reports.rows import Row

AT = parse_moment("2026-03-02T09:00")


def turns(matter: int, *, was: tuple[str, ...], now: str) -> list[Row]:
    """Each turn of a matter with the colour before it; every row knows the one it has at the end."""
    return [
        Row(
            matter=matter,
            number=f"X-{matter}",
            kind="pebble",
            stage="found",
            colour=now,
            because="",
            category="",
            unit=1,
            cell=None,
            holder=None,
            opened_at=AT,
            due_at=None,
            seq=place,
            at=AT + timedelta(hours=place),
            was=colour,
        )
        for place, colour in enumerate(was, 1)
    ]


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        (("yellow",), "red", [("yellow", 1)]),
        (("yellow", "red"), "yellow", []),
        (("yellow", "red"), "orange", [("yellow", 2)]),
        (("",), "red", [("", 1)]),
        (("",), "yellow", []),
        (("", "yellow"), "red", [("", 2)]),
        (("", "yellow"), "orange", [("yellow", 2)]),
        (("", "red"), "yellow", [("red", 2)]),
        (("", "red", "yellow"), "red", [("", 3)]),
        (("", "yellow", "red"), "yellow", []),
    ],
)
def test_a_matter_stands_once_with_the_colour_before_and_also_when_it_was_opened_red(
    was: tuple[str, ...], now: str, expected: list[tuple[str, int]]
) -> None:
    beside = turns(2, was=("yellow",), now="green")
    found = list(in_all([*turns(1, was=was, now=now), *beside]))
    assert [(row.was, row.seq) for row in found if row.matter == 1] == expected
    assert [(row.was, row.colour) for row in found if row.matter == 2] == [("yellow", "green")]
