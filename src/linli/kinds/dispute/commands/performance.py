"""Recording that an agreement is kept."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.kinds.dispute.commands.days import AGREEMENT, end_of, refuse_odd_day
from linli.kinds.dispute.facts.performance import Performed
from linli.kinds.dispute.forms.performance import PerformForm
from linli.matters.command import Refused, Scene, command

AGREED = ("agreed",)


@command(msg("Record performance"), act="mediate", form=PerformForm, stages=AGREED)
def perform(scene: Scene) -> Iterator[Performed]:
    """Told: number (0: everything that is still open), performed_on, proof."""
    told, performed_on = scene.told, scene.told["performed_on"]
    refuse_odd_day(scene, performed_on, AGREEMENT)
    waiting = [row["number"] for row in course.open_instalments(scene.state)]
    numbers = [told["number"]] if told["number"] else list(waiting)
    if not set(numbers) <= set(waiting):
        raise Refused(_("That instalment is not open. Choose one of the list."))
    for number in numbers:
        waiting.remove(number)
        yield Performed(
            number=number,
            performed_on=performed_on,
            proof=told["proof"],
            performance=end_of(scene, _due_on(scene, waiting[0]), name="performance") if waiting else None,
            visit=None if waiting else scene.date("visit", "dispute.follow_up"),
        )


def _due_on(scene: Scene, number: int) -> date:
    row = course.instalment(scene.state, number)
    assert row is not None
    return date.fromisoformat(row["due_on"])
