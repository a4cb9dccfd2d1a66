"""A kinder row that never replaces a worse one is no improvement."""

import pytest

from linli.colours.rule import Rule, check_table
from tests.colours.table import DAY, GREEN, ORANGE, RED, YELLOW


@pytest.mark.parametrize(
    "rules",
    [
        # The kinder row begins in time, but only where the worse one can never have held.
        (
            Rule(YELLOW, "a", stages=frozenset({"open"}), after="due"),
            Rule(ORANGE, "b", stages=frozenset({"visit"})),
            Rule(GREEN, "c"),
        ),
        (
            Rule(RED, "a", flags=frozenset({"danger"})),
            Rule(ORANGE, "b", after="due"),
            Rule(RED, "c", flags=frozenset({"danger", "returned"}), stages=frozenset({"open"})),
            Rule(GREEN, "d"),
        ),
        (Rule(ORANGE, "a", after="due", earlier=DAY), Rule(RED, "b", after="due"), Rule(GREEN, "c")),
    ],
)
def test_a_kinder_row_that_never_replaces_a_worse_one_is_no_improvement(rules: tuple[Rule, ...]) -> None:
    assert not [defect for defect in check_table(rules) if "improve" in defect]
