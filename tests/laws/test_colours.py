"""Of every installed kind: a colour is right until it turns, and waiting never makes it better."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.colours.judge import Verdict, judge
from linli.matters.kind import Kind, kinds

BEGINNING = datetime(2026, 3, 2, tzinfo=UTC)
KINDS = [pytest.param(kind, id=kind.name) for kind in kinds()]

moments = st.integers(0, 60 * 24 * 40).map(lambda minutes: BEGINNING + timedelta(minutes=minutes))


def verdicts(kind: Kind, data: st.DataObject, *, at: list[datetime]) -> list[Verdict]:
    """How one state, drawn at will, is judged at each moment."""
    stage = data.draw(st.sampled_from(sorted(kind.stages)))
    flags = frozenset(data.draw(st.sets(st.sampled_from(sorted(kind.flags)))) if kind.flags else ())
    marks = data.draw(st.dictionaries(st.sampled_from(sorted(kind.marks)), moments)) if kind.marks else {}
    return [judge(kind.rules, stage=stage, flags=flags, marks=marks, at=moment) for moment in at]


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data(), at=st.lists(moments, min_size=2, max_size=8).map(sorted))
def test_a_colour_is_right_until_it_turns(kind: Kind, data: st.DataObject, at: list[datetime]) -> None:
    found = verdicts(kind, data, at=at)
    for (moment, before), (later, after) in pairwise(zip(at, found, strict=True)):
        assert before.turns_at is None or before.turns_at > moment
        if before.turns_at is None or later < before.turns_at:
            assert (after.colour, after.because) == (before.colour, before.because)
            assert after.turns_at == before.turns_at
        else:
            assert (after.colour, after.because) != (before.colour, before.because)


@pytest.mark.parametrize("kind", KINDS)
@given(data=st.data(), at=st.lists(moments, min_size=2, max_size=8).map(sorted))
def test_waiting_never_makes_a_colour_better(kind: Kind, data: st.DataObject, at: list[datetime]) -> None:
    ranks = [verdict.colour.rank for verdict in verdicts(kind, data, at=at)]
    assert ranks == sorted(ranks, reverse=True)
