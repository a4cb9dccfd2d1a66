"""Where a cell is: "B7", a block "B7:F12", and how both are written."""

import re
from collections.abc import Iterator
from typing import NamedTuple

ROWS, COLUMNS = 1_048_576, 16_384
_CELL = re.compile(r"\$?([A-Za-z]{1,3})\$?([1-9][0-9]{0,6})")
A = ord("A")


class Address(NamedTuple):
    """A cell by its row and column, both from 1; ordered as one reads."""

    row: int
    column: int

    @property
    def name(self) -> str:
        return f"{letters(self.column)}{self.row}"

    def moved(self, *, down: int = 0, right: int = 0) -> "Address":
        return Address(self.row + down, self.column + right)


class Block(NamedTuple):
    """A rectangle of cells by its first and its last, both inside."""

    first: Address
    last: Address

    @property
    def name(self) -> str:
        return self.first.name if self.first == self.last else f"{self.first.name}:{self.last.name}"

    @property
    def size(self) -> int:
        return (self.last.row - self.first.row + 1) * (self.last.column - self.first.column + 1)

    def __contains__(self, at: object) -> bool:
        if not isinstance(at, Address):
            return False
        rows = self.first.row <= at.row <= self.last.row
        return rows and self.first.column <= at.column <= self.last.column

    def cells(self) -> Iterator[Address]:
        """Row by row, from the left."""
        for row in range(self.first.row, self.last.row + 1):
            for column in range(self.first.column, self.last.column + 1):
                yield Address(row, column)


def address(name: str) -> Address:
    """Raises ValueError for what is no cell of a sheet."""
    found = _CELL.fullmatch(name.strip())
    at = Address(int(found[2]), number(found[1])) if found else Address(0, 0)
    if not found or at.row > ROWS or at.column > COLUMNS:
        raise ValueError(name)
    return at


def block(name: str) -> Block:
    """A block by two opposite corners, or one cell. Raises ValueError."""
    first, _, last = name.strip().replace("：", ":").partition(":")
    one, other = address(first), address(last or first)
    return Block(
        Address(min(one.row, other.row), min(one.column, other.column)),
        Address(max(one.row, other.row), max(one.column, other.column)),
    )


def letters(column: int) -> str:
    told = ""
    while column:
        column, rest = divmod(column - 1, 26)
        told = chr(A + rest) + told
    return told


def number(told: str) -> int:
    column = 0
    for letter in told.upper():
        column = column * 26 + ord(letter) - A + 1
    return column
