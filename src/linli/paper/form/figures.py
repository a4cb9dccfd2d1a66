"""What a cell prints as a figure: how much, to how many decimals, whether in hundredths; typed text is read as well."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from linli.ground.percent import NOTHING
from linli.paper.form import formats
from linli.paper.form.cells import Value

_TYPED = re.compile(
    r"(?P<sign>\+|-|−|增长|上升|增加|提高|升|增|下降|减少|降低|降|减)?(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?P<rest>\.\d+)?"
    r"(?P<percent>%)?(?:件|起|人|次|户|个|宗)?"
)
DOWN = ("-", "−", "下降", "减少", "降低", "降", "减")
LONGEST = 30


@dataclass(frozen=True)
class Figure:
    """A figure as it is printed: of "+233.3 %" 233.3, with one decimal, in hundredths."""

    number: Fraction
    decimals: int
    is_percent: bool

    @property
    def is_count(self) -> bool:
        return not self.is_percent and self.number.denominator == 1 and self.number >= 0

    @property
    def text(self) -> str:
        told = f"{Decimal(self.number.numerator) / Decimal(self.number.denominator):.{self.decimals}f}"
        return f"{told} %" if self.is_percent else told

    def holds(self, exact: Fraction) -> bool:
        """Whether the exact number is printed like this, the half up or down."""
        return abs(exact - self.number) <= Fraction(1, 2 * 10**self.decimals)


def figure(value: Value, form: str) -> Figure | None:
    """None for words, for nothing, for a day."""
    if isinstance(value, Decimal):
        return None if formats.is_day(form) else _of_number(value, form)
    typed = _TYPED.fullmatch(re.sub(r"\s", "", unicodedata.normalize("NFKC", value))) if value else None
    if typed is None or len(value or "") > LONGEST:
        return None
    number = Fraction(typed["number"].replace(",", "") + (typed["rest"] or ""))
    decimals = len(typed["rest"] or ".") - 1
    return Figure(-number if typed["sign"] in DOWN else number, decimals, typed["percent"] is not None)


def written(text: str, *, form: str, in_hundredths: bool) -> Value:
    """A figure told in text as this cell holds it: as a number wherever it can be one.

    `in_hundredths`: its head says "%" already, so that the number alone stands below.
    """
    told = figure(text, "")
    if told is None or text == NOTHING:
        return text
    number = Decimal(told.number.numerator) / Decimal(told.number.denominator)
    if told.is_percent and formats.is_percent(form):
        return number / 100
    return text if told.is_percent and not in_hundredths else number


def _of_number(value: Decimal, form: str) -> Figure:
    exact, places = Fraction(value), formats.decimals(form)
    if formats.is_percent(form):
        shown = Fraction(formats.shown(value, form).replace(",", "").removesuffix("%"))
        return Figure(shown, places or 0, True)
    exponent = value.normalize().as_tuple().exponent
    return Figure(exact, max(0, -exponent) if isinstance(exponent, int) else 0, False)
