"""Packs rows, each a matter and a place in its line, into a few bytes: steps from one to the next, compressed."""

import hashlib
import struct
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, islice, pairwise

Pair = tuple[int, int]
AT_ONCE = 50_000
"""Rows of one part: so many are held unpacked at a time, however many there are."""


@dataclass(frozen=True)
class Packed:
    """How many rows, their parts, and a digest of these."""

    count: int
    parts: tuple[bytes, ...]

    @property
    def digest(self) -> str:
        return digest_of(self.parts)


def pack(pairs: Iterable[Pair]) -> Packed:
    """In the order given; rows in the order of their matters take the least."""
    count, parts, left = 0, list[bytes](), iter(pairs)
    while some := list(islice(left, AT_ONCE)):
        count += len(some)
        parts.append(_part(some))
    return Packed(count, tuple(parts))


def unpack(parts: Iterable[bytes]) -> Iterator[Pair]:
    for part in parts:
        raw = zlib.decompress(part)
        numbers = struct.unpack(f"<{len(raw) // 8}q", raw)
        half = len(numbers) // 2
        yield from zip(accumulate(numbers[:half]), numbers[half:], strict=True)


def digest_of(parts: Iterable[bytes]) -> str:
    found = hashlib.sha256()
    for part in parts:
        found.update(part)
    return found.hexdigest()


def _part(pairs: list[Pair]) -> bytes:
    steps = [after - before for before, after in pairwise([0, *(matter for matter, _seq in pairs)])]
    numbers = [*steps, *(seq for _matter, seq in pairs)]
    return zlib.compress(struct.pack(f"<{len(numbers)}q", *numbers))
