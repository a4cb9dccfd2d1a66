"""An application for mediation that comes in at the counter."""

from collections.abc import Iterator

from linli.ground.text import msg
from linli.kinds.dispute.commands.limit import acceptance
from linli.kinds.dispute.commands.parties import added
from linli.kinds.dispute.facts.opening import Opened
from linli.kinds.dispute.forms.applying import ApplyForMediationForm
from linli.matters.command import Scene, command
from linli.matters.facts import Fact
from linli.matters.told import key_of, perhaps_key, words


@command(msg("Apply for mediation"), act="hand_in", form=ApplyForMediationForm)
def apply_for_mediation(scene: Scene) -> Iterator[Fact]:
    """Told: unit, title, story, category, name; perhaps requests, place, cell, point, phone, other.

    Who applies is the first party, on side A. Whether anybody may get hurt was asked by nobody yet: that is the desk's.
    """
    told = scene.told
    yield Opened(
        unit=key_of(told["unit"]),
        title=told["title"],
        story=told["story"],
        dispute_class="not_police_led",
        origin="application",
        channel="online",
        category=told["category"],
        households=2,
        place=words(scene, "place"),
        requests=words(scene, "requests"),
        cell=perhaps_key(told.get("cell")),
        acceptance=acceptance(scene, told["category"]),
    )
    yield added({"side": "a", "name": told["name"], "phone": words(scene, "phone")}, number=1)
    if other := words(scene, "other"):
        yield added({"side": "b", "name": other}, number=2)
