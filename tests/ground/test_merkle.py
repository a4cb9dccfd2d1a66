"""The root over many events is built as the standard draws it."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from linli.ground.chain import (
    merkle_root,
)
from tests.ground.chained import LEAVES


def _leaf(text: str) -> bytes:
    return hashlib.sha256(b"\x00" + bytes.fromhex(text)).digest()


def _node(left: bytes, right: bytes) -> bytes:
    return hashlib.sha256(b"\x01" + left + right).digest()


def test_the_root_of_five_leaves_is_built_as_the_standard_draws_it() -> None:
    a, b, c, d, e = map(_leaf, LEAVES)
    assert merkle_root(LEAVES) == _node(_node(_node(a, b), _node(c, d)), e).hex()
    assert merkle_root(LEAVES[:3]) == _node(_node(a, b), c).hex()
    assert merkle_root(LEAVES[:1]) == a.hex()
    assert merkle_root([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


@given(st.lists(st.sampled_from(LEAVES), max_size=9), st.lists(st.sampled_from(LEAVES), max_size=9))
def test_two_lists_of_events_never_share_a_root(one: list[str], other: list[str]) -> None:
    assert (merkle_root(one) == merkle_root(other)) == (one == other)
