"""What a record from outside tells of a request, step by step; never said by anybody, only when it is taken in."""

from collections.abc import Iterator
from dataclasses import replace

from linli.kinds.request.choices import UNTOLD
from linli.kinds.request.commands.consequences import closed, content_of
from linli.kinds.request.commands.intake import accepted
from linli.kinds.request.commands.limit import given, soon_before
from linli.kinds.request.commands.opening import as_taken_in, reporter
from linli.kinds.request.commands.sending import signed_by
from linli.kinds.request.facts.closing import Closed
from linli.kinds.request.facts.confirming import RatedThere
from linli.kinds.request.facts.handling import RepliedThere
from linli.kinds.request.facts.intake import Accepted
from linli.kinds.request.facts.opening import TakenIn
from linli.kinds.request.facts.routing import Dispatched, DispatchedThere
from linli.matters.command import Scene
from linli.matters.facts import Fact
from linli.matters.told import words


def brought_in(scene: Scene) -> Iterator[Fact]:
    """Told: what `take_in` is told; a way to reach who asked may be missing."""
    yield as_taken_in(scene, TakenIn, title=scene.told["title"], channel=scene.told["channel"])
    yield from reporter(scene)


def accepted_there(scene: Scene) -> Accepted:
    """Told: perhaps due_at, the limit that was given there."""
    data = scene.state.data
    fact = accepted(scene, sort=data["sort"], urgency=data["urgency"])
    if (due_at := scene.told.get("due_at")) is None:
        return fact
    reply = given(fact.reply, due_at)
    return replace(fact, reply=reply, soon=soon_before(scene, reply))


def dispatched_there(scene: Scene) -> Dispatched:
    """Told: handler, taken_at; perhaps dispatched_at, closed_at. By which entry of a catalogue it went there, or why,
    is not known; nor, of what is over, whether it was signed for in time. Where no day is told, the unit has its time
    to sign from the day on which the list came."""
    unit = scene.told["handler"]
    if "closed_at" in scene.told:
        return DispatchedThere(unit=unit, sign=None)
    begins = scene.at if "dispatched_at" in scene.told else scene.told["taken_at"]
    return Dispatched(unit=unit, sign=signed_by(scene._replace(at=begins)))


def answered_there(scene: Scene) -> RepliedThere:
    """Told: handler; perhaps answer, result. Which result it had where nobody says is not made up."""
    return RepliedThere(
        unit=scene.told["handler"],
        result=words(scene, "result") or UNTOLD,
        text=words(scene, "answer"),
        callback=scene.date("callback", "request.callback"),
    )


def closed_there(scene: Scene) -> Iterator[RatedThere | Closed]:
    """Told: perhaps satisfaction, solved. Closed with the resident's yes only where the record says so."""
    told = {"satisfaction": words(scene, "satisfaction"), "solved": words(scene, "solved")}
    if any(told.values()):
        yield RatedThere(**told)
    said_yes = bool(told["satisfaction"]) or told["solved"] == "yes"
    yield closed(scene, note="", confirmed=said_yes and content_of(scene._replace(told=told)))
