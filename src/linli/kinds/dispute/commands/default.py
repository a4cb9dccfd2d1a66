"""Recording that an agreement was not kept, and urging a side."""

from datetime import date

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.kinds.dispute.commands import guards
from linli.kinds.dispute.commands.days import end_of, today
from linli.kinds.dispute.commands.performance import AGREED
from linli.kinds.dispute.commands.window import window_again
from linli.kinds.dispute.facts.default import Defaulted, PerformanceUrged
from linli.kinds.dispute.forms.default import DefaultForm, UrgePerformanceForm
from linli.matters.command import Refused, Scene, command


@command(
    msg("Record that it was not performed"),
    act="mediate",
    form=DefaultForm,
    stages=("agreed", "performed"),
    weight="aside",
)
def default(scene: Scene) -> Defaulted:
    """Told: number, finding, step."""
    row = course.instalment(scene.state, scene.told["number"])
    if row is None or row["state"] == "failed" or (row["state"] == "kept" and scene.state.stage == "agreed"):
        raise Refused(_("That instalment is not open. Choose one of the list."))
    if row["due_on"] >= today(scene).isoformat():
        raise Refused(
            _("It is due on {day}; only from the day after can it be called not performed. Urge instead.").format(
                day=row["due_on"]
            )
        )
    taken_back = scene.state.stage == "performed" and not guards.may_apply(scene.state)
    return Defaulted(
        number=scene.told["number"],
        finding=scene.told["finding"],
        step=scene.told["step"],
        performance=end_of(scene, date.fromisoformat(row["due_on"]), name="performance"),
        ahead=window_again(scene) if taken_back else (),
    )


@command(msg("Urge performance"), act="mediate", form=UrgePerformanceForm, stages=AGREED, weight="aside")
def urge_performance(scene: Scene) -> PerformanceUrged:
    """Told: by_side (the side that is urged), text."""
    return PerformanceUrged(by_side=scene.told["by_side"], text=scene.told["text"])
