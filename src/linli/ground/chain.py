"""The hash chain: one way to write a value down, one digest for events, words and seals."""

import hashlib
import hmac
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from os import urandom
from typing import Any, TypeAlias

import msgspec

from linli.ground.clock import utc_text

GENESIS = "0" * 64
EXACT = frozenset({str, int, bool, type(None)})
"""What most of what is written down is made of: known at one glance."""
TEXT = frozenset({str})
EXACT_IN_RECORDS = EXACT | {date, datetime}

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
    for value in (payload, digests, behalf):
        if type(value) not in EXACT:
            _refuse_inexact(value)
    return _sha256(
        _ENCODER.encode(
            _Event(
                actor=actor,
                at=_moment_text(at),
                behalf=behalf,
                digests=digests,
                fact=fact,
                matter=matter,
                payload=payload,
                prev=prev,
                request=request,
                seq=seq,
                version=version,
            )
        )
    )


class _Event(msgspec.Struct):
    """The fields of an event in the order of their names, as they are written down."""

    actor: Name | Sequence[Name]
    at: str
    behalf: object
    digests: Mapping[str, str] | str
    fact: str
    matter: Name
    payload: Mapping[str, object] | str
    prev: str
    request: str
    seq: int
    version: int


def words_digest(words: Mapping[str, str], *, salts: Mapping[str, str]) -> dict[str, str]:
    """Field by field, a digest that stays behind when the word and its salt are erased and then betrays nothing."""
    return {field: _sha256(f"{salts[field]}\n{text}".encode()) for field, text in words.items()}


def make_salts(words: Collection[str]) -> dict[str, str]:
    """A fresh salt for each of these words, all drawn at once."""
    drawn = urandom(16 * len(words)).hex()
    return {field: drawn[32 * place : 32 * place + 32] for place, field in enumerate(words)}


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
    return _written(value).decode()


def canonical_record(fields: Mapping[str, object]) -> str:
    """The same of the fields of a record, in which other records and moments may stand."""
    _refuse_among_records(fields.values())
    return _ENCODER.encode(fields).decode()


def _refuse_among_records(values: Iterable[Any]) -> None:
    """Records and moments have one spelling; of all else in them that is to be seen."""
    left = [values]
    for inner in left:  # it grows while it is walked
        for value in inner:
            kind = type(value)
            if kind in EXACT_IN_RECORDS:
                continue
            if kind is list or kind is tuple:
                if value:
                    left.append(value)
            elif kind is dict and TEXT.issuperset(map(type, value)):
                left.append(value.values())
            elif hasattr(kind, "__dataclass_fields__"):
                left.append(value.__dict__.values())
            else:
                _refuse_inexact(value)


def _written(value: object) -> bytes:
    _refuse_inexact(value)
    return _ENCODER.encode(value)


def _refuse_inexact(value: object) -> None:
    if type(value) is not dict and isinstance(value, list | tuple):
        _refuse_among(value)
    elif type(value) is dict or isinstance(value, Mapping):
        for key in () if TEXT.issuperset(map(type, value)) else value:
            if not isinstance(key, str):
                raise TypeError(f"A key must be text, not {type(key).__name__}.")
        _refuse_among(value.values())
    elif value is not None and not isinstance(value, str | int):
        raise TypeError(f"{type(value).__name__} has no exact spelling in the chain.")


def _refuse_among(values: Collection[object]) -> None:
    if not EXACT.issuperset(map(type, values)):
        for inner in values:
            if type(inner) not in EXACT and inner != [] and not _is_flat(inner):
                _refuse_inexact(inner)


def _is_flat(value: object) -> bool:
    """Whether it is a list or record of nothing but exact values: most of what is nested is."""
    if type(value) is list:
        return EXACT.issuperset(map(type, value))
    return type(value) is dict and TEXT.issuperset(map(type, value)) and EXACT.issuperset(map(type, value.values()))


def _plain(value: object) -> object:
    """What the encoder does not know by itself: another mapping, or a text or number of a class of its own."""
    if isinstance(value, str):
        return value.encode().decode()
    return int(value) if isinstance(value, int) else dict(value)  # type: ignore[call-overload]


_ENCODER = msgspec.json.Encoder(order="sorted", enc_hook=_plain)


def _digest(value: object) -> str:
    return _sha256(_written(value))


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _parent(pair: Sequence[bytes]) -> bytes:
    return hashlib.sha256(b"\x01" + b"".join(pair)).digest() if len(pair) == 2 else pair[0]


def _moment_text(at: datetime | str) -> str:
    return at if isinstance(at, str) else utc_text(at)
