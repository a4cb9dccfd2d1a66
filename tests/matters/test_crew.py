"""Chunks in hand: the collector rests, and works again whatever comes of it."""

import gc

import pytest

from linli.matters.crew import unwalked


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
