"""The printed rule card: a colour table told row by row, as data for whoever draws it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeAlias

from linli.colours.colour import Colour
from linli.colours.rule import Rule
from linli.ground.text import msg

# Stages, flag and mark in the parameters are the kind's own names; whoever draws the card puts its words for them.
Condition: TypeAlias = tuple[str, Mapping[str, str | int | tuple[str, ...]]]

OTHERWISE = msg("In all other cases")
STAGES = msg("While the matter is at: {stages}")
FLAG = msg("When it is noted: {flag}")
MARK = msg("From: {mark}")
DAYS_BEFORE = msg("From {days} d before: {mark}")
DAYS_AFTER = msg("From {days} d after: {mark}")
HOURS_BEFORE = msg("From {hours} h before: {mark}")
HOURS_AFTER = msg("From {hours} h after: {mark}")


@dataclass(frozen=True)
class Line:
    """One row of the card."""

    colour: Colour
    because: str
    conditions: tuple[Condition, ...]
    back: str


def card(rules: Sequence[Rule]) -> tuple[Line, ...]:
    """The rows in the order in which they are read."""
    return tuple(Line(rule.colour, rule.because, _conditions(rule), rule.back) for rule in rules)


def _conditions(rule: Rule) -> tuple[Condition, ...]:
    stages: list[Condition] = [(STAGES, {"stages": tuple(sorted(rule.stages))})] if rule.stages else []
    flags: list[Condition] = [(FLAG, {"flag": flag}) for flag in sorted(rule.flags)]
    marks = [_mark(rule.after, earlier=rule.earlier)] if rule.after is not None else []
    return (*stages, *flags, *marks) or ((OTHERWISE, {}),)


def _mark(mark: str, *, earlier: timedelta) -> Condition:
    if not earlier:
        return (MARK, {"mark": mark})
    before, length = earlier > timedelta(0), abs(earlier)
    if length % timedelta(days=1):
        return (HOURS_BEFORE if before else HOURS_AFTER, {"mark": mark, "hours": length // timedelta(hours=1)})
    return (DAYS_BEFORE if before else DAYS_AFTER, {"mark": mark, "days": length // timedelta(days=1)})
