"""A row in which nothing was found asks for nothing: its question is that of the group, told without the tally."""

from datetime import date

import pytest

from linli.reports.answers import nought
from linli.reports.report import Line
from linli.tally.asking import Figure
from linli.tally.behind import Behind
from linli.tally.defined import indicator
from linli.tally.question import BRANCH

THEFT, ALL = (("category", ("theft",)),), ()


@pytest.mark.parametrize(
    ("by", "asked", "code", "meant"),
    [
        (BRANCH, THEFT, "theft", "=theft"),
        (BRANCH, THEFT, "of_cars", "of_cars"),
        (BRANCH, ALL, "theft", "theft"),
        ("category", ALL, "theft", "=theft"),
        ("sort", ALL, "small", "small"),
    ],
)
def test_the_row_of_what_hangs_right_at_a_category_does_not_ask_for_what_is_below_it(
    by: str, asked: tuple[tuple[str, tuple[str, ...]], ...], code: str, meant: str
) -> None:
    behind = Behind(("pebble.opened",), 1, date(2026, 3, 1), date(2026, 3, 31), codes=asked)
    whole = Figure(indicator("pebble.opened"), 5, None, 5, "5", behind, None)
    assert dict(nought(whole, Line(key=(code,)), by=(by,)).behind.codes) == {
        "sort" if by == "sort" else "category": (meant,)
    }
