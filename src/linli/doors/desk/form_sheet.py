"""A form as it is shown on the desk: its sheet as a grid, what is bound in it, what its heads were understood as."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from linli.doors.desk.form_panel import FACETS, HEADS, codes_of, counted
from linli.ground.text import msg
from linli.paper.form.address import Address
from linli.paper.form.binding import ALL, INDICATOR, LEFT, PARTS, PERIODS, TURN, TURNS, UNIT, Binding
from linli.paper.form.book import Book
from linli.paper.form.complaint import Complaint
from linli.paper.form.grid import Drawn as DrawnCell
from linli.paper.form.grid import Grid, grid
from linli.paper.form.reading import Reading, area_of, readings
from linli.place.models import Unit
from linli.reports.facet_words import parents_for, words_for
from linli.reports.filling import Drawn, Shown, kinds_for, sentence, values_of
from linli.tally.defined import indicators

EVERYTHING, AS_IT_IS = msg("everything"), msg("leave its cells as they are")


@dataclass(frozen=True)
class HeadRow:
    """One head of the block: where it is, what it says, and what is meant; `choices`: to say what is meant."""

    cell: str
    text: str
    facet: str
    facet_word: str
    meant: str
    chosen: str
    choices: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class BoundRow:
    """One binding in words."""

    binding: Binding
    figure: str
    details: tuple[str, ...]


@dataclass(frozen=True)
class SheetShown:
    """What is drawn of a sheet, cell by cell with its marks."""

    grid: Grid
    marks: Mapping[Address, str]

    def mark(self, cell: DrawnCell) -> str:
        """The classes of a cell."""
        told = [self.marks.get(cell.at, "")]
        told += ["is-number"] if cell.is_number else []
        told += ["is-formula"] if cell.is_formula else []
        return " ".join(one for one in told if one)


def sheet_shown(drawn: Drawn, name: str, *, bindings: tuple[Binding, ...]) -> SheetShown | None:
    """The sheet with the figures in it; marked are the cells that are bound, filled, or complained about."""
    sheet = drawn.book.sheet(name)
    if sheet is None:
        return None
    marks = {at: "is-bound" for one in bindings if one.sheet == name for at in _area(one)}
    marks |= dict.fromkeys(drawn.values().get(name, {}), "is-bound is-filled")
    marks |= {one.at: "is-bound is-wrong" for one in drawn.complaints if one.sheet == name}
    return SheetShown(grid(drawn.book, sheet, filled=drawn.values().get(name)), marks)


def filled_sheet(book: Book, name: str, cells: tuple[Shown, ...]) -> SheetShown | None:
    """A sheet as it was filled."""
    sheet, values = book.sheet(name), values_of(book, cells).get(name, {})
    return SheetShown(grid(book, sheet, filled=values), dict.fromkeys(values, "is-filled")) if sheet else None


def head_rows(binding: Binding, book: Book, *, unit: Unit) -> list[HeadRow]:
    """Every head of the block, each once."""
    sheet, area, of = book.sheet(binding.sheet), area_of(binding), kinds_for(binding)
    if sheet is None or isinstance(area, Complaint):
        return []
    read = readings(binding, area, sheet=sheet, words=words_for(unit, of=of), parents=parents_for(of))
    labels = {facet: _labels(facet, of, unit) for facet in {one.heads.facet for one in read}}
    rows = {(one.head, one.heads.facet): _head_row(one, labels[one.heads.facet]) for one in read if one.head}
    return list(rows.values())


def bound_rows(bindings: tuple[Binding, ...], *, unit: Unit) -> list[BoundRow]:
    return [BoundRow(one, _figure(one), tuple(_details(one, unit))) for one in bindings]


def sentences(drawn: Drawn) -> tuple[list[tuple[str, str]], list[str]]:
    """What speaks against filling, each with its cell; and what should be known."""
    return [(one.at.name, sentence(one)) for one in drawn.complaints], [sentence(one) for one in drawn.notes]


def _area(binding: Binding) -> Iterator[Address]:
    area = area_of(binding)
    return iter(()) if isinstance(area, Complaint) else area.cells()


def _head_row(one: Reading, labels: Mapping[str, str]) -> HeadRow:
    assert one.head is not None
    at, text = one.head
    meant = _(", ").join(labels.get(code, code) for code in one.codes or ())
    chosen = one.heads.read.get(text, "")
    return HeadRow(at.name, text, one.heads.facet, str(HEADS[one.heads.facet]), meant, chosen, tuple(labels.items()))


def _labels(facet: str, of: tuple[str, ...], unit: Unit) -> dict[str, str]:
    """The codes of a facet as they are called, and the two that every facet has."""
    both = {ALL: _(EVERYTHING), LEFT: _(AS_IT_IS)}
    if facet == INDICATOR:
        return {LEFT: _(AS_IT_IS), **{name: _(one.word) for name, one in indicators().items()}}
    if facet == TURN:
        return {LEFT: _(AS_IT_IS), **{code: _turn(code) for code in TURNS}}
    if facet == UNIT:
        below = Unit.objects.filter(**{f"unit_{unit.level}": unit.pk})
        return {**both, **{one.code: one.label for one in below}}
    if facet == "kind":
        return {**both, **{one.name: _(one.word) for one in counted()}}
    return {**both, **{code: word for kind in of for code, word in codes_of(facet, kind).items()}}


def _turn(code: str) -> str:
    period, _part, part = code.partition("/")
    return _(PERIODS[period]) if part == "value" else f"{_(PERIODS[period])} · {_(PARTS[part])}"


def _figure(binding: Binding) -> str:
    one = indicators().get(binding.indicator)
    return _(one.word) if one else (binding.indicator or _("as the heads say"))


def _details(binding: Binding, unit: Unit) -> Iterator[str]:
    """Period, part, filters and heads in words, but for what is usual."""
    of = kinds_for(binding)
    if binding.period != "this":
        yield _(PERIODS[binding.period])
    if binding.part != "value":
        yield _(PARTS[binding.part])
    for facet, codes in binding.filters.items():
        labels = _labels(facet, of, unit)
        told = _(", ").join(labels.get(code, code) for code in codes)
        yield f"{FACETS[facet]}{_(': ')}{told}"
    for heads in (*binding.across, *binding.down):
        yield _("Heads say {what}").format(what=HEADS[heads.facet])
