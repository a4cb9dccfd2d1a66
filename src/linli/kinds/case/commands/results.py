"""Reporting what came of a case, and deciding on it."""

from datetime import date

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.case.commands import guards
from linli.kinds.case.commands.days import refuse_before_incident
from linli.kinds.case.commands.decisions import refuse_own
from linli.kinds.case.commands.told import decision, next_entry, refuse_future, waiting
from linli.kinds.case.facts.results import ResultApproved, ResultReported, SentBack, Suspended
from linli.kinds.case.forms.results import ApproveResultForm, ReportResultForm, SendBackForm
from linli.matters.command import Refused, Scene, command
from linli.matters.facts import Fact
from linli.matters.told import words


@command(
    msg("Report the result"),
    act="investigate",
    form=ReportResultForm,
    stages=("filed",),
    guard=guards.all_of(guards.has_officer, guards.nothing_asked),
    weight="end",
)
def report_result(scene: Scene) -> ResultReported:
    """Told: result, report; solved_on when solved, to_whom when transferred."""
    result = scene.told["result"]
    if result == "transferred" and not words(scene, "to_whom"):
        raise Refused(_("Say to which body it is transferred."))
    return ResultReported(
        result=result,
        report=scene.told["report"],
        awaiting=waiting(scene),
        decision=decision(scene),
        solved_on=_solved_on(scene) if result == "solved" else None,
        to_whom=words(scene, "to_whom") if result == "transferred" else "",
    )


@command(msg("Approve the result"), act="approve", form=ApproveResultForm, stages=("reported",))
def approve_result(scene: Scene) -> Fact:
    """Told: perhaps note. Approved, a suspension stops the clock; every other result closes the case."""
    row = scene.state.data["result"]
    refuse_own(scene, row)
    if row["result"] == "suspended":
        return Suspended(note=words(scene, "note"))
    solved_on = date.fromisoformat(row["solved_on"]) if row["solved_on"] else None
    return ResultApproved(result=row["result"], solved_on=solved_on, note=words(scene, "note"))


@command(msg("Send back to work"), act="approve", form=SendBackForm, stages=("reported",))
def send_back(scene: Scene) -> SentBack:
    """Told: why."""
    return SentBack(why=scene.told["why"], stale=next_entry(scene))


def _solved_on(scene: Scene) -> date:
    """The day by which statistics count it."""
    day: date | None = scene.told.get("solved_on")
    if day is None:
        raise Refused(_("Put in the day on which it was solved: statistics go by it."))
    refuse_future(scene, day)
    refuse_before_incident(scene, day)
    return day
