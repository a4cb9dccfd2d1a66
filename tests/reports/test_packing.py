"""Rows come back from their packing as they were, in parts that each stand alone."""

import random
from itertools import chain

import pytest

from linli.reports.packing import AT_ONCE, Pair, digest_of, pack, unpack


@pytest.mark.parametrize("count", [0, 1, 2, AT_ONCE, AT_ONCE + 1])
def test_they_come_back_as_they_were(count: int) -> None:
    chance = random.Random(count)
    rows: list[Pair] = sorted((chance.randrange(2**62), chance.randrange(40)) for _row in range(count))
    packed = pack(iter(rows))
    assert (packed.count, len(packed.parts)) == (count, -(-count // AT_ONCE))
    assert list(unpack(packed.parts)) == rows


def test_the_rows_of_a_county_take_few_bytes_each() -> None:
    rows = list(chain.from_iterable(((matter, 3), (matter, 5)) for matter in range(1, 1_000_000, 20)))
    assert sum(map(len, pack(rows).parts)) < len(rows)


def test_the_digest_is_of_all_parts() -> None:
    rows = [(matter, 1) for matter in range(AT_ONCE + 1)]
    packed = pack(rows)
    assert packed.digest == digest_of(packed.parts) != digest_of(packed.parts[:1])
    assert pack(rows).digest == packed.digest
