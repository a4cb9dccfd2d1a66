"""Where a request goes: by the dispatch catalogue or with a reason, never to the unit that is complained of."""

from collections.abc import Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from linli.kinds.request.catalogue import entries_now, justifying, listing
from linli.kinds.request.commands.limit import by_profile, date_by
from linli.kinds.request.commands.units import stands_in, unit_of
from linli.matters.command import Refused, Scene
from linli.matters.facts import Dated
from linli.matters.told import key_of, words
from linli.place.models import UnitKind

LISTED = (UnitKind.STREET, UnitKind.TOWN, UnitKind.COMMUNITY)


def sent(scene: Scene) -> Mapping[str, Any]:
    """What a sending says, by what was told: to_unit, and perhaps assisting (units), why, task."""
    told, unit = scene.told, key_of(scene.told["to_unit"])
    assisting = told.get("assisting") or ()
    for one in (told["to_unit"], *assisting):
        refuse_reported(scene, one)
    if scene.state.data["confidential"] and not words(scene, "task").strip():
        raise Refused(_("It is confidential: write down what the unit is to do, without who asked."))
    entry = justifying(entries_now(scene), unit, why=words(scene, "why"))
    return {
        "unit": unit,
        "entry": entry.pk if entry else None,
        "basis": entry.basis if entry else "",
        "assisting_units": _beside(unit, assisting),
        "sign": signed_by(scene),
        "why": words(scene, "why"),
        "task": words(scene, "task"),
    }


def signed_by(scene: Scene) -> Dated:
    """By when the unit is to sign for it."""
    return date_by(scene, "sign", by_profile(scene.book.profile, "sign"))


def _beside(lead: int, assisting: Iterable[Any]) -> tuple[int, ...]:
    """Each unit once, and not the one that leads: the catalogue may have proposed it as assisting."""
    return tuple(dict.fromkeys(unit for unit in map(key_of, assisting) if unit != lead))


def refuse_reported(scene: Scene, unit: Any) -> None:
    """What is reported may not reach who is reported (Jinan regulation, article 32)."""
    reported = scene.state.data["reported_unit"]
    if reported is not None and stands_in(unit, reported):
        raise Refused(_("That is the unit that is complained of, or one below it. Choose another one."))


def refuse_listed(scene: Scene, unit: int) -> None:
    """“Not on the duty list” is a ground only of a street, a town or a community, and only where that is so."""
    if unit_of(unit).kind not in LISTED:
        raise Refused(_("Only streets, towns and communities have a duty list. Choose another ground."))
    if basis := listing(scene):
        sentence = _("Its category is on the duty list of streets and towns: {basis}. Choose another ground.")
        raise Refused(sentence.format(basis=basis))
