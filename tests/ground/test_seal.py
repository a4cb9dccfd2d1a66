"""Sealing: what is shut opens again with its key, also after a renewal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.ground.seal import CannotOpen
from tests.ground.rings import PHONE, PLACE, RENEWED, RING, STRANGE


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_what_is_shut_opens_again(text: str) -> None:
    blob = RING.shut(text, bound=PLACE)
    assert RING.open(blob, bound=PLACE) == text
    assert len(blob) == 32 + len(text.encode())


def test_the_text_is_not_in_the_ciphertext_and_no_two_are_alike() -> None:
    one, other = RING.shut(PHONE, bound=PLACE), RING.shut(PHONE, bound=PLACE)
    assert PHONE.encode() not in one
    assert one != other
    assert one[:4] == b"LL\x01\x01"


def test_a_database_that_hands_out_memory_views_is_served_too() -> None:
    assert RING.open(memoryview(RING.shut(PHONE, bound=PLACE)), bound=PLACE) == PHONE


def test_after_a_renewal_the_old_opens_and_says_it_is_stale() -> None:
    old, new = RING.shut(PHONE, bound=PLACE), RENEWED.shut(PHONE, bound=PLACE)
    assert RENEWED.open(old, bound=PLACE) == RENEWED.open(new, bound=PLACE) == PHONE
    assert (RENEWED.stale(old), RENEWED.stale(new)) == (True, False)
    with pytest.raises(CannotOpen):
        RING.open(new, bound=PLACE)


def test_the_canary_sings_for_its_own_keys_only() -> None:
    canary = RING.make_canary()
    RING.check_canary(canary)
    RENEWED.check_canary(canary)
    with pytest.raises(CannotOpen):
        STRANGE.check_canary(canary)
