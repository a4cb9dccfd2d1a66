"""Closing a dispute, and opening it again."""

from linli.ground.text import msg
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.commands.limit import acceptance, term_of
from linli.kinds.dispute.commands.told import words
from linli.kinds.dispute.facts.closing import Closed, Reopened
from linli.kinds.dispute.forms.ending import CloseForm, ReopenForm
from linli.matters.command import Scene, command


@command(
    msg("Close the matter"),
    act="close",
    form=CloseForm,
    stages=("performed", "terminated"),
    guard=guards.closable,
    weight="end",
)
def close(scene: Scene) -> Closed:
    """Told: note."""
    outcome = "settled" if scene.state.stage == "performed" else "terminated"
    return Closed(outcome=outcome, note=words(scene, "note"))


@command(msg("Open again"), act="reopen", form=ReopenForm, stages=("closed", "terminated", "declined"), weight="aside")
def reopen(scene: Scene) -> Reopened:
    """Told: why. What was taken on before gets a new limit from today, what was not is to be decided anew."""
    if scene.state.data["limit"] is None:
        return Reopened(why=scene.told["why"], stage="registered", acceptance=acceptance(scene, scene.state.category))
    term = term_of(scene.state)
    limit = scene.date("limit", term, start_at=scene.at)
    return Reopened(why=scene.told["why"], stage="accepted", limit=limit, term=term, start_at=scene.at)
