"""Figures as they are printed, read back as numbers: 28, 99.4 %, +300.0 %, so that a file cannot say another one."""

import re
from dataclasses import dataclass
from decimal import Decimal

from linli.paper import sheet

PRINTED = re.compile(r"([+\-−]?)(\d+)(\.\d+)?( ?%)?", re.ASCII)
MOST = 15
"""Figures that a spreadsheet keeps exactly."""


@dataclass(frozen=True)
class Number:
    """A value, and the format in which a spreadsheet shows it exactly as it was printed."""

    value: Decimal
    shown: str


def number(text: str) -> Number | None:
    """What the text says as a number; None where it is not one, or too long to be kept exactly."""
    found = PRINTED.fullmatch(text.strip())
    if found is None:
        return None
    sign, whole, part, percent = (one or "" for one in found.groups())
    if len(whole + part) > MOST or (len(whole) > 1 and whole.startswith("0")):
        return None
    value = Decimal(f"{'-' if sign in ('-', '−') else ''}{whole}{part}")
    plain = f"0{'.' + '0' * (len(part) - 1) if part else ''}"
    plain += '" "%' if percent.startswith(" ") else percent
    shown = f"+{plain};-{plain};{'+' if sign == '+' else ''}{plain}" if sign else plain
    return Number(value / 100 if percent else value, shown)


def harmless(text: str) -> str:
    """A cell of a .csv that is no number and begins like a formula begins with an apostrophe instead."""
    return text if number(text) is not None else sheet.harmless(text)
