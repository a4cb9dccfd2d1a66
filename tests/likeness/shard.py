"""A kind that leaves traces: something was broken somewhere, at some hour, in some way."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from linli.colours.colour import Colour
from linli.colours.rule import Rule
from linli.ground.text import msg
from linli.matters.command import CommandForm, Scene, command
from linli.matters.everyday import EVERYDAY, EVERYDAY_CHOICES, EVERYDAY_FACTS
from linli.matters.facts import Fact, Narrative, Personal, Plain, Stamp
from linli.matters.kind import Kind, Stage
from linli.matters.state import UNIT, State
from linli.matters.trace import Trace


@dataclass(frozen=True)
class Broken(Fact):
    """What was broken, where, when and how; `by_whom` is what must never be looked at."""

    sentence = msg("Broken: {method}")
    unit: int
    category: Plain
    cell: int | None
    from_at: datetime
    until_at: datetime
    method: Narrative
    by_whom: Personal = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.stage, state.category, state.cell = "broken", self.category, self.cell
        state.data["from_at"], state.data["until_at"] = self.from_at.isoformat(), self.until_at.isoformat()
        state.data["method"] = [stamp.seq, "method"]
        state.begin_duty(UNIT, unit=self.unit, user=None, at=stamp.at)


@dataclass(frozen=True)
class Linked(Fact):
    """Somebody decided that it belongs to a series."""

    sentence = msg("Linked to {series}")
    series: Plain

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["series"] = self.series


@dataclass(frozen=True)
class Misread(Fact):
    """A trace that points at a personal field, as no kind should."""

    sentence = msg("Misread")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["method"] = [state.data["method"][0], "by_whom"]


@dataclass(frozen=True)
class Struck(Fact):
    """It never happened: no trace is left."""

    sentence = msg("Struck out")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["struck"] = True


def trace(state: State) -> Trace | None:
    if "struck" in state.data:
        return None
    told: Mapping[str, str] = state.data
    seq, field = state.data["method"]
    return Trace(
        category=state.category,
        cell=state.cell,
        from_at=datetime.fromisoformat(told["from_at"]),
        until_at=datetime.fromisoformat(told["until_at"]),
        method_seq=seq,
        method_field=field,
        series=told.get("series", ""),
    )


@command(msg("New shard"), act="record", form=CommandForm)
def find_broken(scene: Scene) -> Broken:
    return Broken(unit=scene.told["unit"].pk, **{name: scene.told[name] for name in BROKEN})


BROKEN = ("category", "cell", "from_at", "until_at", "method")
SHARD = Kind(
    name="shard",
    word=msg("Shard"),
    plural=msg("Shards"),
    series="shard",
    stages={"broken": Stage(msg("broken"), phase="handling")},
    rules=(Rule(Colour.ORANGE, msg("Lies there")),),
    facts=(Broken, Linked, Misread, Struck, *EVERYDAY_FACTS),
    opening=find_broken,
    commands=EVERYDAY,
    panel="pebble/panel.html",
    choices=EVERYDAY_CHOICES,
    trace=trace,
)
