"""How a figure is printed: a count as it is, a share in per cent, a sum or a time in its unit."""

from collections.abc import Sequence
from fractions import Fraction

from linli.ground.percent import NOTHING, percent, rounded
from linli.matters.counts import DAYS, HOURS, MEDIAN, P90, SUM, YUAN, Indicator

IN_ONE = {DAYS: 1440, HOURS: 60, YUAN: 100}
"""How many of what is stored make one of what is shown: minutes and fen are."""
PLACES = {YUAN: 2}


def value_of(
    one: Indicator, *, top: int, below: int | None, total: int, spread: Sequence[tuple[int, int]]
) -> int | Fraction | None:
    """The figure itself: a number, a share from nought to one, minutes or fen; None where nothing was counted."""
    if below is not None:
        return Fraction(top, below) if below else None
    if one.form == SUM:
        return total
    if one.form == MEDIAN:
        return median(spread)
    if one.form == P90:
        return nine_of_ten(spread)
    return top


def text_of(one: Indicator, *, top: int, below: int | None, value: int | Fraction | None) -> str:
    if below is not None:
        return percent(top, below)
    if value is None:
        return NOTHING
    if one.form in (SUM, MEDIAN, P90) and one.unit in IN_ONE:
        return rounded(Fraction(value) / IN_ONE[one.unit], places=PLACES.get(one.unit, 1))
    return str(value)


def places_of(one: Indicator, count: int) -> tuple[int, ...]:
    """At which places the figure looks when so many values stand in order, counted from nought."""
    if not count:
        return ()
    return _middle(count) if one.form == MEDIAN else (_ninth_tenth(count),)


def median(spread: Sequence[tuple[int, int]]) -> Fraction | None:
    """The middle one; of an even number half-way between the two in the middle."""
    count = sum(many for _value, many in spread)
    if not count:
        return None
    return Fraction(sum(_at(spread, place) for place in _middle(count)), 2)


def nine_of_ten(spread: Sequence[tuple[int, int]]) -> Fraction | None:
    """The smallest value that nine of ten do not exceed."""
    count = sum(many for _value, many in spread)
    return Fraction(_at(spread, _ninth_tenth(count))) if count else None


def _middle(count: int) -> tuple[int, int]:
    return (count - 1) // 2, count // 2


def _ninth_tenth(count: int) -> int:
    return -(-count * 9 // 10) - 1


def _at(spread: Sequence[tuple[int, int]], place: int) -> int:
    """The value at that place, counted from nought, when all stand in order."""
    for value, many in sorted(spread):
        if place < many:
            return value
        place -= many
    raise IndexError(place)
