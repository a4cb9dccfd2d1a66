"""Registering a dispute that another matter hands over: everything about it is still to be asked."""

from linli.ground.text import msg
from linli.kinds.dispute.commands.limit import acceptance
from linli.kinds.dispute.commands.told import key_of, perhaps_key, words
from linli.kinds.dispute.facts.takeover import TakenOver
from linli.matters.command import NothingToTell, Scene, command
from linli.matters.facts import Fact

UNSORTED = "OT"


@command(msg("Take over"), act="record", form=NothingToTell, weight="hidden")
def take_over(scene: Scene) -> Fact:
    """Told by the kind that hands over: unit, number (its own), title, and perhaps text, cell.

    Its own list of types is not ours, so the type stays open until it is put right.
    """
    told = scene.told
    return TakenOver(
        unit=key_of(told["unit"]),
        title=told["title"],
        story=words(scene, "text") or told["title"],
        dispute_class="not_police_led",
        origin="transfer",
        channel="handed_over",
        category=UNSORTED,
        households=2,
        cell=perhaps_key(told.get("cell")),
        from_number=told["number"],
        acceptance=acceptance(scene, UNSORTED),
        tied=True,
    )
