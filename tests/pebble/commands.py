"""What can be said to a pebble, in the present tense."""

from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.matters.command import Decision, Opening, Refused, Scene, command
from linli.matters.facts import Fact
from linli.matters.state import UNIT, State
from tests.pebble import facts, forms
from tests.pebble.rules import AWAY


def in_danger(state: State) -> str:
    return "" if "danger" in state.flags else msg("No danger was noted.")


def out_of_danger(state: State) -> str:
    return msg("The danger is noted already.") if "danger" in state.flags else ""


def not_praised(state: State) -> str:
    return msg("It was praised already.") if "praised" in state.data else ""


@command(msg("New pebble"), act="record", form=forms.FindForm)
def find(scene: Scene) -> facts.Found:
    told = {name: scene.told.get(name, "") for name in ("title", "finder", "phone", "size")}
    return facts.Found(unit=scene.told["unit"].pk, **told)


@command(msg("Hand in a pebble"), act="hand_in", form=forms.HandInForm)
def hand_in(scene: Scene) -> facts.Found:
    told = {name: scene.told.get(name, "") for name in ("title", "finder", "phone", "size")}
    cell, point = scene.told.get("cell"), scene.told.get("point")
    place = {"cell": cell.pk if cell else None, "point": point or (), "place": scene.told["place"]}
    return facts.Found(unit=scene.told["unit"].pk, **told, **place)


@command(msg("Take over"), act="record")
def take_over(scene: Scene) -> facts.TakenOver:
    if not scene.told["title"].strip():
        raise Refused(_("Say in a few words what is handed over."))
    return facts.TakenOver(unit=scene.told["unit"], number=scene.told["number"], title=scene.told["title"])


@command(msg("Note danger"), act="assess", stages=AWAY, guard=out_of_danger, weight="aside")
def warn(scene: Scene) -> facts.Warned:
    return facts.Warned()


@command(msg("Danger is over"), act="assess", stages=AWAY, guard=in_danger)
def calm(scene: Scene) -> facts.Calmed:
    return facts.Calmed()


@command(msg("Carry"), act="handle", stages=("found",))
def carry(scene: Scene) -> facts.Carried:
    """Who stands in carries it for the one who is away."""
    carrier, limit = scene.by.for_user_id or scene.by.user_id, scene.date("limit", "pebble.limit")
    return facts.Carried(user=carrier, unit=scene.by.unit_id, limit=limit)


@command(msg("Pass on"), act="assign", form=forms.PassOnForm, stages=AWAY, weight="aside")
def pass_on(scene: Scene) -> facts.PassedOn:
    return facts.PassedOn(unit=scene.told["unit"].pk)


@command(msg("Bring home"), act="close", stages=("carried",), weight="end")
def bring_home(scene: Scene) -> list[Fact]:
    calmed = [facts.Calmed()] if "danger" in scene.state.flags else []
    return [*calmed, facts.BroughtHome()]


@command(msg("Hand over"), act="close", form=forms.HandOverForm, stages=AWAY, weight="end")
def hand_over(scene: Scene) -> Decision:
    """The other matter is opened in the same transaction, and each names the other's number."""
    kind, holder = scene.told["kind"], scene.state.holder(UNIT)
    number = scene.reserve(kind)
    told = {"unit": holder.unit if holder else 0, "number": scene.number, "title": scene.told["title"]}
    return Decision((facts.HandedOver(number=number),), opening=Opening(kind, number, told))


@command(msg("Praise"), act="answer", form=forms.PraiseForm, stages=("home",), guard=not_praised, public=True)
def praise(scene: Scene) -> facts.Praised:
    return facts.Praised(text=scene.told["text"])


COMMANDS = (warn, calm, carry, pass_on, bring_home, hand_over, praise)
