"""One invented case being told: each method adds the steps of one turn in its course."""

import random
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from linli.demo.cases.case import Step
from linli.demo.cases.station import Station
from linli.demo.diary import Diary
from linli.demo.phrases import draw
from linli.demo.shelf import HERE, texts
from linli.ground.clock import day_of

GROUNDS = {
    "solvable": ("clear_lead", "traces", "witness", "goods_found"),
    "not_yet": ("no_lead", "no_lead", "like_others", "needs_others"),
    "first_results": ("part_cleared", "goods_found", "witness"),
}


class Docket:
    """Steps in order, with the pointer of the diary."""

    def __init__(
        self, slots: Mapping[str, str], *, station: Station, officer: str, diary: Diary, chance: random.Random
    ) -> None:
        self.slots, self.station, self.officer = slots, station, officer
        self.diary, self.chance = diary, chance
        self.criminal = True
        self.solved_on: date | None = None
        self.steps: list[Step] = []

    def begin(self, found: str = "solvable") -> None:
        """Assessed, put into somebody's hands, filed."""
        self.assess(found)
        self.assign()
        at = self.diary.later(0, 2)
        self.add(at, self.officer, "file", document=self.say("filed", "document"), filed_on=day_of(at))

    def assess(self, found: str) -> None:
        ground = self.chance.choice(GROUNDS[found])
        told = {"assessment": found, "assessment_ground": ground, "next_action": self.say("next", found)}
        self.add(self.diary.soon(25, 120), self.officer, "assess", **told)

    def assign(self) -> None:
        named = {"leader": self.station.leader, "team_lead": self.station.team_lead, "officer": self.officer}
        told = {role: username for role, username in named.items() if username}
        self.add(self.diary.soon(10, 60), self.station.leader, "assign", **told)

    def progress(self, *, first: bool = False, low: int = 0, high: int = 2) -> None:
        at = self.diary.later(low, high) if high else self.diary.soon(10, 60)
        text = self.say("progress", "first" if first else "work")
        self.add(at, self.officer, "progress", text=text, first_results=first)

    def report(self, result: str, *, on: date | None = None) -> None:
        """What came of it; when solved, on the day by which statistics count it."""
        at = self.diary.since(on) if on else self.diary.later(1, 4)
        told: dict[str, Any] = {"result": result, "report": self.say("reported", result)}
        if result == "solved":
            told["solved_on"] = on or day_of(at)
        if result == "transferred":
            told["to_whom"] = self.say("to", result)
        self.add(at, self.officer, "report_result", **told)

    def approve(self, *, note: str = "note") -> None:
        at = self.diary.later(0, 2)
        self.add(at, self.station.leader, "approve_result", note=self.say("approved", note))

    def close_as(self, result: str, *, on: date | None = None) -> None:
        self.report(result, on=on)
        self.approve()

    def decline(self, reason: str) -> None:
        told = {"decline_reason": reason, "told": self.say("declined", reason)}
        self.add(self.diary.later(0, 3), self.station.leader, "decline_filing", **told)

    def led(self, verb: str, **told: Any) -> None:
        """The leader says something soon."""
        self.add(self.diary.soon(30, 150), self.station.leader, verb, **told)

    def officer_says(self, verb: str, **told: Any) -> None:
        self.add(self.diary.soon(10, 60), self.officer, verb, **told)

    def say(self, shelf: str, name: str) -> str:
        found = texts(HERE / "cases" / "steps.toml")[shelf][name]
        text = found if isinstance(found, str) else self.chance.choice(found)
        return draw(text, chance=self.chance).format_map(self.slots)

    def add(self, at: datetime, by: str, verb: str, **told: Any) -> None:
        self.steps.append(Step(at, by, verb, told))
