"""Accepting a case that another matter hands over."""

from linli.ground.text import msg
from linli.kinds.case.commands.limit import limit_from_now
from linli.kinds.case.commands.told import class_of, moment_of
from linli.kinds.case.facts.opening import TakenOver, TakenOverUrgently
from linli.matters.command import NothingToTell, Scene, command
from linli.matters.facts import Fact
from linli.matters.told import key_of, perhaps_key, words

UNTIL_CLASSIFIED = "admin-other"
"""The milder class, and the one with a limit: nothing is lost while nobody has classified it."""


@command(msg("Take over"), act="record", form=NothingToTell, weight="hidden")
def take_over(scene: Scene) -> Fact:
    """Told by the kind that hands over: unit, number (its own), title, and perhaps text, category, cell, urgent."""
    told = scene.told
    category = words(scene, "category") or UNTIL_CLASSIFIED
    case_class = class_of(scene, category)
    urgent = bool(told.get("urgent"))
    return (TakenOverUrgently if urgent else TakenOver)(
        unit=key_of(told["unit"]),
        title=told["title"],
        story=words(scene, "text") or told["title"],
        category=category,
        case_class=case_class,
        source="handed_over",
        assess=moment_of(scene, "assess") if urgent else scene.date("assess", "case.assess", category=category),
        limit=limit_from_now(scene, case_class=case_class, category=category),
        cell=perhaps_key(told.get("cell")),
        from_number=told["number"],
    )
