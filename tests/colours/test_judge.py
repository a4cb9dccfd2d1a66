"""Which row wins, why, and when the colour turns."""

from datetime import timedelta

import pytest

from linli.colours.colour import Colour
from linli.colours.judge import judge
from tests.colours.table import DAY, GREEN, HOUR, NOON, ORANGE, RED, TABLE, YELLOW


@pytest.mark.parametrize(
    ("stage", "flags", "due", "colour", "turns"),
    [
        ("open", set(), None, YELLOW, None),
        ("open", set(), HOUR, YELLOW, HOUR),
        ("open", set(), timedelta(0), ORANGE, 30 * DAY),
        ("open", set(), -HOUR, ORANGE, 30 * DAY - HOUR),
        ("open", set(), -30 * DAY, RED, None),
        ("open", {"danger"}, HOUR, RED, None),
        ("open", {"supervised"}, HOUR, YELLOW, HOUR),
        ("closed", {"danger"}, -HOUR, GREEN, None),
        ("visit", set(), -HOUR, YELLOW, None),
    ],
)
def test_the_first_row_that_holds_decides_and_says_when_it_turns(
    stage: str, flags: set[str], due: timedelta | None, colour: Colour, turns: timedelta | None
) -> None:
    marks = {} if due is None else {"due": NOON + due}
    verdict = judge(TABLE, stage=stage, flags=flags, marks=marks, at=NOON)
    assert (verdict.colour, verdict.turns_at) == (colour, None if turns is None else NOON + turns)


def test_a_row_may_begin_before_its_mark() -> None:
    marks = {"visit": NOON + DAY + HOUR}
    assert judge(TABLE, stage="visit", flags=set(), marks=marks, at=NOON).turns_at == NOON + HOUR
    assert judge(TABLE, stage="visit", flags=set(), marks=marks, at=NOON + HOUR).because == "Visit is due tomorrow"


def test_a_verdict_carries_its_reason_its_way_back_and_its_row() -> None:
    verdict = judge(TABLE, stage="open", flags={"danger"}, marks={}, at=NOON)
    assert (verdict.because, verdict.back, verdict.rule) == (
        "Someone may get hurt",
        "A check finds no danger any more",
        1,
    )


def test_a_table_that_does_not_answer_says_so() -> None:
    with pytest.raises(ValueError, match="last row"):
        judge(TABLE[:1], stage="open", flags=set(), marks={}, at=NOON)
