"""A seal covers its range and the seal before; its mac depends on the key."""

import hashlib
from typing import Any

from linli.ground.chain import (
    GENESIS,
    seal_hash,
    seal_mac,
)
from tests.ground.chained import AT, LEAVES


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
