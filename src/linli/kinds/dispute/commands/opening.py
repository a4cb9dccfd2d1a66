"""Registering a dispute, from a party or from another matter, and putting its class right."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.dispute import choices
from linli.kinds.dispute.commands.told import OPEN, key_of, perhaps_key, today, words
from linli.kinds.dispute.facts.danger import DangerCleared, DangerFound
from linli.kinds.dispute.facts.opening import Classified, HouseholdsCounted, Opened, TakenOver
from linli.kinds.dispute.facts.parties import PartyAdded
from linli.kinds.dispute.forms.opening import ClassifyForm, CountHouseholdsForm, OpenForm
from linli.matters.command import NothingToTell, Refused, Scene, command
from linli.matters.facts import Fact


@command(msg("Register a dispute"), act="record", form=OpenForm)
def open_(scene: Scene) -> Iterator[Fact]:
    """Told: unit, title, story, category, dispute_class, channel, origin, parties; the rest may be missing.

    `parties` are rows with side, name, and perhaps party_sort, party_role, phone, address, acts_for, powers, relation.
    `dangers` are the codes of signs seen; left out altogether, no danger check was made. A court's commission needs
    court_stage, and received_on (today when missing).
    """
    told = scene.told
    _refuse_odd_days(scene)
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
    )
    for number, row in enumerate(told["parties"], 1):
        yield added(row, number=number)
    if told.get("dangers") is not None:
        yield danger_check(scene, tuple(told["dangers"]))


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


@command(msg("Put class or type right"), act="record", form=ClassifyForm, stages=OPEN, weight="aside")
def classify(scene: Scene) -> Fact:
    """Told: dispute_class, category."""
    return Classified(dispute_class=scene.told["dispute_class"], category=scene.told["category"])


@command(msg("Count the households"), act="record", form=CountHouseholdsForm, stages=OPEN, weight="aside")
def count_households(scene: Scene) -> Fact:
    """Told: households."""
    return HouseholdsCounted(households=scene.told["households"])


def added(row: dict[str, str | int], *, number: int) -> PartyAdded:
    """The next party, from a row of the form."""
    return PartyAdded(
        number=number,
        side=str(row["side"]),
        party_sort=str(row.get("party_sort") or "person"),
        party_role=str(row.get("party_role") or "party"),
        name=str(row["name"]),
        phone=str(row.get("phone") or ""),
        address=str(row.get("address") or ""),
        acts_for=int(row.get("acts_for") or 0),
        powers=str(row.get("powers") or ""),
        relation=str(row.get("relation") or ""),
    )


def danger_check(scene: Scene, dangers: tuple[str, ...]) -> Fact:
    """What a check comes to: one yes is danger."""
    safe = tuple(code for code in choices.DANGERS if code not in dangers)
    if not dangers:
        return DangerCleared(safe=safe, steps=words(scene, "steps"))
    look_again = scene.date("look_again", "dispute.danger_look", category="")
    return DangerFound(dangers=dangers, safe=safe, look_again=look_again, steps=words(scene, "steps"))


def _refuse_odd_days(scene: Scene) -> None:
    for name in ("happened_on", "received_on"):
        day = scene.told.get(name)
        if day and day > today(scene):
            raise Refused(_("That day has not come yet. Put in a day up to today."))
