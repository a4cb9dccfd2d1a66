"""Somebody who reads what is printed, knows every rule of the house, and works out all that can be worked out.

Shares nothing with the room but the shape of a table: sums are written out here, and every table is tried.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import product

from linli.opendata.network import ALL, Cell, Table
from linli.opendata.suppressing import Mark

Printed = Mapping[Cell, int | Mark]


def printed(table: Table, marks: Mapping[Cell, Mark]) -> dict[Cell, int | Mark]:
    return {cell: marks.get(cell, value) for cell, value in table.values.items()}


def foot(table: Table, unit: str) -> list[str]:
    parts = table.below.get(unit, ())
    return [below for part in parts for below in foot(table, part)] if parts else [unit]


def parts_of(table: Table) -> dict[Cell, list[Cell]]:
    """Of every number, the innermost ones it is the sum of."""
    kinds = {ALL: list(table.kinds), **{kind: [kind] for kind in table.kinds}}
    return {
        (unit, kind): [(below, one) for below in foot(table, unit) for one in kinds[kind]]
        for unit, kind in table.values
    }


def possible(table: Table, shown: Printed, *, under: int, most: int) -> dict[Cell, set[int]]:
    """What every number can be, by trying all tables whose hidden numbers are `most` at most."""
    sums = parts_of(table)
    inner = [cell for cell, parts in sums.items() if parts == [cell]]
    found: dict[Cell, set[int]] = {cell: set() for cell in sums}
    for numbers in product(*(choices(shown[cell], under=under, most=most) for cell in inner)):
        at = dict(zip(inner, numbers, strict=True))
        totals = {cell: sum(at[part] for part in parts) for cell, parts in sums.items()}
        if all(isinstance(shown[cell], Mark) or shown[cell] == total for cell, total in totals.items()):
            for cell, total in totals.items():
                found[cell].add(total)
    return found


def choices(shown: int | Mark, *, under: int, most: int) -> Sequence[int]:
    if not isinstance(shown, Mark):
        return [shown]
    return range(under) if shown is Mark.SMALL else range(under, most + 1)


def solved(table: Table, shown: Printed) -> set[Cell]:
    """The hidden numbers that follow from the printed ones by subtraction alone, however many steps it takes."""
    sums = parts_of(table)
    inner = [cell for cell, parts in sums.items() if parts == [cell]]
    rows = {cell: [Fraction(one in set(parts)) for one in inner] for cell, parts in sums.items()}
    basis = list(_reduced([row for cell, row in rows.items() if not isinstance(shown[cell], Mark)]))
    return {cell for cell, row in rows.items() if isinstance(shown[cell], Mark) and not any(_less(row, basis))}


def _reduced(rows: Sequence[Sequence[Fraction]]) -> Iterator[list[Fraction]]:
    basis: list[list[Fraction]] = []
    for row in rows:
        rest = _less(row, basis)
        if any(rest):
            lead = next(number for number in rest if number)
            basis.append([number / lead for number in rest])
            yield basis[-1]


def _less(row: Sequence[Fraction], basis: Sequence[Sequence[Fraction]]) -> list[Fraction]:
    rest = list(row)
    for known in basis:
        place = next(place for place, number in enumerate(known) if number)
        if times := rest[place]:
            rest = [number - times * other for number, other in zip(rest, known, strict=True)]
    return rest
