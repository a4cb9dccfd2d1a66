"""What the heads of a figure make of it: a change, what it was before, a rate, or plainly a count."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from linli.paper.form.address import Address
from linli.paper.form.figures import Figure
from linli.paper.form.heads import plain
from linli.paper.form.printed import Printed

YEAR, PERIOD, EITHER = "year", "period", "either"
CHANGES = (
    (YEAR, re.compile("同比|[比较](?:上年|去年)|yearonyear|ontheyear|changeonyear")),
    (PERIOD, re.compile("环比|[比较]上(?:月|期|季|周)|monthonmonth|onthemonth|changeonmonth|changeonperiod")),
    (EITHER, re.compile("增长|增幅|增减|升降|change")),
)
BEFORE = (
    (YEAR, re.compile("去年|上年|^同期|yearbefore|lastyear")),
    (PERIOD, re.compile("^上(?:月|期|季|周)|monthbefore|periodbefore|lastmonth")),
)
RATE = re.compile("^(?P<stem>.{1,8}?)(?:成功)?率")
HUNDREDTHS = re.compile("[%％]|百分比")


@dataclass(frozen=True)
class Share:
    """A percentage and the counts on its line; `of`: on what it is a change, or the stem of what it is a rate of."""

    at: Address
    figure: Figure
    of: str
    is_change: bool
    counts: tuple["Count", ...]


@dataclass(frozen=True)
class Count:
    """A count on the line of a percentage; `before`: of which time before, "" for the present."""

    at: Address
    number: int
    before: str
    called: tuple[str, ...]


def shares(printed: Printed) -> Iterator[Share]:
    """Every percentage whose heads say what it is, by the heads above it if they do, else by those beside it."""
    figures = dict(printed.figures())
    lines: dict[tuple[bool, int], dict[Address, Figure]] = {}
    counts: dict[tuple[bool, int], tuple[Count, ...]] = {}
    for at, found in figures.items():
        lines.setdefault((True, at.row), {})[at] = found
        lines.setdefault((False, at.column), {})[at] = found
    for at, found in figures.items():
        for across in (True, False):
            heads = _heads(printed, at, across=across)
            of, is_change = _meant(heads)
            if of and (share := _in_hundredths(found, heads)):
                line = across, at.row if across else at.column
                if line not in counts:
                    counts[line] = tuple(_counts(printed, lines[line], across=across))
                yield Share(at, share, of, is_change, tuple(one for one in counts[line] if one.at != at))
                break


def _meant(heads: Iterable[str]) -> tuple[str, bool]:
    for text in heads:
        if change := _role(text, CHANGES):
            return change, True
        if rate := RATE.match(text):
            return rate["stem"], False
    return "", False


def _counts(printed: Printed, line: dict[Address, Figure], *, across: bool) -> Iterator[Count]:
    for at, found in line.items():
        heads = _heads(printed, at, across=across)
        if found.is_count and not _meant(heads)[0] and not any(HUNDREDTHS.search(text) for text in heads):
            before = next((role for text in heads if (role := _role(text, BEFORE))), "")
            yield Count(at, int(found.number), before, heads)


def _in_hundredths(found: Figure, heads: Iterable[str]) -> Figure | None:
    """The figure as a percentage: by its own sign or by that in its head."""
    if found.is_percent:
        return found
    return replace(found, is_percent=True) if any(HUNDREDTHS.search(text) for text in heads) else None


def _heads(printed: Printed, at: Address, *, across: bool) -> tuple[str, ...]:
    told = printed.over(at) if across else printed.left_of(at)
    return tuple(plain(text) + ("%" if HUNDREDTHS.search(text) else "") for text in told)


def _role(text: str, roles: Iterable[tuple[str, re.Pattern[str]]]) -> str:
    return next((role for role, words in roles if words.search(text)), "")
