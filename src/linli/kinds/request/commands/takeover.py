"""Taking in a request that another matter hands over."""

from linli.ground.text import msg
from linli.kinds.request.facts.takeover import TakenOver
from linli.matters.command import NothingToTell, Scene, command
from linli.matters.told import key_of, perhaps_key, words

UNSORTED = "other"
"""The lists of other kinds are not ours: the category stays open until it is put right."""


@command(msg("Take over"), act="record", form=NothingToTell, weight="hidden")
def take_over(scene: Scene) -> TakenOver:
    """Told by the kind that hands over: unit, number (its own), title, and perhaps text, cell, urgent."""
    told = scene.told
    return TakenOver(
        unit=key_of(told["unit"]),
        title=told["title"],
        story=words(scene, "text") or told["title"],
        category=UNSORTED,
        sort="other",
        channel="handed_over",
        accept=scene.date("accept", "request.accept", category=UNSORTED),
        urgency="life" if told.get("urgent") else "ordinary",
        cell=perhaps_key(told.get("cell")),
        from_number=told["number"],
    )
