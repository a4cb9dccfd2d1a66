"""Who is to be told of an event: decided from the fact and the state before and after it."""

from collections.abc import Iterator
from dataclasses import dataclass

from linli.colours.colour import Colour
from linli.matters.facts import Fact, Turned
from linli.matters.instructing import Instructed
from linli.matters.kind import Kind
from linli.matters.state import DESK, UNIT, State
from linli.notices.texts import DESK as FOR_DESK
from linli.notices.texts import RESIDENT
from linli.notices.texts import UNIT as FOR_UNIT

BEGAN, INSTRUCTED, RETURNED = "began", "instructed", "returned"
TURNED = {Colour.RED.value: "turned_red", Colour.ORANGE.value: "turned_orange"}
OCCASIONS = (BEGAN, INSTRUCTED, RETURNED, *TURNED.values())


@dataclass(frozen=True)
class Due:
    """An audience to be told, of which unit, and the names of the event from the nearest to the most general."""

    audience: str
    unit: int
    events: tuple[str, ...]
    general: bool
    """Whether a text for any event will do; else only one that names this."""


def audiences(fact: Fact, state: State, *, kind: Kind, duties_before: int) -> Iterator[Due]:
    """Everybody whom the event could concern; whether it is said is for the texts to decide."""
    name = type(fact).__name__
    desk = state.holder(DESK) or state.holder(UNIT)
    if fact.for_resident() and kind.reach(state) and desk:
        yield Due(RESIDENT, desk.unit, (name,), general=True)
    if desk:
        yield Due(FOR_DESK, desk.unit, (name,), general=False)
    acting = dict(_acting(fact, state, duties_before=duties_before))
    for unit, occasion in acting.items():
        yield Due(FOR_UNIT, unit, (name, occasion), general=True)
    if not acting and (holder := state.holder(UNIT)):
        yield Due(FOR_UNIT, holder.unit, (name,), general=False)


def _acting(fact: Fact, state: State, *, duties_before: int) -> Iterator[tuple[int, str]]:
    """The units that are to act now, and why; said of the same unit again the later is heard."""
    holder = state.holder(UNIT)
    for duty in state.duties[duties_before:]:
        if duty.until_at is None and duty.role != DESK:
            yield duty.unit, BEGAN
    if holder and fact.returns:
        yield holder.unit, RETURNED
    if isinstance(fact, Instructed):
        yield fact.unit, INSTRUCTED
    if holder and isinstance(fact, Turned) and fact.colour in TURNED and _worse(fact):
        yield holder.unit, TURNED[fact.colour]


def _worse(fact: Turned) -> bool:
    return not fact.was or Colour(fact.colour).rank < Colour(fact.was).rank
