"""Registering a dispute that another matter hands over."""

from linli.ground.text import msg
from linli.kinds.dispute.commands.told import key_of, perhaps_key, words
from linli.kinds.dispute.facts.takeover import TakenOver
from linli.matters.command import NothingToTell, Scene, command
from linli.matters.facts import Fact


@command(msg("Take over"), act="record", form=NothingToTell, weight="hidden")
def take_over(scene: Scene) -> Fact:
    """Told by the kind that hands over: unit, number (its own), title, and perhaps text, category, cell."""
    told = scene.told
    return TakenOver(
        unit=key_of(told["unit"]),
        title=told["title"],
        story=words(scene, "text") or told["title"],
        dispute_class="not_police_led",
        origin="transfer",
        channel="handed_over",
        category=words(scene, "category") or "OT",
        households=told.get("households") or 2,
        cell=perhaps_key(told.get("cell")),
        from_number=told["number"],
    )
