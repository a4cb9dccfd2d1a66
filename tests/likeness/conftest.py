"""Lends the shard, a kind that leaves traces, to the tests of this room."""

import pytest

from linli.matters import kind
from linli.matters.kind import Kind
from tests.likeness.shard import SHARD


@pytest.fixture(autouse=True)
def shard(monkeypatch: pytest.MonkeyPatch) -> Kind:
    monkeypatch.setitem(kind._KINDS, SHARD.name, SHARD)
    return SHARD
