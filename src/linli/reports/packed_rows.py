"""The rows behind the figures of an issued report: packed beside it, like ones once; of an old one in its own text."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

import msgspec

from linli.reports.models import PackedRows, Snapshot
from linli.reports.packing import Packed, Pair, digest_of, unpack


def keep(snapshot: Snapshot, packed: Iterable[Packed]) -> None:
    """Written once, along with the report."""
    by_digest = {one.digest: one.parts for one in packed}
    PackedRows.objects.bulk_create(
        (
            PackedRows(snapshot=snapshot, digest=digest, part=part, rows=rows)
            for digest, parts in by_digest.items()
            for part, rows in enumerate(parts)
        ),
        batch_size=100,
    )


def told_as(packed: Mapping[str, Packed]) -> dict[str, tuple[int, str]]:
    """What the sealed text of the report says of them: how many stand behind each question, and their digest."""
    return {query: (one.count, one.digest) for query, one in packed.items()}


class RowsThen:
    """Matter and place in line of each row of a question; none where it found none, or was not asked."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot, self._told = snapshot, _told(snapshot)

    def of(self, query: str) -> list[Pair]:
        if query not in self._told.packed:
            return self._told.behind.get(query, [])
        _count, digest = self._told.packed[query]
        parts = self._snapshot.packed.filter(digest=digest).order_by("part").values_list("rows", flat=True)
        return list(unpack(map(bytes, parts)))


def are_unaltered(snapshot: Snapshot) -> bool:
    """Whether all sets of rows that the report names lie beside it as they were packed, and no other."""
    return dict(_found(snapshot)) == {digest: digest for _count, digest in _told(snapshot).packed.values()}


def _found(snapshot: Snapshot) -> Iterator[tuple[str, str]]:
    parts = snapshot.packed.order_by("digest", "part").values_list("digest", "rows").iterator(chunk_size=50)
    for digest, rows in groupby(parts, key=lambda part: part[0]):
        yield digest, digest_of(bytes(one) for _digest, one in rows)


class _Told(msgspec.Struct):
    """What the text of a report says of rows; one that was issued before they were packed has them all in it."""

    packed: dict[str, tuple[int, str]] = {}
    behind: dict[str, list[Pair]] = {}


def _told(snapshot: Snapshot) -> _Told:
    return msgspec.json.decode(snapshot.frozen, type=_Told)
