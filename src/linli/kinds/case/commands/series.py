"""Linking a case with others into a series, and taking it out: a person decides, and says why."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.case.commands import guards
from linli.kinds.case.course import SERIES, series_of
from linli.kinds.case.facts.series import SeriesJoined, SeriesLeft
from linli.kinds.case.forms.series import LinkSeriesForm, UnlinkSeriesForm
from linli.kinds.case.rules import LIVE
from linli.matters.command import Beside, Decision, Refused, Scene, command
from linli.matters.state import State

LINKED = LIVE | {"closed"}


@command(
    msg("Link into a series"),
    act="investigate",
    form=LinkSeriesForm,
    stages=LINKED,
    weight="aside",
    beside=("other",),
    hint=msg("By what happened, where, when and how; never by who."),
)
def link_series(scene: Scene) -> Decision:
    """Told: other (the number of a case or of a series), why; beside the other case also the series."""
    other, why = scene.told["other"], scene.told["why"]
    if series := scene.told.get("series"):
        return Decision((_joined(scene, str(series), other=other),))
    if other == scene.number:
        raise Refused(_("That is the number of this very case. Put in the other one's."))
    state = scene.seen(other)
    if state is None or state.kind != scene.state.kind:
        return Decision((_joined(scene, _series_numbered(scene, other), other=""),))
    series = _series_of_both(scene, state) or scene.draw("case.series")
    told = {"other": scene.number, "why": why, "series": series}
    return Decision((_joined(scene, series, other=other),), beside=(Beside(other, link_series.name, told),))


@command(
    msg("Take out of the series"),
    act="investigate",
    form=UnlinkSeriesForm,
    stages=LINKED,
    guard=guards.in_series,
    weight="aside",
)
def unlink_series(scene: Scene) -> SeriesLeft:
    """Told: why."""
    return SeriesLeft(series=series_of(scene.state), why=scene.told["why"])


def _joined(scene: Scene, series: str, *, other: str) -> SeriesJoined:
    ours = series_of(scene.state)
    if ours not in ("", series):
        raise Refused(_("It is in series {series} already. Take it out of there first.").format(series=ours))
    if ours and not other:
        raise Refused(_("It is in that series already."))
    return SeriesJoined(series=series, other=other, why=scene.told["why"])


def _series_numbered(scene: Scene, number: str) -> str:
    if not scene.sharing(SERIES, number):
        raise Refused(_("There is no such case or series here. Put in its number, such as AJ-2026-000001."))
    return number


def _series_of_both(scene: Scene, other: State) -> str:
    """The series of either; empty when neither is in one."""
    ours, theirs = series_of(scene.state), series_of(other)
    if ours and ours == theirs:
        raise Refused(_("The two are linked already, in series {series}.").format(series=ours))
    if ours and theirs:
        sentence = _("The two are in different series, {ours} and {theirs}. Take one out of its series first.")
        raise Refused(sentence.format(ours=ours, theirs=theirs))
    return ours or theirs
