"""Which tables are refused, and what they are told."""

import pytest

from linli.colours.rule import Rule, check_table
from tests.colours.table import DAY, GREEN, OPEN, ORANGE, RED, TABLE, YELLOW


def test_a_sound_table_has_no_defect() -> None:
    assert check_table(TABLE) == []


@pytest.mark.parametrize(
    ("rules", "defects"),
    [
        ((), ["The table has no rows."]),
        (TABLE[:2], ["Row 2 is the last and must have no condition."]),
        (
            (Rule(RED, "a"), Rule(GREEN, "b")),
            [
                "Row 1 has no condition, so the rows below it are never reached.",
            ],
        ),
        ((Rule(RED, "", flags=frozenset({"x"})), Rule(GREEN, "b")), ["Row 1 gives no reason."]),
        (
            (Rule(RED, "a", flags=frozenset({"x"}), earlier=DAY), Rule(GREEN, "b")),
            ["Row 1 is earlier than a mark it does not name."],
        ),
        (
            (Rule(GREEN, "a", after="due"), Rule(YELLOW, "b")),
            ["Row 1 (green) would in time improve row 2 (yellow)."],
        ),
        (
            (
                Rule(RED, "a", flags=frozenset({"x"})),
                Rule(ORANGE, "b", stages=OPEN, flags=frozenset({"x", "y"})),
                Rule(GREEN, "c"),
            ),
            ["Row 2 is never reached: a row above it always holds first."],
        ),
        (
            (Rule(RED, "a", after="due", earlier=DAY), Rule(RED, "b", after="due"), Rule(GREEN, "c")),
            ["Row 2 is never reached: a row above it always holds first."],
        ),
    ],
)
def test_an_unsound_table_is_told_its_defects(rules: tuple[Rule, ...], defects: list[str]) -> None:
    assert check_table(rules) == defects
