"""Where a list begins: the row of its headings, below whatever title stands above, each heading with its own name."""

from collections import Counter
from collections.abc import Callable, Sequence

from linli.paper.rows.row import Cell, Row

SOUGHT = 30
SAMPLES = 3


def head_row(first: Sequence[Row], *, known: Callable[[str], bool]) -> int:
    """The number of the row of headings among the first rows; nought where there is none.

    A row of headings has mostly words, as many as the rows below are wide, and `known` says of some what they mean.
    """
    best = max(first[:SOUGHT], key=lambda row: _likely(row, first, known), default=None)
    return best.number if best and any(_likely(best, first, known)[:2]) else 0


def named(cells: Sequence[Cell], *, width: int, unnamed: str) -> tuple[str, ...]:
    """The headings, each once: a second one of the same name says that it is, an empty one says where it stands."""
    told = [_plain(cell) for cell in cells] + [""] * (width - len(cells))
    seen: Counter[str] = Counter()
    names = list[str]()
    for place, text in enumerate(told, 1):
        name = text or unnamed.format(place=letters(place))
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return tuple(names)


def letters(place: int) -> str:
    """The column as spreadsheets call it: A, Z, AA."""
    said = ""
    while place:
        place, rest = divmod(place - 1, 26)
        said = chr(ord("A") + rest) + said
    return said


def _likely(row: Row, first: Sequence[Row], known: Callable[[str], bool]) -> tuple[int, int, int]:
    words = [_plain(cell) for cell in row.cells if isinstance(cell, str) and cell.strip()]
    if row.wrong or not words:
        return (0, 0, 0)
    understood = sum(1 for word in words if known(word))
    different = len({word for word in words if not _is_figure(word)})
    return (understood if understood > 1 else 0, min(different, _usual_width(first)), -row.number)


def _usual_width(first: Sequence[Row]) -> int:
    """How many cells most rows have that are more than a title."""
    widths = Counter(sum(1 for cell in row.cells if cell != "") for row in first if not row.blank)
    del widths[1]
    return max(widths.items(), key=lambda one: (one[1], one[0]), default=(1, 0))[0]


def _is_figure(word: str) -> bool:
    return word[:1].isdigit() or len(word) > 40


def _plain(cell: Cell) -> str:
    return " ".join(cell.split()) if isinstance(cell, str) else cell.isoformat(" ", "minutes")
