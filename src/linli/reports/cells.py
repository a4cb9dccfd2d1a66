"""What a cell says: a figure as it was asked for, a share of two, or how one stands to another; from counts alone."""

from typing import assert_never

from django.utils.translation import gettext as _

from linli.ground.percent import NOTHING, change, percent, points
from linli.ground.text import msg
from linli.matters.kind import kind_named
from linli.reports.answers import Answers, Key
from linli.reports.printed import CHANGE, COUNT, RATE, SHARE, Cell, Counted
from linli.reports.report import Change, Line, Of, Share, Told, figures_of
from linli.tally.asking import Figure
from linli.tally.defined import kind_of

POINTS = msg("{points} points")
BEGAN = msg("“–”: records begin on {day} ({kind}); nothing is compared with a period that they do not cover.")
NO_NUMBER = ("", "–")


def cell(told: Told, line: Line, answers: Answers, *, by: Key) -> Cell:
    """The cell of a row; blank where a period that it needs is not known."""
    if isinstance(told, Of):
        return _plain(told, answers.figure(told, line, by=by), answers)
    found = [(of, answers.figure(of, line, by=by)) for of in figures_of(told)]
    figures = [figure for _of, figure in found if figure]
    counted = tuple(_counted(of, figure, answers) for of, figure in found if figure)
    text = _text(told, figures) if len(figures) == len(found) else ""
    why = _why(told, found[-1][1], answers) if text and isinstance(told, Change) else ""
    return Cell(NOTHING if why else text, sort_of(told), counted, why)


def _why(told: Change, base: Figure | None, answers: Answers) -> str:
    """Records that begin in the middle of what is compared with make a change that there was not."""
    began = answers.began_within(told.against, base) if base else None
    if base is None or began is None:
        return ""
    kind = kind_named(kind_of(base.indicator.name))
    return _(BEGAN).format(kind=_(kind.plural), day=began.isoformat())


def _plain(of: Of, figure: Figure | None, answers: Answers) -> Cell:
    """Most cells are so, and a county has ten thousand of them."""
    if figure is None:
        return Cell("", COUNT)
    return Cell(figure.text, COUNT if figure.below is None else RATE, (_counted(of, figure, answers),))


def sort_of(told: Told) -> str:
    match told:
        case Share():
            return SHARE
        case Change():
            return CHANGE
        case Of():
            return COUNT
    assert_never(told)


def _text(told: Share | Change, figures: list[Figure]) -> str:
    if isinstance(told, Share):
        return percent(figures[0].top, figures[1].top)
    return _change(*figures)


def _change(now: Figure, before: Figure) -> str:
    """Of shares by how many points, from their counts; of all else in percent."""
    if now.below is None or before.below is None:
        return change(now.value, before.value)
    moved = points((now.top, now.below), (before.top, before.below))
    return moved if moved in NO_NUMBER else _(POINTS).format(points=moved)


def _counted(of: Of, figure: Figure, answers: Answers) -> Counted:
    period = answers.periods[of.window]
    assert period
    return Counted(
        indicator=figure.indicator.name,
        window=of.window,
        period=period.name,
        top=figure.top,
        below=figure.below,
        text=figure.text,
        behind=figure.behind.query(),
        behind_below=figure.behind_below.query() if figure.behind_below else "",
    )
