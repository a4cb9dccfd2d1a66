"""What a plain formula comes to: sums, differences, products and quotients of cells, exactly; no other is guessed."""

import re
from collections.abc import Callable, Iterator
from fractions import Fraction

from linli.paper.form.address import COLUMNS, ROWS, Address, Block, address, block, letters, number

Ask = Callable[[Address], Fraction | None]
"""The number in a cell, nought where it is empty; None where it is not known."""
MOST = 20_000
_TOKEN = re.compile(
    r"\s*(?:(?P<sum>SUM)\s*\(|(?P<range>\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+)|(?P<cell>\$?[A-Z]{1,3}\$?\d+(?![\w(!.]))"
    r"|(?P<number>\d+(?:\.\d+)?)|(?P<sign>[-+*/(),]))",
    re.IGNORECASE,
)
_REFERENCE = re.compile(
    r"(\"[^\"]*\")|('[^']*'!|\b\w+!)?(?<![\w.])(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\w(!.])", re.IGNORECASE
)


class Unknown(ValueError):
    """The formula, or a cell that it asks for, is not one of the plain ones."""


def worth(formula: str, *, ask: Ask) -> Fraction | None:
    """What it comes to; None where that is not known."""
    try:
        return _Reading(formula, ask).whole()
    except (Unknown, ZeroDivisionError, ValueError, RecursionError):
        return None


def parts(formula: str) -> tuple[Address, ...]:
    """The cells that a plain sum adds up, once each; none for any other formula."""
    text = formula.replace("$", "").strip()
    inside = re.fullmatch(r"SUM\(([A-Z0-9:,\s]+)\)", text, re.IGNORECASE)
    pieces = inside[1].split(",") if inside else text.split("+")
    if not inside and len(pieces) < 2:
        return ()
    try:
        blocks = [block(piece) for piece in pieces]
    except ValueError:
        return ()
    return tuple(dict.fromkeys(at for one in blocks if one.size <= MOST for at in one.cells()))


def moved(formula: str, *, down: int, right: int) -> str:
    """The same formula as it reads in another cell."""
    return _REFERENCE.sub(lambda found: _moved(found, down, right), formula) if down or right else formula


def _moved(found: re.Match[str], down: int, right: int) -> str:
    if found[1]:
        return found[0]
    column = number(found[4]) if found[3] else number(found[4]) + right
    row = int(found[6]) if found[5] else int(found[6]) + down
    inside = 1 <= column <= COLUMNS and 1 <= row <= ROWS
    return f"{found[2] or ''}{found[3]}{letters(column)}{found[5]}{row}" if inside else "#REF!"


class _Reading:
    """Reads from the left, by the usual precedence."""

    def __init__(self, formula: str, ask: Ask) -> None:
        self.ask = ask
        self.pieces = list(_pieces(formula))
        self.at = 0

    def whole(self) -> Fraction:
        found = self._sum()
        if self.at < len(self.pieces):
            raise Unknown
        return found

    def _sum(self) -> Fraction:
        found = self._product()
        while sign := self._take("+", "-"):
            other = self._product()
            found = found + other if sign == "+" else found - other
        return found

    def _product(self) -> Fraction:
        found = self._single()
        while sign := self._take("*", "/"):
            other = self._single()
            found = found * other if sign == "*" else found / other
        return found

    def _single(self) -> Fraction:
        if sign := self._take("-", "+"):
            return -self._single() if sign == "-" else self._single()
        if self._take("("):
            found = self._sum()
            self._need(")")
            return found
        sort, told = self._next()
        if sort == "sum":
            return self._added()
        return self._of(sort, told)

    def _of(self, sort: str, told: str) -> Fraction:
        if sort == "number":
            return Fraction(told)
        if sort != "cell":
            raise Unknown
        return self._asked(address(told))

    def _added(self) -> Fraction:
        total = self._argument()
        while self._take(","):
            total += self._argument()
        self._need(")")
        return total

    def _argument(self) -> Fraction:
        if self.at < len(self.pieces) and self.pieces[self.at][0] == "range":
            return sum((self._asked(at) for at in _within(block(self._next()[1]))), Fraction())
        return self._sum()

    def _asked(self, at: Address) -> Fraction:
        found = self.ask(at)
        if found is None:
            raise Unknown
        return found

    def _take(self, *signs: str) -> str:
        if self.at < len(self.pieces) and self.pieces[self.at][1] in signs:
            self.at += 1
            return self.pieces[self.at - 1][1]
        return ""

    def _need(self, sign: str) -> None:
        if not self._take(sign):
            raise Unknown

    def _next(self) -> tuple[str, str]:
        if self.at >= len(self.pieces):
            raise Unknown
        self.at += 1
        return self.pieces[self.at - 1]


def _pieces(formula: str) -> Iterator[tuple[str, str]]:
    place, text = 0, formula.strip()
    while place < len(text):
        found = _TOKEN.match(text, place)
        if not found or found.lastgroup is None:
            raise Unknown
        yield found.lastgroup, found[found.lastgroup]
        place = found.end()


def _within(one: Block) -> Iterator[Address]:
    if one.size > MOST:
        raise Unknown
    return one.cells()
