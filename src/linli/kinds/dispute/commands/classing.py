"""Putting the class and the size of a dispute right."""

from linli.ground.text import msg
from linli.kinds.dispute.commands.limit import limit_again, start_again
from linli.kinds.dispute.commands.stages import OPEN
from linli.kinds.dispute.facts.classing import Classified, HouseholdsCounted
from linli.kinds.dispute.forms.classing import ClassifyForm, CountHouseholdsForm
from linli.matters.command import Scene, command
from linli.matters.facts import Fact

UNDER_LIMIT = ("accepted", "mediating", "paused")


@command(
    msg("Put class or type right"),
    act="record",
    form=ClassifyForm,
    stages=OPEN,
    weight="aside",
    hint=msg("Another type may have another limit: a labour dispute fifteen days from the application."),
)
def classify(scene: Scene) -> Fact:
    """Told: dispute_class, category."""
    dispute_class, category = scene.told["dispute_class"], scene.told["category"]
    if category == scene.state.category or scene.state.stage not in UNDER_LIMIT:
        return Classified(dispute_class=dispute_class, category=category)
    start_at = start_again(scene, category)
    limit = limit_again(scene, start_at=start_at, category=category)
    return Classified(dispute_class=dispute_class, category=category, limit=limit, start_at=start_at)


@command(msg("Count the households"), act="record", form=CountHouseholdsForm, stages=OPEN, weight="aside")
def count_households(scene: Scene) -> Fact:
    """Told: households."""
    return HouseholdsCounted(households=scene.told["households"])
