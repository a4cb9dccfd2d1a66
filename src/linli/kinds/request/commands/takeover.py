"""Taking in a request that another matter hands over."""

from collections.abc import Iterator

from linli.ground.text import msg
from linli.kinds.request import choices
from linli.kinds.request.commands.parts import part_taken_in
from linli.kinds.request.facts.takeover import TakenOver
from linli.matters.command import NothingToTell, Scene, command
from linli.matters.facts import Fact
from linli.matters.told import key_of, perhaps_key, words

UNSORTED = "other"
"""The lists of other kinds are not ours: the category stays open until it is put right."""


@command(msg("Take over"), act="record", form=NothingToTell, weight="hidden")
def take_over(scene: Scene) -> Iterator[Fact]:
    """Told by the kind that hands over: unit, number (its own), title, and perhaps text, cell, urgent; by a request of
    which it is a part, what `parts` says.
    """
    told = scene.told
    if told.get("part_of"):
        yield from part_taken_in(scene)
        return
    yield TakenOver(
        unit=key_of(told["unit"]),
        title=told["title"],
        story=words(scene, "text") or told["title"],
        category=UNSORTED,
        sort="other",
        channel="handed_over",
        accept=scene.date("accept", "request.accept", category=UNSORTED),
        urgency="life" if told.get("urgent") else choices.ORDINARY,
        cell=perhaps_key(told.get("cell")),
        from_number=told["number"],
    )
