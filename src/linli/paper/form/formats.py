"""How a number is shown in a cell: as a share, as a day, with so many decimals, or simply as it is."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal

from linli.paper.form.archive import Archive
from linli.paper.form.markup import parsed

BUILT_IN: Mapping[int, str] = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    14: "yyyy-mm-dd",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    22: "yyyy-mm-dd hh:mm",
    **dict.fromkeys((27, 30, 31, 36, 50, 57, 58), "yyyy-mm-dd"),
}
FIRST, FIRST_1904 = date(1899, 12, 30), date(1904, 1, 1)
LAST_DAY = 2_958_465
_SAID = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.')
_DECIMALS = re.compile(r"\.([0#?]+)")


def by_style(archive: Archive, name: str) -> tuple[str, ...]:
    """The format of each style of a cell, by its place; "" is as it is."""
    if name not in archive.parts:
        return ()
    root = parsed(archive.parts[name])
    own = {one.get("numFmtId"): one.get("formatCode") for one in root.every("numFmt")}
    styles = root.first("cellXfs")
    numbers = [one.get("numFmtId", "0") for one in styles.all("xf")] if styles else []
    return tuple(own.get(number) or BUILT_IN.get(int(number) if number.isdecimal() else 0, "") for number in numbers)


def is_percent(form: str) -> bool:
    return "%" in _plain(form)


def is_day(form: str) -> bool:
    return any(sign in _plain(form).lower() for sign in "yd")


def decimals(form: str) -> int | None:
    """How many are shown; None where the format does not say."""
    plain = _plain(form)
    if "0" not in plain and "#" not in plain:
        return None
    found = _DECIMALS.search(plain)
    return len(found[1]) if found else 0


def shown(number: Decimal, form: str, *, since: date = FIRST) -> str:
    """As the sheet would show it, near enough to recognise the form."""
    if is_day(form):
        return _day(number, since)
    told = number * 100 if is_percent(form) else number
    places = decimals(form)
    if places is not None and abs(told) < Decimal(10) ** 20:
        told = told.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    written = f"{told:,f}" if "," in _plain(form) else f"{told:f}"
    return f"{written}%" if is_percent(form) else written


def _day(number: Decimal, since: date) -> str:
    return (since + timedelta(days=int(number))).isoformat() if 0 <= number <= LAST_DAY - 1462 else f"{number:f}"


def _plain(form: str) -> str:
    """Without what is said literally, and of several the format for numbers above nought."""
    return _SAID.sub("", form).partition(";")[0]
