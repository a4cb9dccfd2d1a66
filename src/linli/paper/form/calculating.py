"""What a plain formula comes to, exactly: sums, quotients, a choice, rounding; any other is not guessed."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from linli.paper.form.address import Address, Block, address, block

Ask = Callable[[Address], Fraction | None]
"""The number in a cell, nought where it is empty; None where it is not known."""
Later = Callable[[], Fraction]
"""Worked out only when it is needed: the branch that a choice does not take may divide by nought."""
MOST = 20_000
_TOKEN = re.compile(
    r"\s*(?:(?P<name>SUM|IF|IFERROR|ROUND)\s*\(|(?P<range>\$?[A-Z]{1,3}\$?\d+:\$?[A-Z]{1,3}\$?\d+)"
    r"|(?P<cell>\$?[A-Z]{1,3}\$?\d+(?![\w(!.]))|(?P<number>\d+(?:\.\d+)?)|(?P<text>\"[^\"]*\")"
    r"|(?P<sign><=|>=|<>|[-+*/(),<>=]))",
    re.IGNORECASE,
)
COMPARED: Mapping[str, Callable[[Fraction, Fraction], bool]] = {
    "=": lambda one, other: one == other,
    "<>": lambda one, other: one != other,
    "<": lambda one, other: one < other,
    ">": lambda one, other: one > other,
    "<=": lambda one, other: one <= other,
    ">=": lambda one, other: one >= other,
}


class Unknown(ValueError):
    """The formula, or a cell that it asks for, is not one of the plain ones."""


def worth(formula: str, *, ask: Ask) -> Fraction | None:
    """What it comes to; None where that is not known, or is no number."""
    try:
        return _Reading(formula, ask).whole()()
    except (ArithmeticError, ValueError, RecursionError):
        return None


class _Reading:
    """Reads from the left, by the usual precedence."""

    def __init__(self, formula: str, ask: Ask) -> None:
        self.ask = ask
        self.pieces = list(_pieces(formula))
        self.at = 0

    def whole(self) -> Later:
        found = self._compared()
        if self.at < len(self.pieces):
            raise Unknown
        return found

    def _compared(self) -> Later:
        one = self._sum()
        if sign := self._take(*COMPARED):
            other = self._sum()
            return lambda: Fraction(COMPARED[sign](one(), other()))
        return one

    def _sum(self) -> Later:
        found = self._product()
        while sign := self._take("+", "-"):
            found = _joined(sign, found, self._product())
        return found

    def _product(self) -> Later:
        found = self._single()
        while sign := self._take("*", "/"):
            found = _joined(sign, found, self._single())
        return found

    def _single(self) -> Later:
        if sign := self._take("-", "+"):
            inside = self._single()
            return (lambda: -inside()) if sign == "-" else inside
        if self._take("("):
            found = self._compared()
            self._need(")")
            return found
        return self._of(*self._next())

    def _of(self, sort: str, told: str) -> Later:
        if sort == "number":
            return lambda: Fraction(told)
        if sort == "cell":
            return lambda: self._asked(address(told))
        if sort == "text":
            return _no_number
        if sort != "name":
            raise Unknown
        return self._called(told.upper())

    def _called(self, name: str) -> Later:
        given = [self._argument()]
        while self._take(","):
            given.append(self._argument())
        self._need(")")
        return _CALLED[name](given)

    def _argument(self) -> Later:
        if self.at < len(self.pieces) and self.pieces[self.at][0] == "range":
            area = block(self._next()[1])
            return lambda: sum((self._asked(at) for at in _within(area)), Fraction())
        return self._compared()

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


def _joined(sign: str, one: Later, other: Later) -> Later:
    ways: Mapping[str, Later] = {
        "+": lambda: one() + other(),
        "-": lambda: one() - other(),
        "*": lambda: one() * other(),
        "/": lambda: one() / other(),
    }
    return ways[sign]


def _no_number() -> Fraction:
    raise Unknown


def _choice(given: Sequence[Later]) -> Later:
    if len(given) != 3:
        raise Unknown
    return lambda: given[1]() if given[0]() else given[2]()


def _instead(given: Sequence[Later]) -> Later:
    if len(given) != 2:
        raise Unknown

    def found() -> Fraction:
        try:
            return given[0]()
        except ZeroDivisionError:
            return given[1]()

    return found


def _rounded(given: Sequence[Later]) -> Later:
    if len(given) != 2:
        raise Unknown

    def found() -> Fraction:
        exact, step = given[0](), Decimal(1).scaleb(-int(given[1]()))
        return Fraction((Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(step, rounding=ROUND_HALF_UP))

    return found


_CALLED: Mapping[str, Callable[[Sequence[Later]], Later]] = {
    "SUM": lambda given: lambda: sum((one() for one in given), Fraction()),
    "IF": _choice,
    "IFERROR": _instead,
    "ROUND": _rounded,
}


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
