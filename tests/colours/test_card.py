"""The card tells a table row by row."""

from datetime import timedelta

import pytest

from linli.colours.card import card
from linli.colours.rule import Rule
from tests.colours.table import HOUR, RED, TABLE


def test_the_card_tells_the_table_row_by_row() -> None:
    lines = card(TABLE)
    assert [line.conditions for line in lines] == [
        (("While the matter is at: {stages}", {"stages": ("closed",)}),),
        (("When it is noted: {flag}", {"flag": "danger"}),),
        (
            ("While the matter is at: {stages}", {"stages": ("mediation", "open")}),
            ("From {days} d after: {mark}", {"mark": "due", "days": 30}),
        ),
        (("While the matter is at: {stages}", {"stages": ("mediation", "open")}), ("From: {mark}", {"mark": "due"})),
        (
            ("While the matter is at: {stages}", {"stages": ("visit",)}),
            ("From {days} d before: {mark}", {"mark": "visit", "days": 1}),
        ),
        (("In all other cases", {}),),
    ]
    assert [(line.colour, line.because, line.back) for line in lines] == [
        (rule.colour, rule.because, rule.back) for rule in TABLE
    ]


@pytest.mark.parametrize(
    ("earlier", "told"),
    [
        (2 * HOUR, ("From {hours} h before: {mark}", {"mark": "due", "hours": 2})),
        (-36 * HOUR, ("From {hours} h after: {mark}", {"mark": "due", "hours": 36})),
        (48 * HOUR, ("From {days} d before: {mark}", {"mark": "due", "days": 2})),
    ],
)
def test_the_card_counts_in_days_where_days_are_whole(earlier: timedelta, told: tuple[str, dict[str, object]]) -> None:
    assert card((Rule(RED, "a", after="due", earlier=earlier),))[0].conditions == (told,)
