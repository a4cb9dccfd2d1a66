"""Laws of every table: a colour is right until it says it turns, and in a sound table waiting never improves it."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise, product

from hypothesis import given, settings
from hypothesis import strategies as st

from linli.colours.colour import Colour
from linli.colours.judge import Verdict, judge
from linli.colours.rule import Rule, check_table

NOON = datetime(2026, 11, 23, 4, 0, tzinfo=UTC)
HOUR = timedelta(hours=1)
STAGES = ("open", "closed", "elsewhere")
FLAGS = ("danger", "urged")
MARKS = ("due", "visit")

ROWS = st.builds(
    Rule,
    st.sampled_from(Colour),
    st.just("because"),
    stages=st.frozensets(st.sampled_from(STAGES[:2]), max_size=2),
    flags=st.frozensets(st.sampled_from(FLAGS), max_size=1),
    after=st.none() | st.sampled_from(MARKS),
    earlier=st.integers(-2, 2).map(lambda hours: hours * HOUR),
)
TABLES = st.builds(
    lambda rows, last: (*rows, Rule(last, "otherwise")), st.lists(ROWS, max_size=4), st.sampled_from(Colour)
)
SITUATIONS = st.fixed_dictionaries(
    {
        "stage": st.sampled_from(STAGES),
        "flags": st.frozensets(st.sampled_from(FLAGS)),
        "marks": st.dictionaries(st.sampled_from(MARKS), st.integers(-5, 5).map(lambda hours: NOON + hours * HOUR)),
    }
)
MOMENTS = [NOON + hours * HOUR / 2 for hours in range(-18, 19)]


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
        assert any(_improves(rules, situation) for situation in _all_situations())


def _judged(rules: tuple[Rule, ...], situation: dict[str, object], *, at: datetime) -> Verdict:
    return judge(rules, **situation, at=at)  # type: ignore[arg-type]


def _improves(rules: tuple[Rule, ...], situation: dict[str, object]) -> bool:
    ranks = [_judged(rules, situation, at=at).colour.rank for at in MOMENTS]
    return any(earlier < later for earlier, later in pairwise(ranks))


def _all_situations() -> list[dict[str, object]]:
    pairs = product([None, NOON], [None, *(NOON + halves * HOUR / 2 for halves in range(-9, 10))])
    flags = [frozenset(chosen) for chosen in ((), FLAGS[:1], FLAGS[1:], FLAGS)]
    return [
        {"stage": stage, "flags": raised, "marks": {mark: at for mark, at in zip(MARKS, pair, strict=True) if at}}
        for stage, raised, pair in product(STAGES, flags, pairs)
    ]
