"""Taking in a part of a request: accepted and dispatched at once, without a word of the resident."""

from collections.abc import Iterator

from linli.kinds.request.commands.intake import accepted
from linli.kinds.request.facts.routing import Dispatched
from linli.kinds.request.facts.splitting import PartTakenIn
from linli.matters.command import Scene
from linli.matters.facts import Fact


def part_taken_in(scene: Scene) -> Iterator[Fact]:
    """Told by `split`: part_of, unit (the desk), title, text, sort, urgency, category, cell, confidential,
    reported_unit, sent."""
    told = scene.told
    names = ("unit", "title", "category", "sort", "urgency", "cell", "confidential", "reported_unit")
    kept = {name: told[name] for name in names}
    yield PartTakenIn(
        **kept,
        story=told["text"],
        channel="part",
        part_of=told["part_of"],
        accept=scene.date("accept", "request.accept", category=told["category"]),
    )
    yield accepted(scene, sort=told["sort"], urgency=told["urgency"], category=told["category"])
    yield Dispatched(**told["sent"])
