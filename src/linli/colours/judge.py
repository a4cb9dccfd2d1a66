"""The verdict: the first row that holds, its reason, and the moment the colour will turn by itself."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime
from typing import NamedTuple

from linli.colours.colour import Colour
from linli.colours.rule import Rule

MOST = 4096
_KNOWN: dict[tuple[int, str, frozenset[str]], tuple[Sequence[Rule], Sequence[tuple[int, Rule]]]] = {}


class Verdict(NamedTuple):
    """A colour, why it is so, what turns it back, and until when it is right; `rule` is the row's place from 0."""

    colour: Colour
    because: str
    back: str
    turns_at: datetime | None
    rule: int


def judge(
    rules: Sequence[Rule], *, stage: str, flags: AbstractSet[str], marks: Mapping[str, datetime], at: datetime
) -> Verdict:
    """Read the rows top down; the first that holds decides."""
    beginnings: list[datetime] = []
    for place, rule in _suiting(rules, stage, frozenset(flags)):
        if rule.after is not None:
            if (marked_at := marks.get(rule.after)) is None:
                continue
            begins_at = marked_at - rule.earlier
            if begins_at > at:
                beginnings.append(begins_at)
                continue
        return Verdict(rule.colour, rule.because, rule.back, min(beginnings, default=None), place)
    raise ValueError("No row of the colour table holds; its last row must have no condition.")


def _suiting(rules: Sequence[Rule], stage: str, flags: frozenset[str]) -> Sequence[tuple[int, Rule]]:
    """The rows whose stage and flags are fulfilled, with their places: looked for once in each table."""
    known = _KNOWN.get((id(rules), stage, flags))
    if known and known[0] is rules:
        return known[1]
    found = [(place, rule) for place, rule in enumerate(rules) if rule.suits(stage=stage, flags=flags)]
    if isinstance(rules, tuple):
        if len(_KNOWN) >= MOST:
            _KNOWN.clear()
        _KNOWN[id(rules), stage, flags] = (rules, found)
    return found
