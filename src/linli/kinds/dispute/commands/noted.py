"""Undisputed facts and concessions, recorded apart from a session."""

from linli.ground.text import msg
from linli.kinds.dispute.facts.noted import ConcessionNoted, UndisputedNoted
from linli.kinds.dispute.forms.noted import NoteConcessionForm, NoteUndisputedForm
from linli.matters.command import Scene, command


@command(
    msg("Record undisputed facts"),
    act="mediate",
    form=NoteUndisputedForm,
    stages=("mediating", "paused", "agreed", "terminated"),
    weight="aside",
    hint=msg("Signed by all sides they stand, even when mediation fails."),
)
def note_undisputed(scene: Scene) -> UndisputedNoted:
    """Told: undisputed."""
    return UndisputedNoted(undisputed=scene.told["undisputed"])


@command(
    msg("Record a concession"),
    act="mediate",
    form=NoteConcessionForm,
    stages=("mediating", "paused"),
    weight="aside",
    hint=msg("Kept apart under seal; it may never be used against who made it."),
)
def note_concession(scene: Scene) -> ConcessionNoted:
    """Told: side, concession."""
    return ConcessionNoted(side=scene.told["side"], concession=scene.told["concession"])
