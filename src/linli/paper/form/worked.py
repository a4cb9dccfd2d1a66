"""What the numbers of a sheet come to once it is filled: what is typed, what is filled in, and plain formulas."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from linli.paper.form.address import Address
from linli.paper.form.calculating import worth
from linli.paper.form.cells import Sheet, Value

PATIENCE = 1_000_000
"""So many cells are asked for by formulas; what is not known by then stays unknown."""


class Worked:
    """One sheet with what is filled into it."""

    def __init__(self, sheet: Sheet, filled: Mapping[Address, Value]) -> None:
        self.sheet, self.filled = sheet, filled
        self._known: dict[Address, Fraction | None] = {}
        self._left = PATIENCE

    def value(self, at: Address) -> Value:
        """What stands there: text, a number, or nothing; None also for a formula that is not understood."""
        if at in self.filled:
            return self.filled[at]
        if not self.sheet.formula(at):
            return self.sheet.value(at)
        found = self.formula(at)
        return None if found is None else decimal(found)

    def text(self, at: Address) -> str:
        value = self.value(at)
        return value if isinstance(value, str) else ""

    def number(self, at: Address) -> Fraction | None:
        """The number there; None for text, for nothing, and for what is not known."""
        value = self.value(at)
        return Fraction(value) if isinstance(value, Decimal) else None

    def formula(self, at: Address) -> Fraction | None:
        """What the formula there comes to; None where that is not known."""
        if at not in self._known:
            # A formula that asks for itself is not known.
            self._known[at] = None
            self._known[at] = worth(self.sheet.formula(at), ask=self._asked)
        return self._known[at]

    def _asked(self, at: Address) -> Fraction | None:
        self._left -= 1
        if self._left < 0:
            return None
        if at not in self.filled and self.sheet.formula(at):
            return self.formula(at)
        return self.number(at) or Fraction()


def decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)
