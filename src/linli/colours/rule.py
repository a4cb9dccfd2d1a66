"""One row of a colour table, as data, and what a table must be to be trusted."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import KW_ONLY, dataclass
from datetime import timedelta

from linli.colours.colour import Colour

_ANY_OTHER = "any other stage"


@dataclass(frozen=True)
class Rule:
    """A colour and its reason, for these stages (none named: all), with all these flags, from `earlier` than the mark.

    An `earlier` below zero begins that long after the mark; `back` says what turns the colour back.
    """

    colour: Colour
    because: str
    _: KW_ONLY
    stages: frozenset[str] = frozenset()
    flags: frozenset[str] = frozenset()
    after: str | None = None
    earlier: timedelta = timedelta(0)
    back: str = ""

    @property
    def is_unconditional(self) -> bool:
        """Holds always and everywhere."""
        return not self.stages and not self.flags and self.after is None

    def suits(self, *, stage: str, flags: AbstractSet[str]) -> bool:
        """Whether everything but the mark is fulfilled."""
        return (not self.stages or stage in self.stages) and self.flags <= flags


def check_table(rules: Sequence[Rule]) -> list[str]:
    """The defects of a table, one sentence each; none means: always an answer, and waiting never improves it."""
    if not rules:
        return ["The table has no rows."]
    return [*_wrong_rows(rules), *_wrong_ends(rules), *_unreached(rules), *_improvements(rules)]


def _wrong_rows(rules: Sequence[Rule]) -> Iterator[str]:
    for number, rule in enumerate(rules, 1):
        if not rule.because:
            yield f"Row {number} gives no reason."
        if rule.earlier and rule.after is None:
            yield f"Row {number} is earlier than a mark it does not name."


def _wrong_ends(rules: Sequence[Rule]) -> Iterator[str]:
    if not rules[-1].is_unconditional:
        yield f"Row {len(rules)} is the last and must have no condition."
    for number, rule in enumerate(rules[:-1], 1):
        if rule.is_unconditional:
            yield f"Row {number} has no condition, so the rows below it are never reached."


def _unreached(rules: Sequence[Rule]) -> Iterator[str]:
    for place, rule in enumerate(rules[:-1]):
        stages = [stage for stage in _stages(rules) if rule.suits(stage=stage, flags=rule.flags)]
        if all(_is_hidden(rules, place, stage=stage, flags=rule.flags) for stage in stages):
            yield f"Row {place + 1} is never reached: a row above it always holds first."


def _improvements(rules: Sequence[Rule]) -> Iterator[str]:
    """A row that begins in time replaces rows below it, so it must not be kinder than any it can replace."""
    for above, begins in enumerate(rules):
        for below, replaced in enumerate(rules):
            if begins.after is None or below <= above or begins.colour.rank <= replaced.colour.rank:
                continue
            if any(_can_replace(rules, above, below=below, stage=stage) for stage in _stages(rules)):
                yield f"Row {above + 1} ({begins.colour}) would in time improve row {below + 1} ({replaced.colour})."


def _can_replace(rules: Sequence[Rule], above: int, *, below: int, stage: str) -> bool:
    flags = rules[above].flags | rules[below].flags
    pair = (above, below)
    return all(
        rules[place].suits(stage=stage, flags=flags) and not _is_hidden(rules, place, stage=stage, flags=flags)
        for place in pair
    )


def _is_hidden(rules: Sequence[Rule], place: int, *, stage: str, flags: AbstractSet[str]) -> bool:
    """Whether a row higher up holds whenever this one does."""
    return any(rule.suits(stage=stage, flags=flags) and _begins_first(rule, rules[place]) for rule in rules[:place])


def _begins_first(rule: Rule, other: Rule) -> bool:
    return rule.after is None or (rule.after == other.after and rule.earlier >= other.earlier)


def _stages(rules: Iterable[Rule]) -> list[str]:
    return [*sorted(frozenset[str]().union(*(rule.stages for rule in rules))), _ANY_OTHER]
