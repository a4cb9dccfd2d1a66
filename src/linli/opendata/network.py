"""A table with all its totals, drawn as a network: a number can change only around a loop of others that may."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import heappop, heappush
from itertools import count
from typing import TypeAlias

ALL = ""
"""In the place of a kind: all kinds together."""
Cell: TypeAlias = tuple[str, str]
Joint: TypeAlias = tuple[str, ...]
Step: TypeAlias = tuple[Cell, int]
TOP: Joint = ("top",)


@dataclass(frozen=True)
class Table:
    """Counts of the units at the foot of a tree by kind; every unit above is the sum of those right below it."""

    root: str
    below: Mapping[str, Sequence[str]]
    kinds: Sequence[str]
    counts: Mapping[Cell, int]

    @cached_property
    def units(self) -> tuple[str, ...]:
        return tuple(self._from(self.root))

    @cached_property
    def values(self) -> dict[Cell, int]:
        """Every number there is to publish, totals too."""
        values: dict[Cell, int] = {}
        for unit in reversed(self.units):
            for kind in self.kinds:
                parts = [values[part, kind] for part in self.below.get(unit, ())]
                values[unit, kind] = sum(parts) if self.is_sum(unit) else self.counts.get((unit, kind), 0)
            values[unit, ALL] = sum(values[unit, kind] for kind in self.kinds)
        return values

    def is_sum(self, unit: str) -> bool:
        return bool(self.below.get(unit))

    def is_total(self, cell: Cell) -> bool:
        return cell[1] == ALL or self.is_sum(cell[0])

    def _from(self, unit: str) -> Iterator[str]:
        yield unit
        for part in self.below.get(unit, ()):
            yield from self._from(part)


@dataclass(frozen=True)
class Arc:
    cell: Cell
    tail: Joint
    head: Joint


class Network:
    """One arc for every number, one joint for every sum: what flows into a joint flows out of it.

    Each number stands in two sums, on opposite sides, so this is all the arithmetic there is in the table, and
    whole numbers that satisfy it are reached from each other around loops, one by one.
    """

    def __init__(self, table: Table) -> None:
        over = {part: unit for unit, parts in table.below.items() for part in parts}
        self.arcs = {cell: _arc(table, cell, over=over.get(cell[0])) for cell in table.values}
        self._at: dict[Joint, list[tuple[Cell, int, Joint]]] = {}
        for arc in self.arcs.values():
            self._at.setdefault(arc.tail, []).append((arc.cell, +1, arc.head))
            self._at.setdefault(arc.head, []).append((arc.cell, -1, arc.tail))

    def loop(self, cell: Cell, by: int, *, prices: Mapping[Step, int]) -> tuple[Step, ...]:
        """The cheapest way to change a number by one: all that changes with it; empty when there is none.

        `prices` names the changes that are possible; what it does not name cannot change.
        """
        arc = self.arcs[cell]
        begin, end = (arc.head, arc.tail) if by > 0 else (arc.tail, arc.head)
        came: dict[Joint, tuple[Joint, Step]] = {}
        cost, turn = {begin: 0}, count()
        queue = [(0, next(turn), begin)]
        while queue:
            so_far, _, joint = heappop(queue)
            if joint == end:
                return ((cell, by), *_back(came, begin, end))
            for step, beyond in self._steps(joint, without=cell):
                price = prices.get(step)
                if price is not None and so_far + price < cost.get(beyond, so_far + price + 1):
                    cost[beyond] = so_far + price
                    came[beyond] = (joint, step)
                    heappush(queue, (cost[beyond], next(turn), beyond))
        return ()

    def _steps(self, joint: Joint, *, without: Cell) -> Iterator[tuple[Step, Joint]]:
        for cell, by, beyond in self._at[joint]:
            if cell != without:
                yield (cell, by), beyond


def _arc(table: Table, cell: Cell, *, over: str | None) -> Arc:
    """Kinds flow from the foot of the tree to the top, the totals of all kinds back down."""
    unit, kind = cell
    lower = ("sum", unit, kind) if table.is_sum(unit) else ("unit", unit)
    upper = ("sum", over, kind) if over is not None else TOP
    return Arc(cell, upper, lower) if kind == ALL else Arc(cell, lower, upper)


def _back(came: Mapping[Joint, tuple[Joint, Step]], begin: Joint, end: Joint) -> Iterator[Step]:
    while end != begin:
        end, step = came[end]
        yield step
