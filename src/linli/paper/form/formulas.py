"""What stands in a formula: which cells a plain sum adds up, and how a formula reads in another cell."""

import re

from linli.paper.form.address import COLUMNS, ROWS, Address, block, letters, number
from linli.paper.form.calculating import MOST

_REFERENCE = re.compile(
    r"(\"[^\"]*\")|('[^']*'!|\b\w+!)?(?<![\w.])(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\w(!.])", re.IGNORECASE
)


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
