"""Judicial confirmation: the joint application and the court's answer."""

from linli.ground.text import msg
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.commands.days import APPLICATION, refuse_odd_day
from linli.kinds.dispute.commands.precheck import refuse_incomplete, refuse_out_of_window, refuse_unconfirmable
from linli.kinds.dispute.commands.window import window_again
from linli.kinds.dispute.facts.confirmation import ConfirmationAnswered, ConfirmationApplied
from linli.kinds.dispute.forms.confirmation import ApplyConfirmationForm, ConfirmationResultForm
from linli.matters.command import Scene, command
from linli.matters.told import words

CONFIRMABLE = ("agreed", "performed")


@command(
    msg("Apply for judicial confirmation"),
    act="mediate",
    form=ApplyConfirmationForm,
    stages=CONFIRMABLE,
    guard=guards.may_apply,
    hint=msg("Jointly, within 30 days from when the agreement took effect."),
    weight="aside",
)
def apply_confirmation(scene: Scene) -> ConfirmationApplied:
    """Told: applied_on, court, jointly, bars (codes that hold), papers (codes at hand), about_property, note."""
    told = scene.told
    refuse_out_of_window(scene, told["applied_on"])
    refuse_unconfirmable(scene)
    refuse_incomplete(scene)
    return ConfirmationApplied(
        applied_on=told["applied_on"],
        court=told["court"],
        papers=tuple(told["papers"]),
        note=words(scene, "note"),
    )


@command(
    msg("Record the court's answer"),
    act="mediate",
    form=ConfirmationResultForm,
    stages=CONFIRMABLE,
    guard=guards.applied,
    weight="aside",
)
def confirmation_result(scene: Scene) -> ConfirmationAnswered:
    """Told: confirmation_result (confirmed, refused, withdrawn), decided_on, document."""
    result = scene.told["confirmation_result"]
    refuse_odd_day(scene, scene.told["decided_on"], APPLICATION)
    # What was performed needs no confirmation: it asks for nothing any more.
    may_apply_again = result == "withdrawn" and scene.state.stage == "agreed"
    return ConfirmationAnswered(
        confirmation_result=result,
        decided_on=scene.told["decided_on"],
        document=words(scene, "document"),
        ahead=window_again(scene) if may_apply_again else (),
    )
