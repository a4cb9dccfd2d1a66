"""Colours, tables and cards: what a row says, which row wins, and which tables are refused."""

from datetime import UTC, datetime, timedelta

import pytest

from linli.colours.card import card
from linli.colours.colour import Colour
from linli.colours.judge import judge
from linli.colours.rule import Rule, check_table

RED, ORANGE, YELLOW, GREEN = Colour
NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
OPEN = frozenset({"open", "mediation"})

TABLE = (
    Rule(GREEN, "Settled and followed up", stages=frozenset({"closed"})),
    Rule(RED, "Someone may get hurt", flags=frozenset({"danger"}), back="A check finds no danger any more"),
    Rule(RED, "Long past its limit", stages=OPEN, after="due", earlier=-30 * DAY),
    Rule(ORANGE, "Past its limit", stages=OPEN, after="due", back="Settle it or extend the limit"),
    Rule(ORANGE, "Visit is due tomorrow", stages=frozenset({"visit"}), after="visit", earlier=DAY),
    Rule(YELLOW, "In hand"),
)


def test_each_colour_stands_with_its_shape_word_and_rank() -> None:
    assert [(str(colour), colour.shape, colour.word, colour.rank) for colour in Colour] == [
        ("red", "■", "Red", 0),
        ("orange", "▲", "Orange", 1),
        ("yellow", "●", "Yellow", 2),
        ("green", "✓", "Green", 3),
    ]


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
