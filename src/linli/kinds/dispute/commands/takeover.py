"""Registering a dispute that another matter hands over: everything about it is still to be asked."""

from functools import partial

from linli.ground.text import msg
from linli.kinds.dispute.commands.limit import acceptance
from linli.kinds.dispute.facts.takeover import TakenOver, TakenOverUrgently
from linli.matters.command import NothingToTell, Scene, command
from linli.matters.facts import Dated, Fact
from linli.matters.told import key_of, perhaps_key, words

UNSORTED = "OT"


@command(msg("Take over"), act="record", form=NothingToTell, weight="hidden")
def take_over(scene: Scene) -> Fact:
    """Told by the kind that hands over: unit, number (its own), title, and perhaps text, cell, urgent.

    Its own list of types is not ours, so the type stays open until it is put right.
    """
    told = scene.told
    now = Dated(name="look_again", at=scene.at, provisional=False, basis={})
    taken_over = partial(TakenOverUrgently, look_again=now) if told.get("urgent") else TakenOver
    return taken_over(
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
