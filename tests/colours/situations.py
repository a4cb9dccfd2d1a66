"""Tables and situations as hypothesis makes them up, and all situations of a small world."""

from datetime import UTC, datetime, timedelta
from itertools import product

from hypothesis import strategies as st

from linli.colours.colour import Colour
from linli.colours.rule import Rule

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


def all_situations() -> list[dict[str, object]]:
    pairs = product([None, NOON], [None, *(NOON + halves * HOUR / 2 for halves in range(-9, 10))])
    flags = [frozenset(chosen) for chosen in ((), FLAGS[:1], FLAGS[1:], FLAGS)]
    return [
        {"stage": stage, "flags": raised, "marks": {mark: at for mark, at in zip(MARKS, pair, strict=True) if at}}
        for stage, raised, pair in product(STAGES, flags, pairs)
    ]
