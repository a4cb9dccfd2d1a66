"""Registering a dispute."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute.commands.danger import danger_check
from linli.kinds.dispute.commands.days import refuse_odd_day, today
from linli.kinds.dispute.commands.limit import acceptance
from linli.kinds.dispute.commands.parties import added
from linli.kinds.dispute.facts.opening import Opened
from linli.kinds.dispute.forms.opening import OpenForm
from linli.matters.command import Refused, Scene, command
from linli.matters.facts import Fact
from linli.matters.told import key_of, perhaps_key, words


@command(msg("Register a dispute"), act="record", form=OpenForm)
def open_(scene: Scene) -> Iterator[Fact]:
    """Told: unit, title, story, category, dispute_class, channel, origin, parties; the rest may be missing.

    `parties` are rows with side, name, and perhaps party_sort, party_role, phone, address, acts_for, powers, relation.
    `dangers` are the codes of signs seen; left out altogether, no danger check was made. A court's commission needs
    court_stage, and received_on (today when missing).
    """
    told = scene.told
    refuse_odd_day(scene, told.get("happened_on"))
    refuse_odd_day(scene, told.get("received_on"))
    if told["origin"] == "court" and not told.get("court_stage"):
        raise Refused(_("Say which commission it is: before filing, or after filing and by which procedure."))
    yield Opened(
        unit=key_of(told["unit"]),
        title=told["title"],
        story=told["story"],
        dispute_class=told["dispute_class"],
        origin=told["origin"],
        channel=told["channel"],
        category=told["category"],
        households=told.get("households") or 2,
        place=words(scene, "place"),
        requests=words(scene, "requests"),
        cell=perhaps_key(told.get("cell")),
        happened_on=told.get("happened_on"),
        court_stage=words(scene, "court_stage"),
        court=words(scene, "court"),
        commission=words(scene, "commission"),
        received_on=(told.get("received_on") or today(scene)) if told.get("court_stage") else None,
        acceptance=acceptance(scene, told["category"]),
    )
    for number, row in enumerate(told["parties"], 1):
        yield added(row, number=number)
    if told.get("dangers") is not None:
        yield danger_check(scene, tuple(told["dangers"]))
