"""Filling a form for a unit and a period: what each cell shows, and every sentence that speaks against it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain

import msgspec
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.paper.form.address import Address, address
from linli.paper.form.binding import UNIT, Binding, Wanted
from linli.paper.form.book import Book
from linli.paper.form.cells import Sheet, Value
from linli.paper.form.complaint import Complaint
from linli.paper.form.disagreements import disagreements
from linli.paper.form.figures import written
from linli.paper.form.filling import NO_SHEET, barred
from linli.paper.form.heads import above, beside
from linli.paper.form.reading import asked
from linli.paper.form.roles import HUNDREDTHS
from linli.paper.form.worked import Worked
from linli.place.models import Unit
from linli.reports.facet_words import parents_for, words_for
from linli.reports.figures_asked import Asked
from linli.reports.models import Version
from linli.reports.own_forms import bindings_of, book_of
from linli.tally.defined import countings, indicators, kind_of
from linli.tally.periods import Period

BEYOND = msg("{cell} on the sheet “{sheet}” is about a unit that is not below {unit}, so it stays as it is.")
NO_LONGER = msg("{cell} on the sheet “{sheet}” shows “{name}”, which is no longer counted. Choose another figure.")
TWICE = msg("{cell} on the sheet “{sheet}” is bound twice. Take one of the two away.")
UNKNOWN = msg("{cell} on the sheet “{sheet}”: of that time nothing is known here yet, so it stays as it is.")
HALF = msg("{cell} on the sheet “{sheet}” says “–”: records begin on {day}, too late for what it is compared with.")


Place = tuple[str, Address]
"""A cell with its sheet."""


class Shown(msgspec.Struct, frozen=True):
    """One filled cell as it is kept: what it shows, of what, and the links to the entries that it counts."""

    sheet: str
    cell: str
    text: str
    indicator: str
    version: int
    part: str
    period: str
    behind: tuple[str, ...]

    @property
    def at(self) -> Address:
        return address(self.cell)


@dataclass(frozen=True)
class Drawn:
    """A form with its figures: complaints forbid to hand it out, notes do not."""

    book: Book
    cells: tuple[Shown, ...]
    complaints: tuple[Complaint, ...] = ()
    notes: tuple[Complaint, ...] = ()
    bound: Mapping[str, frozenset[Address]] = field(default_factory=dict)
    """By sheet, every cell that a binding reaches."""

    def values(self) -> dict[str, dict[Address, Value]]:
        return values_of(self.book, self.cells)


def drawn(version: Version, *, unit: Unit, period: Period) -> Drawn:
    """The form as it would be filled now."""
    book, bindings = book_of(version), bindings_of(version)
    found = [one for binding in bindings for one in _asked(binding, book, version.form.unit)]
    wrong = [one for one in found if isinstance(one, Complaint)]
    wanted, notes = _within(unit, [one for one in found if isinstance(one, Wanted)])
    wrong += [_complaint(TWICE, one) for one in _twice(found)]
    wrong += barred(book, _by_sheet(wanted))
    answers = Asked(wanted.values(), unit=unit, period=period)
    told = {place: answers.answer(one) for place, one in wanted.items()}
    shown = tuple(
        Shown(
            one.sheet,
            one.at.name,
            answer.text,
            one.indicator,
            _version(one, period),
            one.part,
            answer.period,
            answer.behind,
        )
        for one, answer in ((wanted[place], answer) for place, answer in told.items())
        if answer.text is not None
    )
    apart = _by_sheet(place for place, answer in told.items() if not answer.is_added)
    notes += [_complaint(UNKNOWN, wanted[place]) for place, answer in told.items() if answer.text is None]
    notes += [_complaint(HALF, wanted[place], day=one.began.isoformat()) for place, one in told.items() if one.began]
    if not wrong:
        wrong += disagreements(book, values_of(book, shown), apart=apart)
    return Drawn(book, shown, tuple(wrong), tuple(notes), _by_sheet(wanted))


def _within(unit: Unit, found: Iterable[Wanted]) -> tuple[dict[Place, Wanted], list[Complaint]]:
    """What is asked of this unit and those below it; a note for each cell that is about another."""
    below = set(Unit.objects.filter(**{f"unit_{unit.level}": unit.pk}).values_list("code", flat=True))
    wanted, notes = dict[Place, Wanted](), list[Complaint]()
    for one in found:
        if set(one.filters.get(UNIT, ())) <= below:
            wanted[one.sheet, one.at] = one
        else:
            notes.append(_complaint(BEYOND, one, unit=unit.label))
    return wanted, notes


def _twice(found: Iterable[Wanted | Complaint]) -> Iterator[Wanted]:
    seen: set[Place] = set()
    for one in found:
        if isinstance(one, Wanted):
            if (one.sheet, one.at) in seen:
                yield one
            seen.add((one.sheet, one.at))


def values_of(book: Book, cells: Iterable[Shown]) -> dict[str, dict[Address, Value]]:
    """What is written into the file: numbers wherever a cell can hold one."""
    values: dict[str, dict[Address, Value]] = {}
    for one in cells:
        if sheet := book.sheet(one.sheet):
            cell = sheet.cells.get(one.at)
            form = book.format(cell.style) if cell else ""
            values.setdefault(one.sheet, {})[one.at] = written(
                one.text, form=form, in_hundredths=_says_hundredths(sheet, one.at)
            )
    return values


def sentence(complaint: Complaint) -> str:
    """In the reader's language."""
    return _(complaint.text).format(**complaint.words)


def kinds_for(binding: Binding) -> tuple[str, ...]:
    """The kinds whose words its heads may say."""
    if binding.indicator:
        return (kind_of(binding.indicator),)
    return binding.filters.get("kind") or tuple(countings())


def _asked(binding: Binding, book: Book, unit: Unit) -> Iterator[Wanted | Complaint]:
    sheet, of = book.sheet(binding.sheet), kinds_for(binding)
    if sheet is None:
        words = {"sheet": binding.sheet, "cell": binding.cells}
        yield Complaint(binding.sheet, Address(1, 1), NO_SHEET, words)
        return
    known = indicators()
    for one in asked(binding, sheet, words=words_for(unit, of=of), parents=parents_for(of)):
        if isinstance(one, Wanted) and one.indicator not in known:
            yield _complaint(NO_LONGER, one, name=one.indicator)
        else:
            yield one


def _version(one: Wanted, period: Period) -> int:
    return indicators(on=period.last)[one.indicator].version


def _says_hundredths(sheet: Sheet, at: Address) -> bool:
    worked = Worked(sheet, {})
    return any(HUNDREDTHS.search(text) for _, text in chain(above(worked, at), beside(worked, at)))


def _by_sheet(places: Iterable[tuple[str, Address]]) -> dict[str, frozenset[Address]]:
    sheets: dict[str, set[Address]] = {}
    for sheet, at in places:
        sheets.setdefault(sheet, set()).add(at)
    return {sheet: frozenset(cells) for sheet, cells in sheets.items()}


def _complaint(text: str, one: Wanted, **words: str) -> Complaint:
    return Complaint(one.sheet, one.at, text, {"cell": one.at.name, "sheet": one.sheet, **words})
