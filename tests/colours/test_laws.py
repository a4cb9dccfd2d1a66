"""Laws of every table: a colour is right until it says it turns, and waiting never improves a sound one."""

from datetime import datetime
from itertools import pairwise, product

from hypothesis import given, settings

from linli.colours.judge import Verdict, judge
from linli.colours.rule import Rule, check_table
from tests.colours.situations import MOMENTS, SITUATIONS, TABLES, all_situations


@settings(deadline=None)
@given(rules=TABLES, situation=SITUATIONS)
def test_a_colour_is_right_until_the_moment_it_names_and_no_longer(
    rules: tuple[Rule, ...], situation: dict[str, object]
) -> None:
    verdicts = [_judged(rules, situation, at=at) for at in MOMENTS]
    for (at, now), (later, then) in product(zip(MOMENTS, verdicts, strict=True), repeat=2):
        if later >= at:
            unturned = now.turns_at is None or later < now.turns_at
            assert (then.rule == now.rule) == unturned
            assert then.rule <= now.rule


@settings(deadline=None)
@given(rules=TABLES, situation=SITUATIONS)
def test_waiting_never_improves_a_sound_table(rules: tuple[Rule, ...], situation: dict[str, object]) -> None:
    if not [defect for defect in check_table(rules) if "improve" in defect]:
        ranks = [_judged(rules, situation, at=at).colour.rank for at in MOMENTS]
        assert ranks == sorted(ranks, reverse=True)


@settings(deadline=None, max_examples=40)
@given(rules=TABLES)
def test_a_table_said_to_improve_really_does_so_somewhere(rules: tuple[Rule, ...]) -> None:
    if [defect for defect in check_table(rules) if "improve" in defect]:
        assert any(_improves(rules, situation) for situation in all_situations())


def _judged(rules: tuple[Rule, ...], situation: dict[str, object], *, at: datetime) -> Verdict:
    return judge(rules, **situation, at=at)  # type: ignore[arg-type]


def _improves(rules: tuple[Rule, ...], situation: dict[str, object]) -> bool:
    ranks = [_judged(rules, situation, at=at).colour.rank for at in MOMENTS]
    return any(earlier < later for earlier, later in pairwise(ranks))
