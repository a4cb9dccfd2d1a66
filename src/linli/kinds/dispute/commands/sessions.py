"""Sessions and what was said in them; stopping the clock, letting it go on, giving more time."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute import choices, course
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.commands.told import UNDER_WAY, key_of, limit_again, limit_is_over, words
from linli.kinds.dispute.facts.sessions import ConcessionNoted, Extended, Paused, Resumed, SessionHeld, UndisputedNoted
from linli.kinds.dispute.forms.mediating import (
    ExtendForm,
    HoldSessionForm,
    NoteConcessionForm,
    NoteUndisputedForm,
    PauseForm,
    ResumeForm,
)
from linli.matters.command import Refused, Scene, command
from linli.matters.facts import Fact


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
    present = _present(scene)
    _refuse_impossible(scene, present)
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


@command(
    msg("Stop the clock"),
    act="mediate",
    form=PauseForm,
    stages=("mediating",),
    weight="aside",
    hint=msg("The time of an expert appraisal is not counted."),
)
def pause(scene: Scene) -> Paused:
    """Told: pause_reason, why."""
    if limit_is_over(scene):
        raise Refused(
            _("The limit has run out, so the clock cannot be stopped any more. Settle it, or end the mediation.")
        )
    return Paused(pause_reason=scene.told["pause_reason"], why=words(scene, "why"))


@command(msg("Let the clock go on"), act="mediate", form=ResumeForm, stages=("paused",))
def resume(scene: Scene) -> Resumed:
    """Told: note."""
    return Resumed(limit=limit_again(scene, until_at=scene.at), note=words(scene, "note"))


@command(
    msg("More time"),
    act="mediate",
    form=ExtendForm,
    stages=UNDER_WAY,
    guard=guards.willing,
    weight="aside",
    hint=msg("All sides must agree, before the limit runs out."),
)
def extend(scene: Scene) -> Extended:
    """Told: days, sides (those that agreed), why."""
    missing = [side for side in course.sides(scene.state) if side not in scene.told["sides"]]
    if missing:
        names = _(", ").join(_(choices.SIDES[side]) for side in missing)
        raise Refused(_("More time needs the consent of every side; still to be asked: {sides}.").format(sides=names))
    if limit_is_over(scene):
        raise Refused(_("The limit has run out and can no longer be extended. Settle it, or end the mediation."))
    limit = limit_again(scene, days=scene.told["days"])
    sides = tuple(course.sides(scene.state))
    return Extended(days=scene.told["days"], sides=sides, limit=limit, why=words(scene, "why"))


def _present(scene: Scene) -> tuple[int, ...]:
    numbers = [row["number"] for row in course.parties(scene.state)]
    told = scene.told.get("parties")
    return tuple(numbers if told is None else [number for number in numbers if number in told])


def _refuse_impossible(scene: Scene, present: tuple[int, ...]) -> None:
    told = scene.told
    if told["held_at"] > scene.at:
        raise Refused(_("That session still lies ahead. Record it when it has been held."))
    if told.get("ends_at") and told["ends_at"] < told["held_at"]:
        raise Refused(_("The session ends before it begins. Put the times right."))
    at_table = {row["side"] for row in course.parties(scene.state) if row["number"] in present}
    absent = [side for side in course.sides(scene.state) if side not in at_table]
    if told["session_outcome"] == "agreed" and absent:
        names = _(", ").join(_(choices.SIDES[side]) for side in absent)
        raise Refused(_("Nobody was there for {sides}, so the sides cannot have agreed.").format(sides=names))
