"""The hash of an event is fixed by a golden vector, and every change shows in it."""

import hashlib
from typing import Any

import pytest

from linli.ground.chain import (
    event_hash,
)
from tests.ground.chained import AT, EVENT, SPELT


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
