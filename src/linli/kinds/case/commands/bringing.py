"""What a record from outside tells of a case, step by step; never said by anybody, only when it is taken in."""

from collections.abc import Iterator
from dataclasses import replace

from linli.kinds.case.commands.filing import file_
from linli.kinds.case.commands.opening import accept_
from linli.kinds.case.commands.told import today, waiting
from linli.kinds.case.facts.filing import FilingDeclined
from linli.kinds.case.facts.opening import Opened
from linli.kinds.case.facts.results import ReportedThere, ResultApproved, Suspended
from linli.matters.command import Decision, Scene
from linli.matters.facts import Fact
from linli.matters.told import words


def brought_in(scene: Scene) -> Iterator[Fact]:
    """Told: what `accept` is told; when it happened may be missing, and then nobody says when."""
    told = {"occurred_from": scene.at, **scene.told}
    for fact in accept_.decided(scene._replace(told=told)).facts:
        if isinstance(fact, Opened) and "occurred_from" not in scene.told:
            yield replace(fact, occurred_from=None, occurred_until=None)
        else:
            yield fact


def filed_there(scene: Scene) -> Decision:
    """Told: perhaps document, the number of the decision."""
    return file_.decided(scene._replace(told={"document": words(scene, "document"), "filed_on": today(scene)}))


def not_filed_there(scene: Scene) -> FilingDeclined:
    """Told: decline_reason; perhaps report, how the reason was put."""
    return FilingDeclined(decline_reason=scene.told["decline_reason"], told=words(scene, "report"))


def ended_there(scene: Scene) -> Iterator[ReportedThere | ResultApproved | Suspended]:
    """Told: result; perhaps report, solved_on, to_whom. What the record says was approved there."""
    result, solved_on = scene.told["result"], None
    if result == "solved":
        solved_on = scene.told.get("solved_on") or today(scene)
    yield ReportedThere(
        result=result,
        report=words(scene, "report"),
        awaiting=waiting(scene),
        solved_on=solved_on,
        to_whom=words(scene, "to_whom") if result == "transferred" else "",
    )
    yield Suspended() if result == "suspended" else ResultApproved(result=result, solved_on=solved_on)
