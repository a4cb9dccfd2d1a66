"""Words enter the chain by salted digest, so that erasing them leaves it whole."""

import hashlib

import pytest

from linli.ground.chain import (
    event_hash,
    make_salts,
    words_digest,
)
from tests.ground.chained import EVENT


def test_a_words_digest_needs_its_salt_and_its_text() -> None:
    digests = words_digest({"facts": "𠮷家漏水"}, salts={"facts": "00ff"})
    assert digests == {"facts": hashlib.sha256("00ff\n𠮷家漏水".encode()).hexdigest()}
    assert digests != words_digest({"facts": "𠮷家漏水"}, salts={"facts": "00fe"})
    assert digests != words_digest({"facts": "吉家漏水"}, salts={"facts": "00ff"})
    with pytest.raises(KeyError):
        words_digest({"facts": "x"}, salts={})


def test_salts_are_long_and_never_the_same() -> None:
    salts = [*make_salts(("facts", "name")).values(), *make_salts(("facts",)).values()]
    assert [len(salt) for salt in salts] == [32, 32, 32]
    assert len({*salts}) == 3


def test_erasing_a_word_leaves_the_chain_as_it_was() -> None:
    kept = words_digest({"facts": "楼上漏水"}, salts=make_salts(("facts",)))
    assert event_hash(**EVENT | {"digests": kept}) == event_hash(**EVENT | {"digests": dict(kept)})
