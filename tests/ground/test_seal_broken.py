"""What was moved, changed, shut by another key or never ours does not open."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.ground.seal import CannotOpen
from tests.ground.rings import PHONE, PLACE, RENEWED, RING, STRANGE


def test_a_ciphertext_moved_to_another_row_does_not_open() -> None:
    blob = RING.shut(PHONE, bound=PLACE)
    assert RING.open(blob, bound=PLACE) == PHONE
    with pytest.raises(CannotOpen):
        RING.open(blob, bound="matters_word|phone|43")


def test_another_key_does_not_open() -> None:
    with pytest.raises(CannotOpen):
        STRANGE.open(RING.shut(PHONE, bound=PLACE), bound=PLACE)


@given(st.integers(0, 31 + len(PHONE)), st.integers(1, 255))
def test_no_byte_can_be_changed(place: int, flip: int) -> None:
    blob = bytearray(RENEWED.shut(PHONE, bound=PLACE))
    blob[place] ^= flip
    with pytest.raises(CannotOpen):
        RENEWED.open(bytes(blob), bound=PLACE)


@given(st.binary(max_size=60))
def test_whatever_is_not_ours_does_not_open(blob: bytes) -> None:
    with pytest.raises(CannotOpen):
        RING.open(blob, bound=PLACE)
