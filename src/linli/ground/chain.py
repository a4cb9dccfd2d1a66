"""The hash chain: one way to write a value down, one digest for events, words and seals."""

import hashlib
import hmac
import json
import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import TypeAlias

from linli.ground.clock import utc_text

GENESIS = "0" * 64
EXACT = frozenset({str, int, bool, type(None)})
"""What most of what is written down is made of: known at one glance."""

Name: TypeAlias = str | int | None


def event_hash(
    *,
    version: int,
    matter: Name,
    seq: int,
    prev: str,
    actor: Name | Sequence[Name],
    behalf: object,
    fact: str,
    payload: Mapping[str, object] | str,
    digests: Mapping[str, str] | str,
    at: datetime | str,
    request: str,
) -> str:
    """The digest of one event and, through `prev`, of everything its matter lived through before."""
    return _digest(
        {
            "version": version,
            "matter": matter,
            "seq": seq,
            "prev": prev,
            "actor": actor,
            "behalf": behalf,
            "fact": fact,
            "payload": payload,
            "digests": digests,
            "at": _moment_text(at),
            "request": request,
        }
    )


def words_digest(words: Mapping[str, str], *, salts: Mapping[str, str]) -> dict[str, str]:
    """Field by field, a digest that stays behind when the word and its salt are erased and then betrays nothing."""
    return {field: _sha256(f"{salts[field]}\n{text}".encode()) for field, text in words.items()}


def make_salt() -> str:
    """A fresh salt for one word."""
    return secrets.token_hex(16)


def merkle_root(hashes: Sequence[str]) -> str:
    """The root over the hashes in their order, built as in RFC 6962 so that leaf and node cannot be confused."""
    level = [hashlib.sha256(b"\x00" + bytes.fromhex(leaf)).digest() for leaf in hashes]
    if not level:
        return _sha256(b"")
    while len(level) > 1:
        level = [_parent(level[place : place + 2]) for place in range(0, len(level), 2)]
    return level[0].hex()


def seal_hash(*, prev: str, root: str, first: Name, last: Name, count: int, at: datetime | str) -> str:
    """The digest of one seal and, through `prev`, of every seal before it."""
    return _digest({"prev": prev, "root": root, "first": first, "last": last, "count": count, "at": _moment_text(at)})


def seal_mac(sealed: str, *, key: bytes) -> str:
    """What somebody who can write the database but does not hold the key cannot produce."""
    return hmac.new(key, sealed.encode(), hashlib.sha256).hexdigest()


def canonical(value: object) -> str:
    """JSON with one spelling: keys sorted by code point, no spaces, characters as they are, no floats."""
    _refuse_inexact(value)
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False, default=dict)


def _refuse_inexact(value: object) -> None:
    if isinstance(value, Mapping):
        for key, inner in value.items():
            if not isinstance(key, str):
                raise TypeError(f"A key must be text, not {type(key).__name__}.")
            if type(inner) not in EXACT:
                _refuse_inexact(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            if type(inner) not in EXACT:
                _refuse_inexact(inner)
    elif value is not None and not isinstance(value, str | int):
        raise TypeError(f"{type(value).__name__} has no exact spelling in the chain.")


def _digest(value: object) -> str:
    return _sha256(canonical(value).encode())


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _parent(pair: Sequence[bytes]) -> bytes:
    return hashlib.sha256(b"\x01" + b"".join(pair)).digest() if len(pair) == 2 else pair[0]


def _moment_text(at: datetime | str) -> str:
    return at if isinstance(at, str) else utc_text(at)
