"""Typed and filled totals of a form that are not what their parts add up to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import takewhile

from linli.ground.text import msg
from linli.paper.form.address import Address, Block
from linli.paper.form.complaint import Complaint
from linli.paper.form.figures import Figure
from linli.paper.form.heads import is_of_which, is_total
from linli.paper.form.printed import Printed

WRONG = msg("{cell} on the sheet “{sheet}” says {said}, but its parts {parts} add up to {sum}.")

Way = tuple[Address, ...]
"""Cells that a total may be the sum of."""


@dataclass(frozen=True)
class Part:
    """One line that a total may add up: what it is called, and what it says."""

    at: Address
    called: tuple[str, ...]
    figure: Figure | None

    @property
    def is_total(self) -> bool:
        return any(is_total(word) for word in self.called)

    @property
    def is_of_which(self) -> bool:
        return any(is_of_which(word) for word in self.called)


def wrong_totals(printed: Printed) -> Iterator[Complaint]:
    """A total is only named where no way of reading the form makes it hold."""
    told: set[Address] = set()
    for at, ways in _totals(printed):
        if at not in told and (found := _wrong(printed, at, ways)):
            told.add(at)
            yield found


def _totals(printed: Printed) -> Iterator[tuple[Address, list[Way]]]:
    """Each figure that is called a total, by its head or by a formula beside it, with what it may add up."""
    for at, added in printed.sums.items():
        for down in (True, False):
            yield from _like(printed, at, added, down=down)
    for head in printed.words():
        if is_total(printed.worked.text(head)):
            for down in (True, False):
                for at in _governed(printed, head, down=down):
                    yield at, list(_ways(printed, head, at, down=down))


def _like(printed: Printed, sum_at: Address, added: Way, *, down: bool) -> Iterator[tuple[Address, list[Way]]]:
    """The figures on the line of a formula: what it adds up there, they add up here."""
    if any((one.column if down else one.row) != (sum_at.column if down else sum_at.row) for one in added):
        return
    for at in _reach(printed, sum_at, down=down).cells():
        if printed.is_added(at):
            across, along = at.column - sum_at.column, at.row - sum_at.row
            yield at, [tuple(one.moved(down=along, right=across) for one in added)]


def _reach(printed: Printed, at: Address, *, down: bool) -> Block:
    last = printed.worked.sheet.last
    if down:
        return Block(Address(at.row, 1), Address(at.row, last.column))
    return Block(Address(1, at.column), Address(last.row, at.column))


def _governed(printed: Printed, head: Address, *, down: bool) -> Iterator[Address]:
    """The figures that the head calls totals: right of it where parts lie above, below it where they lie beside."""
    return (at for at in _reach(printed, head, down=down).cells() if at > head and printed.is_added(at))


def _wrong(printed: Printed, at: Address, ways: Sequence[Way]) -> Complaint | None:
    total, sums = printed.figure(at), [_sum(printed, way) for way in ways]
    told = [(way, one) for way, one in zip(ways, sums, strict=True) if one is not None]
    if total is None or not told or any(total.holds(one) for _, one in told):
        return None
    way, added = told[0]
    words = {"said": total.text, "parts": _named(way), "sum": _plain(added)}
    return Complaint(printed.sheet, at, WRONG, {"cell": at.name, "sheet": printed.sheet, **words})


def _sum(printed: Printed, way: Way) -> Fraction | None:
    """What these cells add up to; None where no figure stands in any of them."""
    found = [one.number for at in way if (one := printed.figure(at))]
    return sum(found, Fraction()) if found else None


def _ways(printed: Printed, head: Address, at: Address, *, down: bool) -> Iterator[Way]:
    """Every way in which this may be a total: of lines before or behind it, with or without what is told twice."""
    for step in (-1, 1):
        line = list(_line(printed, head, at, step=step, down=down))
        near = list(takewhile(lambda one: not one.is_total, line))
        subtotals = [one for one in line if one.is_total]
        alike = [one for one in subtotals if one.called[-1] == subtotals[0].called[-1]]
        for way in (near, [one for one in line if not one.is_total], alike, [*near, *alike]):
            for kept in _without_twice(sorted(way, key=lambda one: one.at)):
                yield tuple(one.at for one in kept)


def _without_twice(way: Sequence[Part]) -> Iterator[Sequence[Part]]:
    """All of it, and without each "of which" and so many lines behind it."""
    yield way
    marked = [place for place, one in enumerate(way) if one.is_of_which]
    for behind in range(len(way)) if marked else ():
        twice = {place for mark in marked for place in range(mark, mark + behind + 1)}
        yield [one for place, one in enumerate(way) if place not in twice or one.is_total]


def _line(printed: Printed, head: Address, at: Address, *, step: int, down: bool) -> Iterator[Part]:
    """The lines next to the total, one after the other, until there is none: no name, or words instead of a figure."""
    while printed.patience > 0:
        printed.patience -= 1
        move = {"down": step} if down else {"right": step}
        head, at = head.moved(**move), at.moved(**move)
        if min(head.row, head.column) < 1:
            return
        called, figure = printed.between(head, at), printed.figure(at)
        if not called or (figure is None and printed.worked.text(at)) or (figure and figure.is_percent):
            return
        yield Part(at, called, figure)


def _named(way: Way) -> str:
    cells = sorted(way)
    area = Block(cells[0], cells[-1])
    return area.name if area.size == len(cells) else ", ".join(at.name for at in cells)


def _plain(number: Fraction) -> str:
    return str(number) if number.denominator == 1 else f"{float(number):g}"
