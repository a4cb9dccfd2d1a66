"""Which reports there are here: those whose kinds are installed, each without what other kinds would be needed for."""

from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module
from pkgutil import iter_modules

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.matters.counts import Indicator
from linli.reports import ready
from linli.reports.report import LINES, Report, Section, Told, figures_of, registered
from linli.tally.defined import countings, indicators

NO_REPORT = msg("There is no report named “{name}”. There are: {names}.")


class NoReport(LookupError):
    """No report has that name here; says which there are."""


def reports() -> tuple[Report, ...]:
    """In the order of the gallery."""
    for module in iter_modules(ready.__path__):
        import_module(f"{ready.__name__}.{module.name}")
    return tuple(_fitted(report) for report in registered() if _there(report.kinds))


def find(name: str) -> Report:
    """The report of that name. Raises NoReport with a sentence."""
    offered = {report.name: report for report in reports()}
    if name not in offered:
        raise NoReport(_(NO_REPORT).format(name=name, names=", ".join(offered)))
    return offered[name]


def _fitted(report: Report) -> Report:
    known = indicators()
    sections = tuple(_section(section, known) for section in report.sections if _there(section.kinds))
    sentences = tuple(
        sentence
        for sentence in report.sentences
        if _there(sentence.kinds) and all(_known(told, known) for told in sentence.told.values())
    )
    return replace(report, sections=tuple(filter(_has_rows, sections)), sentences=sentences)


def _section(section: Section, known: Mapping[str, Indicator]) -> Section:
    """Without the columns and lines that nothing here counts."""
    columns = tuple(column for column in section.columns if _known(column.told, known))
    given = tuple(line for line in section.rows.given if not line.indicator or line.indicator in known)
    chart = section.chart
    if chart and columns != section.columns:
        kept = [columns.index(section.columns[place]) for place in chart.columns if section.columns[place] in columns]
        chart = replace(chart, columns=tuple(kept))
    return replace(section, columns=columns, rows=replace(section.rows, given=given), chart=chart)


def _has_rows(section: Section) -> bool:
    return bool(section.columns) and (section.rows.sort != LINES or bool(section.rows.given))


def _known(told: Told, known: Mapping[str, Indicator]) -> bool:
    return all(not of.indicator or of.indicator in known for of in figures_of(told))


def _there(names: tuple[str, ...]) -> bool:
    return countings().keys() >= set(names)
