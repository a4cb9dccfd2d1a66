"""Accepting an incident."""

from collections.abc import Iterator
from datetime import datetime

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.kinds.case.commands.limit import limit_from_now
from linli.kinds.case.commands.told import class_of
from linli.kinds.case.facts.complainants import ComplainantAdded
from linli.kinds.case.facts.opening import Opened
from linli.kinds.case.forms.opening import AcceptForm
from linli.matters.command import Refused, Scene, command
from linli.matters.facts import Fact
from linli.matters.told import key_of, perhaps_key, words


@command(msg("Accept an incident"), act="record", form=AcceptForm)
def accept_(scene: Scene) -> Iterator[Fact]:
    """Told: unit, category, title, story, source, occurred_from, and perhaps occurred_until, cell, place, method,
    loss_fen; of who reported it perhaps name, phone, address.
    """
    told = scene.told
    case_class = class_of(scene, told["category"])
    from_at, until_at = occurred(scene)
    yield Opened(
        unit=key_of(told["unit"]),
        title=told["title"],
        story=told["story"],
        category=told["category"],
        case_class=case_class,
        source=told["source"],
        assess=scene.date("assess", "case.assess", category=told["category"]),
        limit=limit_from_now(scene, case_class=case_class, category=told["category"]),
        occurred_from=from_at,
        occurred_until=until_at,
        cell=perhaps_key(told.get("cell")),
        place=words(scene, "place"),
        method=words(scene, "method"),
        loss_fen=told.get("loss_fen"),
    )
    if any(words(scene, name) for name in ("name", "phone", "address")):
        yield complainant(scene, number=1)


def complainant(scene: Scene, *, number: int) -> ComplainantAdded:
    said = {name: words(scene, name) for name in ("name", "phone", "address")}
    return ComplainantAdded(number=number, **said)


def occurred(scene: Scene) -> tuple[datetime, datetime]:
    """From when to when it happened; a single moment where no end was told."""
    from_at = scene.told["occurred_from"]
    until_at = scene.told.get("occurred_until") or from_at
    if until_at < from_at:
        raise Refused(_("It ended before it began. Put the times right."))
    if until_at > scene.at:
        raise Refused(_("That moment has not come yet. Put in when it happened."))
    return from_at, until_at
