"""A street or town called departments in: how each signed, got in touch, came, and was judged."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from linli.ground.text import msg
from linli.kinds.request import course, whistles
from linli.matters.facts import Dated, Fact, Narrative, Plain, Stamp
from linli.matters.state import ASSISTING, State


@dataclass(frozen=True)
class WhistleBlown(Fact):
    """One department was called: it joins in, and its three clocks begin."""

    sentence = msg("{from_unit} calls {unit}: {whistle_sort}; {whistle_ground}; on the spot by {arrive} {said}")
    from_unit: int
    unit: int
    whistle_ground: Plain
    sign: Dated
    contact: Dated
    arrive: Dated
    whistle_sort: Plain = ""
    said: Narrative = ""
    leave: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        before = any(duty.unit == self.unit for duty in state.holders(ASSISTING))
        called = [row["began"] for row in whistles.unrated(state) if row["unit"] == self.unit]
        if not before:
            state.begin_duty(ASSISTING, unit=self.unit, user=None, at=stamp.at)
        for dated in self.clocks():
            replace(dated, name=whistles.mark_of(dated.name, stamp.seq)).set_on(state)
        state.raise_flag("whistled")
        state.data["whistles"].append(
            {
                "seq": stamp.seq,
                "unit": self.unit,
                "from_unit": self.from_unit,
                "signed": 0,
                "contacted": 0,
                "arrived": 0,
                "users": [],
                "rated": None,
                "began": not before or any(called),
            }
        )

    def clocks(self) -> Iterator[Dated]:
        yield from (self.sign, self.contact, self.arrive)


@dataclass(frozen=True)
class WhistleStep(Fact):
    """What all answers of a department have in common: whose call it answers, and by how much it is late."""

    whistle: int
    unit: int
    late_minutes: int = 0

    def keep(self, state: State, stamp: Stamp, *, sort: str) -> None:
        course.note_handler(state, stamp.user)
        state.lift_mark(whistles.mark_of(sort, self.whistle))
        if row := whistles.row_of(state, self.whistle):
            row[whistles.STEPS[sort]] = stamp.seq
            row["users"] = sorted({*row["users"], stamp.user or 0})


@dataclass(frozen=True)
class WhistleSigned(WhistleStep):
    """The department signed that it was called."""

    sentence = msg("{unit} signed the call")

    def apply(self, state: State, stamp: Stamp) -> None:
        self.keep(state, stamp, sort=whistles.SIGN)


@dataclass(frozen=True)
class WhistleSignedLate(WhistleSigned):
    """The same, past its time."""

    sentence = msg("{unit} signed the call, {late_minutes} minutes late")


@dataclass(frozen=True)
class WhistleContacted(WhistleStep):
    """The department got in touch with the street that called."""

    sentence = msg("{unit} got in touch {said}")
    said: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        self.keep(state, stamp, sort=whistles.CONTACT)


@dataclass(frozen=True)
class WhistleContactedLate(WhistleContacted):
    """The same, past its time."""

    sentence = msg("{unit} got in touch, {late_minutes} minutes late {said}")


@dataclass(frozen=True)
class Arrived(WhistleStep):
    """The department was on the spot."""

    sentence = msg("{unit} was on the spot: {said}")
    said: Narrative = ""

    def for_resident(self) -> str:
        return msg("{unit} was on the spot.")

    def apply(self, state: State, stamp: Stamp) -> None:
        self.keep(state, stamp, sort=whistles.ARRIVE)


@dataclass(frozen=True)
class ArrivedLate(Arrived):
    """The same, past its time."""

    sentence = msg("{unit} was on the spot, {late_minutes} minutes late: {said}")


@dataclass(frozen=True)
class WhistleRated(Fact):
    """The street that called judges how the department answered; with that its part in it ends."""

    sentence = msg("How {unit} answered the call: {satisfaction} {said}")
    whistle: int
    unit: int
    satisfaction: Plain
    said: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        row = whistles.row_of(state, self.whistle)
        assert row is not None
        row["rated"] = {"seq": stamp.seq, "satisfaction": self.satisfaction}
        for sort in whistles.STEPS:
            state.lift_mark(whistles.mark_of(sort, self.whistle))
        if row["began"] and not any(other["unit"] == self.unit for other in whistles.unrated(state)):
            state.end_duty(ASSISTING, at=stamp.at, unit=self.unit)
