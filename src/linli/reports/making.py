"""Makes a report: asks the tally for every figure in it and prints them, each with what explains it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import partial
from string import Formatter

from django.utils.translation import gettext as _

from linli.ground.clock import day_of, local
from linli.ground.text import msg
from linli.matters.counts import MEDIAN, P90
from linli.matters.kind import kind_named
from linli.place.models import Unit
from linli.policy.calendar import calendar
from linli.reports.answers import WHOLE, Answers, Ask
from linli.reports.cells import cell, sort_of
from linli.reports.lines import NOTES, OF_PLACES, PLACE, Setting, grouping, lines
from linli.reports.printed import COUNT as FIGURE
from linli.reports.printed import Cell, Definition, Head, Part, Printed, PrintedRow, PrintedSection
from linli.reports.report import NOW, WINDOWS, Column, Line, Of, Report, Section, Sentence, figures_of
from linli.reports.windows import days, windows
from linli.tally.asking import Ground, catch_up, known_since
from linli.tally.asking import ask as tally_ask
from linli.tally.defined import indicator, kind_of, kinds_of, measures
from linli.tally.periods import Period

UNIT, PERIOD = "unit", "period"
"""What a sentence may name beside figures."""
TOTAL = msg("Total")
NOT_KNOWN = msg("not known")
TRIES = 3


class DoesNotAddUp(AssertionError):
    """A total that is not the sum of its rows: never printed."""


def make(report: Report, unit: Unit, period: Period, *, at: datetime, ask: Ask | None = None) -> Printed:
    """The report over the unit and all below it; whether the reader may see there is for the caller to ask.

    What is counted between two of its questions makes them disagree: then it is asked again, from the beginning.
    """
    for _time in range(TRIES):
        try:
            return _made(report, unit, period, at=at, ask=ask) if ask else _asked_on_sheets(report, unit, period, at=at)
        except DoesNotAddUp as problem:
            last = problem
    raise last


def _asked_on_sheets(report: Report, unit: Unit, period: Period, *, at: datetime) -> Printed:
    """The ground is read once; what was asked of sheets that went meanwhile is not to be printed."""
    ground = Ground.now()
    made = _made(report, unit, period, at=at, ask=partial(tally_ask, ground=ground))
    if not ground.holds:
        raise DoesNotAddUp("the sheets are being laid anew")
    return made


def _made(report: Report, unit: Unit, period: Period, *, at: datetime, ask: Ask) -> Printed:
    complete, zone = catch_up(), calendar().zone
    today = day_of(at, zone=zone)
    known = known_since()
    answers = Answers(ask, unit, windows(period, began=min(known.values(), default=None)), today, known=known)
    places = _places(report, answers, period)
    for section in report.sections:
        _want(section, answers)
    for sentence in report.sentences:
        for told in sentence.told.values():
            for of in figures_of(told):
                answers.want(of)
    sections = tuple(_printed(section, answers, period, places.get(section.name)) for section in report.sections)
    sentences = _narrative(report, answers, period)
    return Printed(
        name=report.name,
        title=_(report.word),
        question=_(report.question),
        unit=unit.label,
        unit_code=unit.code,
        period=period.name,
        period_word=period.word,
        cut_at=at,
        cut_word=f"{local(at, zone=zone):%Y-%m-%d %H:%M}",
        windows=_windows(sections, sentences, answers),
        sections=sections,
        sentences=sentences,
        definitions=_definitions(report, period),
        complete=complete,
        over=period.last <= today,
        one_page=report.one_page,
    )


def _want(section: Section, answers: Answers) -> None:
    by = grouping(section.rows)
    for column in section.columns:
        for of in figures_of(column.told):
            for line in section.rows.given or (WHOLE,):
                answers.want(of, line, by=by)
            if by:
                answers.want(of)


def _places(report: Report, answers: Answers, period: Period) -> dict[str, tuple[Line, ...]]:
    """The rows that are chosen first: of thousands of other places nobody wants to know."""
    setting = Setting(answers.unit, period, {})
    sections = [section for section in report.sections if section.rows.sort in OF_PLACES]
    chosen = {section.name: lines(section.rows, setting) for section in sections}
    answers.only[PLACE] = frozenset(line.key for told in chosen.values() for line in told)
    return chosen


def _printed(section: Section, answers: Answers, period: Period, chosen: tuple[Line, ...] | None) -> PrintedSection:
    by = grouping(section.rows)
    if chosen is None:
        asked = [of for column in section.columns for of in figures_of(column.told)] if by else []
        chosen = lines(section.rows, Setting(answers.unit, period, answers.found(asked, by=by)))
    rows = tuple(_row(section, line, answers, by=by) for line in chosen)
    total = _row(section, WHOLE, answers, by=()) if section.total and by else None
    if total:
        _check(section, rows, total)
    chart = section.chart
    return PrintedSection(
        name=section.name,
        word=_(section.word),
        head=_(section.head),
        heads=tuple(_head(column, section.rows.given) for column in section.columns),
        rows=rows,
        total=total,
        note=_note(section, (*rows, *((total,) if total else ()))),
        charted=chart.columns if chart else (),
        chart=chart.sort if chart else "",
    )


def _note(section: Section, rows: Iterable[PrintedRow]) -> str:
    """What is to be known of its rows, and why some of it is not compared."""
    told = [_(note) for note in (section.note, NOTES.get(section.rows.sort, "")) if note]
    return " ".join((*told, *_reasons(one for row in rows for one in row.cells)))


def _row(section: Section, line: Line, answers: Answers, *, by: tuple[str, ...]) -> PrintedRow:
    cells = tuple(cell(column.told, line, answers, by=by) for column in section.columns)
    label = line.label or (_(line.word) if line.word else _(TOTAL))
    return PrintedRow(label, line.under, line.key, cells)


def _head(column: Column, given: Sequence[Line]) -> Head:
    named = {of.indicator for of in figures_of(column.told)} - {""}
    return Head(_(column.word), _(column.under) if column.under else "", sort_of(column.told), tuple(sorted(named)))


def _check(section: Section, rows: Iterable[PrintedRow], total: PrintedRow) -> None:
    """Every count in the row of totals is the sum of those above it."""
    for place, column in enumerate(section.columns):
        if isinstance(column.told, Of) and total.cells[place].sort == FIGURE and not _is_timed(column.told):
            parts = sum(figure.top for row in rows for figure in row.cells[place].figures)
            if parts != sum(figure.top for figure in total.cells[place].figures):
                raise DoesNotAddUp(f"{section.name}, {column.word}: {parts} above {total.cells[place].text}")


def _is_timed(of: Of) -> bool:
    """Of times the middle one has no parts that it is the sum of."""
    return indicator(of.indicator).form in (MEDIAN, P90)


def _narrative(report: Report, answers: Answers, period: Period) -> tuple[tuple[Part, ...], ...]:
    """Its sentences, and after them why something in them is not compared."""
    told = tuple(_said(sentence, answers, period) for sentence in report.sentences)
    cells = [part.cell for sentence in told for part in sentence if part.cell]
    return (*told, *((Part(why),) for why in _reasons(cells)))


def _reasons(cells: Iterable[Cell]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(one.why for one in cells if one.why))


def _said(sentence: Sentence, answers: Answers, period: Period) -> tuple[Part, ...]:
    plain = {UNIT: answers.unit.label, PERIOD: period.word}
    return tuple(_parts(sentence, answers, plain))


def _parts(sentence: Sentence, answers: Answers, plain: Mapping[str, str]) -> Iterator[Part]:
    for text, name, _spec, _conversion in Formatter().parse(_(sentence.text)):
        if text:
            yield Part(text)
        if name and name in plain:
            yield Part(plain[name])
        elif name:
            told = cell(sentence.told[name], WHOLE, answers, by=())
            yield Part(told.text or _(NOT_KNOWN), told)


def _windows(
    sections: Iterable[PrintedSection], sentences: Iterable[tuple[Part, ...]], answers: Answers
) -> dict[str, str]:
    """The days of each window that some figure stands in, in the order in which they are told."""
    cells = [one for section in sections for row in section.every_row for one in row.cells]
    cells += [part.cell for sentence in sentences for part in sentence if part.cell]
    used = {NOW, *(figure.window for one in cells for figure in one.figures)}
    return {name: days(period) for name in WINDOWS if name in used and (period := answers.periods[name])}


def _definitions(report: Report, period: Period) -> tuple[Definition, ...]:
    """Of every indicator that stands in the report, in the order in which it does."""
    names: dict[str, None] = {}
    for section in report.sections:
        told = [of.indicator for column in section.columns for of in figures_of(column.told)]
        names |= dict.fromkeys([*told, *(line.indicator for line in section.rows.given)])
    for sentence in report.sentences:
        names |= dict.fromkeys(of.indicator for told in sentence.told.values() for of in figures_of(told))
    told = [name for name in names if name]
    several = len(kinds_of(told)) > 1
    return tuple(_definition(name, period, of_kind=several) for name in told)


def _definition(name: str, period: Period, *, of_kind: bool) -> Definition:
    """Where figures of several kinds stand in one report each is named with its kind."""
    one, words = indicator(name, on=period.last), measures()
    kind = f"{_(kind_named(kind_of(name)).plural)} · " if of_kind else ""
    return Definition(
        name=name,
        word=f"{kind}{_(one.word)}",
        form=one.form,
        top=_joined(one.top, words),
        below=_joined(one.below, words),
        basis=_(one.basis) if one.basis else "",
        excludes=_(one.excludes) if one.excludes else "",
        unit=_(one.unit) if one.unit else "",
        version=one.version,
    )


def _joined(names: Iterable[str], words: Mapping[str, str]) -> str:
    return " + ".join(_(words[name]) for name in names)


__all__ = ["Cell", "DoesNotAddUp", "make"]
