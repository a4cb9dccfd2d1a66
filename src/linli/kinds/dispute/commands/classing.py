"""Putting the class and the size of a dispute right."""

from linli.ground.text import msg
from linli.kinds.dispute.commands.told import OPEN
from linli.kinds.dispute.facts.classing import Classified, HouseholdsCounted
from linli.kinds.dispute.forms.classing import ClassifyForm, CountHouseholdsForm
from linli.matters.command import Scene, command
from linli.matters.facts import Fact


@command(msg("Put class or type right"), act="record", form=ClassifyForm, stages=OPEN, weight="aside")
def classify(scene: Scene) -> Fact:
    """Told: dispute_class, category."""
    return Classified(dispute_class=scene.told["dispute_class"], category=scene.told["category"])


@command(msg("Count the households"), act="record", form=CountHouseholdsForm, stages=OPEN, weight="aside")
def count_households(scene: Scene) -> Fact:
    """Told: households."""
    return HouseholdsCounted(households=scene.told["households"])
