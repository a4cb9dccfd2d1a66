"""The reports that are ready: each is offered whole, because everything that it names is counted here."""

import pytest

from linli.matters.counts import RATE
from linli.reports import offered
from linli.reports.report import Chart, Report, figures_of, registered
from linli.tally.defined import countings, indicators

READY = {report.name: report for report in (*offered.reports(), *registered())}
ASKED_FOR = (
    *("dispute-monthly", "dispute-class", "committee", "request-category", "request-unit", "request-channel"),
    *("three-rates", "time-limits", "supervision", "whistles", "case-monthly", "grid-activity", "hot-lingering"),
    "summary",
)


def test_those_that_the_office_needs_are_ready_and_offered() -> None:
    assert {report.name for report in offered.reports()} == set(ASKED_FOR)


@pytest.mark.parametrize("report", READY.values(), ids=READY)
def test_a_report_names_no_figure_that_nothing_here_counts(report: Report) -> None:
    """What is not known would be left out without a word."""
    assert offered.find(report.name) == report


@pytest.mark.parametrize("report", READY.values(), ids=READY)
def test_every_cell_can_be_asked_for(report: Report) -> None:
    """A row or its column names the indicator, a total has no row; a numerator is one of a share."""
    known = indicators()
    for section in report.sections:
        for of in (of for column in section.columns for of in figures_of(column.told)):
            lines = [line.indicator for line in section.rows.given]
            assert of.indicator or (lines and all(lines) and not section.total)
            assert not of.numerator or known[of.indicator].form == RATE
        assert len({(column.under, column.word) for column in section.columns}) == len(section.columns)
    for of in (of for sentence in report.sentences for told in sentence.told.values() for of in figures_of(told)):
        assert of.indicator


def test_how_many_orders_and_how_often_it_was_asked_for_stand_side_by_side() -> None:
    """A repeat that goes with another order is one order, and asked for twice: both numbers are on a report."""
    named = [
        {line.indicator for line in section.rows.given} for report in READY.values() for section in report.sections
    ]
    assert [names for names in named if names >= {"request.orders", "request.demand"}]


def test_without_a_kind_its_reports_are_not_offered_and_the_others_do_without_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    left = {name: counting for name, counting in countings().items() if name != "request"}
    known = {name: one for name, one in indicators().items() if not name.startswith("request.")}
    monkeypatch.setattr(offered, "countings", lambda: left)
    monkeypatch.setattr(offered, "indicators", lambda: known)
    there = {report.name: report for report in offered.reports()}
    assert there.keys() >= {"summary", "grid-activity", "dispute-monthly", "case-monthly"}
    assert not there.keys() & {"three-rates", "whistles", "hot-lingering", "request-unit"}
    named = {
        of.indicator
        for report in there.values()
        for section in report.sections
        for column in section.columns
        for of in figures_of(column.told)
    }
    assert not [name for name in named if name.startswith("request.")]
    assert len(there["summary"].sentences) == 2
    assert there["summary"].sections[1].chart == Chart((0, 1))
