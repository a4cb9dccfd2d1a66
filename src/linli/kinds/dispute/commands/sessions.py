"""Recording a session and what was said in it."""

from collections.abc import Iterator

from linli.ground.text import msg
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.commands.present import present_numbers, refuse_impossible_outcome, refuse_impossible_times
from linli.kinds.dispute.facts.noted import ConcessionNoted, UndisputedNoted
from linli.kinds.dispute.facts.sessions import SessionHeld
from linli.kinds.dispute.forms.sessions import HoldSessionForm
from linli.matters.command import Scene, command
from linli.matters.facts import Fact
from linli.matters.told import key_of, words


@command(
    msg("Record a session"),
    act="mediate",
    form=HoldSessionForm,
    stages=("mediating",),
    guard=guards.all_of(guards.willing, guards.mediated),
)
def hold_session(scene: Scene) -> Iterator[Fact]:
    """Told: held_at, place, record, session_outcome (continued, agreed, failed), rights_told; perhaps ends_at,
    parties (their numbers; all when left out), members (units), others, public, next_at, undisputed,
    concession with concession_side.
    """
    told = scene.told
    present = present_numbers(scene)
    refuse_impossible_times(scene)
    refuse_impossible_outcome(scene, present)
    yield SessionHeld(
        number=len(scene.state.data["sessions"]) + 1,
        held_at=told["held_at"],
        ends_at=told.get("ends_at"),
        place=told["place"],
        parties=present,
        member_units=tuple(key_of(unit) for unit in told.get("members") or ()),
        public=bool(told.get("public")),
        rights_told=bool(told.get("rights_told")),
        record=told["record"],
        session_outcome=told["session_outcome"],
        next_at=told.get("next_at"),
        others=words(scene, "others"),
    )
    if words(scene, "undisputed"):
        yield UndisputedNoted(undisputed=words(scene, "undisputed"))
    if words(scene, "concession"):
        yield ConcessionNoted(side=words(scene, "concession_side"), concession=words(scene, "concession"))
