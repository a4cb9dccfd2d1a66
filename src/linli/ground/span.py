"""How long something is given: a span in one of four units, and the rule by which a limit is counted."""

import re
from dataclasses import dataclass
from typing import Self

WORKING_DAYS, WORKING_HOURS, CLOCK_HOURS, NATURAL_DAYS = UNITS = ("wd", "wh", "h", "d")
SAME_DAY, NEXT_DAY = STARTS = ("same", "next")

_SPAN = re.compile(r"([1-9]\d{0,4})(wd|wh|h|d)")


@dataclass(frozen=True)
class Span:
    """So many working days (wd), working hours (wh), clock hours (h) or natural days (d)."""

    amount: int
    unit: str

    def __post_init__(self) -> None:
        if self.unit not in UNITS or self.amount < 1:
            raise ValueError(f"{self.amount}{self.unit} is not a span. Write 15wd, 8wh, 24h or 30d.")

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a span as it is typed and stored: 15wd, 8wh, 24h, 30d."""
        found = _SPAN.fullmatch(text.strip())
        if not found:
            raise ValueError(f"{text!r} is not a span. Write 15wd, 8wh, 24h or 30d.")
        return cls(int(found[1]), found[2])

    def __str__(self) -> str:
        return f"{self.amount}{self.unit}"

    @property
    def by_day(self) -> bool:
        """Counted in whole days, so that it ends with a day and not with an hour."""
        return self.unit in (WORKING_DAYS, NATURAL_DAYS)


@dataclass(frozen=True)
class Limit:
    """A span with its day-zero rule; `rolls` moves a last natural day that is no working day to the next that is."""

    span: Span
    starts: str = NEXT_DAY
    rolls: bool = False

    def __post_init__(self) -> None:
        if self.starts not in STARTS:
            raise ValueError(f"{self.starts!r} is not a day-zero rule. Write same or next.")
