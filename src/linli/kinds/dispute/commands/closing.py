"""Closing a dispute, and opening it again."""

from linli.ground.text import msg
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.commands.danger import next_look
from linli.kinds.dispute.commands.limit import acceptance, term_of
from linli.kinds.dispute.facts.closing import Closed, Reopened
from linli.kinds.dispute.forms.ending import CloseForm, ReopenForm
from linli.matters.command import Scene, command
from linli.matters.facts import Dated
from linli.matters.told import words


@command(
    msg("Close the matter"),
    act="close",
    form=CloseForm,
    stages=("performed", "terminated"),
    guard=guards.closable,
)
def close(scene: Scene) -> Closed:
    """Told: note."""
    outcome = "settled" if scene.state.stage == "performed" else "terminated"
    return Closed(outcome=outcome, note=words(scene, "note"))


@command(msg("Open again"), act="reopen", form=ReopenForm, stages=("closed", "terminated", "declined"), weight="aside")
def reopen(scene: Scene) -> Reopened:
    """Told: why. What was taken on before gets a new limit from today, what was not is to be decided anew."""
    why, look_again = scene.told["why"], _look_again(scene)
    if scene.state.data["limit"] is None:
        due = acceptance(scene, scene.state.category)
        return Reopened(why=why, stage="registered", acceptance=due, look_again=look_again)
    term = term_of(scene.state)
    limit = scene.date("limit", term, start_at=scene.at)
    return Reopened(why=why, stage="accepted", limit=limit, term=term, start_at=scene.at, look_again=look_again)


def _look_again(scene: Scene) -> Dated | None:
    """Danger that was never cleared is to be looked at again; where a check is still due, it stays due then."""
    if "danger" not in scene.state.flags or "look_again" in scene.state.marks:
        return None
    return next_look(scene)
