"""The figure that a report leads with, for pages that show many reports at a glance."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.utils.translation import gettext as _

from linli.place.models import Unit
from linli.reports.answers import WHOLE, Answers, Ask
from linli.reports.cells import cell
from linli.reports.lines import OF_PLACES
from linli.reports.report import BEFORE, Change, Of, Report
from linli.reports.windows import windows
from linli.tally.asking import ask as tally_ask
from linli.tally.asking import known_since
from linli.tally.defined import indicator
from linli.tally.periods import Period


@dataclass(frozen=True)
class Lead:
    """What a report says first: its word, its figure, and how that moved against the period before."""

    word: str
    text: str
    change: str


def leading(report: Report) -> Of | None:
    """The first figure of its first table, over all of it; of places chosen by what lies in them there is none."""
    for section in report.sections[:1]:
        told = section.columns[0].told
        if isinstance(told, Of) and section.rows.sort not in OF_PLACES:
            first = section.rows.given[0] if section.rows.given else WHOLE
            return replace(told, indicator=told.indicator or first.indicator, where={**first.where, **told.where})
    return None


def leads(
    reports: Sequence[Report], unit: Unit, period: Period, *, today: date, ask: Ask = tally_ask
) -> list[Lead | None]:
    """Of each report, all asked together: one question for the period, one for that before it."""
    known = known_since()
    answers = Answers(ask, unit, windows(period, began=min(known.values(), default=None)), today, known=known)
    first = [leading(report) for report in reports]
    for of in filter(None, first):
        answers.want(of)
        answers.want(replace(of, window=BEFORE))
    return [_lead(of, answers) if of else None for of in first]


def _lead(of: Of, answers: Answers) -> Lead:
    now = cell(of, WHOLE, answers, by=())
    moved = cell(Change(of, replace(of, window=BEFORE)), WHOLE, answers, by=())
    return Lead(_(indicator(of.indicator).word), now.text, moved.text)
