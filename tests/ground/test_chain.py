"""The chain: one spelling for every value, fixed by golden vectors, and every change showing."""

import hashlib
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.ground.chain import (
    GENESIS,
    canonical,
    event_hash,
    make_salt,
    merkle_root,
    seal_hash,
    seal_mac,
    words_digest,
)

AT = datetime(2026, 9, 24, 2, 0, tzinfo=UTC)
EVENT: dict[str, Any] = {
    "version": 1,
    "matter": "TJ-2026-000042",
    "seq": 7,
    "prev": GENESIS,
    "actor": "mei",
    "behalf": None,
    "fact": "dispute.opened",
    "payload": {"title": "楼上漏水", "households": 3, "urgent": True, "rare": "𠮷㛃"},
    "digests": {"facts": "ab" * 32},
    "at": AT,
    "request": "r-1",
}
SPELT = (
    '{"actor":"mei","at":"2026-09-24T02:00:00.000000Z","behalf":null,"digests":{"facts":"' + "ab" * 32 + '"},'
    '"fact":"dispute.opened","matter":"TJ-2026-000042",'
    '"payload":{"households":3,"rare":"𠮷㛃","title":"楼上漏水","urgent":true},"prev":"' + "0" * 64 + '",'
    '"request":"r-1","seq":7,"version":1}'
)


class Stage(StrEnum):
    OPEN = "open"


@pytest.mark.parametrize(
    ("value", "spelt"),
    [
        (None, "null"),
        (True, "true"),
        (-12, "-12"),
        ('邻里 𠮷\n"', '"邻里 𠮷\\n\\""'),
        ([1, (2, "三")], '[1,[2,"三"]]'),
        ({"b": 1, "a": {"乙": 2, "Z": 3}}, '{"a":{"Z":3,"乙":2},"b":1}'),
        ({"stage": Stage.OPEN}, '{"stage":"open"}'),
        ({}, "{}"),
    ],
)
def test_a_value_has_one_spelling(value: object, spelt: str) -> None:
    assert canonical(value) == spelt


@pytest.mark.parametrize("value", [1.0, float("nan"), AT, b"x", {1: "a"}, {"a": [0.5]}, {"a", "b"}])
def test_a_value_without_an_exact_spelling_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(value)


def test_the_event_hash_is_the_plain_digest_of_its_spelling() -> None:
    assert event_hash(**EVENT) == hashlib.sha256(SPELT.encode()).hexdigest()
    assert event_hash(**EVENT) == "1cb48119403a99482c078b794b34820d7c4f6a2d4322267b616fcfe0af173d9a"


def test_a_moment_as_text_and_as_moment_hash_alike() -> None:
    assert event_hash(**EVENT | {"at": "2026-09-24T02:00:00.000000Z"}) == event_hash(**EVENT)


@pytest.mark.parametrize(
    "change",
    [
        {"version": 2},
        {"matter": "TJ-2026-000043"},
        {"seq": 8},
        {"prev": "1" * 64},
        {"actor": None},
        {"behalf": "chen"},
        {"fact": "dispute.closed"},
        {"payload": EVENT["payload"] | {"title": "楼下漏水"}},
        {"digests": {}},
        {"at": AT.replace(microsecond=1)},
        {"request": "r-2"},
    ],
)
def test_every_field_of_an_event_shows_in_its_hash(change: dict[str, Any]) -> None:
    assert event_hash(**EVENT | change) != event_hash(**EVENT)


def test_a_words_digest_needs_its_salt_and_its_text() -> None:
    digests = words_digest({"facts": "𠮷家漏水"}, salts={"facts": "00ff"})
    assert digests == {"facts": hashlib.sha256("00ff\n𠮷家漏水".encode()).hexdigest()}
    assert digests != words_digest({"facts": "𠮷家漏水"}, salts={"facts": "00fe"})
    assert digests != words_digest({"facts": "吉家漏水"}, salts={"facts": "00ff"})
    with pytest.raises(KeyError):
        words_digest({"facts": "x"}, salts={})


def test_salts_are_long_and_never_the_same() -> None:
    assert len(make_salt()) == 32
    assert make_salt() != make_salt()


def test_erasing_a_word_leaves_the_chain_as_it_was() -> None:
    kept = words_digest({"facts": "楼上漏水"}, salts={"facts": make_salt()})
    assert event_hash(**EVENT | {"digests": kept}) == event_hash(**EVENT | {"digests": dict(kept)})


LEAVES = [hashlib.sha256(bytes([number])).hexdigest() for number in range(5)]


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


def test_a_seal_covers_its_range_and_the_seal_before() -> None:
    seal: dict[str, Any] = {"prev": GENESIS, "root": LEAVES[0], "first": 1, "last": 9, "count": 9, "at": AT}
    spelt = (
        f'{{"at":"2026-09-24T02:00:00.000000Z","count":9,"first":1,"last":9,"prev":"{GENESIS}","root":"{LEAVES[0]}"}}'
    )
    assert seal_hash(**seal) == hashlib.sha256(spelt.encode()).hexdigest()
    changes: list[dict[str, Any]] = [{"prev": LEAVES[1]}, {"root": LEAVES[1]}, {"first": 2}, {"last": 8}, {"count": 8}]
    assert len({seal_hash(**seal | change) for change in [{}, *changes]}) == 6


def test_a_mac_depends_on_the_key_and_the_seal() -> None:
    assert seal_mac(GENESIS, key=b"k" * 32) == "8736e084a0d6e7b19bb438f6933db55a92966ef12fde48403cc20e64329a5627"
    assert len({seal_mac(sealed, key=key) for sealed in LEAVES[:2] for key in (b"a", b"b")}) == 4
