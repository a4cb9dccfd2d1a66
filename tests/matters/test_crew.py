"""Chunks in hand: the collector rests, and works again whatever comes of it."""

import gc
from collections import Counter, deque
from types import SimpleNamespace
from typing import Any

import pytest

from linli.matters import crew
from linli.matters.crew import Crew, unwalked


def test_the_collector_rests_while_a_chunk_is_in_hand_and_works_again_where_that_fails() -> None:
    assert gc.isenabled()
    with pytest.raises(ValueError, match="half"), unwalked():
        assert not gc.isenabled()
        raise ValueError("half way")
    assert gc.isenabled()


def test_where_the_collector_rested_before_it_rests_on() -> None:
    gc.disable()
    try:
        with unwalked():
            assert not gc.isenabled()
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_numbers_are_given_in_the_order_of_the_chunks_to_those_whose_rows_are_told(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(crew, "reserve", lambda _table, count: [0] * count)
    told, still_telling, told_too = waiting(4), waiting(None), waiting(2)
    busy = Crew.__new__(Crew)
    busy.known, busy.flight = SimpleNamespace(go_on=dict), deque([told, still_telling, told_too])  # type: ignore[assignment]
    busy.attend()
    assert [hand.given for hand in (told, still_telling, told_too)] == [[({2026: 4}, 4)], [], []]
    still_telling.years = Counter({2026: 1})
    busy.attend()
    assert [hand.given for hand in (told, still_telling, told_too)] == [
        [({2026: 4}, 4)],
        [({2026: 1}, 1)],
        [({2026: 2}, 2)],
    ]


def waiting(count: int | None) -> Any:
    """A hand that told so many fresh rows of one year and waits for their numbers; None: it is still telling."""
    hand = SimpleNamespace(years=None if count is None else Counter({2026: count}), numbered=False, given=[])

    def number(before: object, ids: list[int]) -> None:
        hand.numbered = True
        hand.given.append((before, len(ids)))

    hand.number = number
    hand.pipe = SimpleNamespace(poll=lambda: hand.years is not None, recv=lambda: hand.years)
    return hand
