"""One invented request being told: each method adds the steps of one turn in its course."""

import random
from datetime import datetime, timedelta
from typing import Any

from linli.demo.cases.case import Step
from linli.demo.county import code_of
from linli.demo.diary import Diary
from linli.demo.hours import newest_moment
from linli.demo.phrases import draw
from linli.demo.requests.asked import Asked
from linli.demo.requests.office import Office
from linli.demo.requests.request import COUNTER
from linli.demo.shelf import HERE, texts

CONTENT = ("very_satisfied", "satisfied", "satisfied", "basically")
AT_WINDOW, PRINTING = "window", timedelta(seconds=40)
DISCONTENT = ("dissatisfied", "very_dissatisfied")
REASONS = ("not_done", "half_done", "not_lasting", "too_slow", "explanation", "attitude")
RESULTS = ("resolved",) * 8 + ("explained",) * 2 + ("referred", "outside_remit", "repeat")


class Errand:
    """Steps in order, with the pointer of the diary."""

    def __init__(self, asked: Asked, *, office: Office, diary: Diary, chance: random.Random) -> None:
        self.asked, self.office, self.diary, self.chance = asked, office, diary, chance
        self.steps: list[Step] = []
        self.sequels: list[tuple[str, Step]] = []
        self.unit = asked.community.name if asked.wish.to == "community" else asked.wish.to
        self.worker = chance.choice(office.workers_of(self.unit))

    def begin(self) -> None:
        """Accepted, dispatched, signed for, and whoever asked was called."""
        self.accept()
        self.dispatch()
        self.sign()
        self.contact()

    def accept(self, **told: Any) -> None:
        self.add(self.diary.soon(15, 90), self.office.clerk, "accept", **told)
        if self.asked.channel == AT_WINDOW and self.asked.wants_reply:
            self.paper("acceptance_receipt", by=self.office.clerk)

    def dispatch(self, unit: str = "", *, verb: str = "dispatch") -> None:
        """To the unit in charge, or to another one."""
        if unit:
            self.unit, self.worker = unit, self.chance.choice(self.office.workers_of(unit))
        told = {"to_unit": code_of(self.unit), "why": self.say("why")}
        if self.asked.confidential:
            told["task"] = self.say("task")
        self.add(self.diary.soon(10, 60), self.office.clerk, verb, **told)

    def sign(self) -> None:
        self.add(self.diary.soon(15, 90), self.worker, "sign")

    def contact(self) -> None:
        if not (self.asked.anonymous or self.asked.confidential):
            way = self.chance.choice(("phone", "phone", "visit", "message"))
            self.add(self.diary.soon(15, 90), self.worker, "contact", contact_way=way, note=self.say("contact"))

    def progress(self, *, low: int = 0, high: int = 1) -> None:
        self.add(self.diary.later(low, high), self.worker, "progress", text=self.say("progress"))

    def reply(self, *, low: int = 1, high: int = 2, result: str = "") -> None:
        wish, result = self.asked.wish, result or self.chance.choice(RESULTS)
        done = result == "resolved"
        text, measures = (self.fill(wish.answer), self.fill(wish.measures)) if done else (self.say(result), "")
        told = {"text": text, "measures": measures or self.say("looked_into"), "result": result}
        self.add(self.diary.later(low, high), self.worker, "reply", **told)

    def answered(self, *, content: bool = True) -> None:
        """By the resident at the counter, or asked by the desk: at most once for each reply."""
        solved = (
            self.chance.choice(("yes", "yes", "yes", "partly")) if content else self.chance.choice(("no", "partly"))
        )
        told: dict[str, Any] = {
            "solved": solved,
            "satisfaction": self.chance.choice(CONTENT if content else DISCONTENT),
        }
        if not content:
            told["reason"] = self.chance.choice(REASONS)
        if self.asked.anonymous or self.chance.random() < 0.4:
            self.resident("rate", **told)
        else:
            self.add(self.diary.later(0, 1), self.office.clerk, "call_back", contacted="yes", **told)

    def again(self) -> None:
        """Done again by the one who replied."""
        self.progress(low=1, high=1)
        self.reply(low=1, high=1, result="resolved")

    def resident(self, verb: str, **told: Any) -> None:
        """Said at the counter at any hour, within a day or two."""
        self.add(self.diary.soon(90, 2000), COUNTER, verb, **told)

    def desk(self, verb: str, **told: Any) -> None:
        self.add(self.diary.soon(15, 90), self.office.clerk, verb, **told)

    def led(self, verb: str, **told: Any) -> None:
        self.add(self.diary.soon(15, 90), self.office.lead, verb, **told)

    def says(self, verb: str, **told: Any) -> None:
        """The one who handles it says something soon."""
        self.add(self.diary.soon(15, 90), self.worker, verb, **told)

    def this_morning(self) -> None:
        """On to this morning, or to the last afternoon that was worked."""
        self.diary.to(newest_moment(self.diary.present, chance=self.chance) - timedelta(minutes=10))

    def paper(self, form: str, *, by: str) -> None:
        """On the heels of the step before, if that is not already the last moment told of."""
        at = self.steps[-1].at + PRINTING
        if at < self.diary.end:
            self.add(at, by, "issue_paper", form=form)

    def say(self, name: str) -> str:
        found = texts(HERE / "requests" / "steps.toml")[name]
        return self.fill(found if isinstance(found, str) else self.chance.choice(found))

    def fill(self, text: str) -> str:
        return draw(text, chance=self.chance).format_map(self.asked.slots)

    def add(self, at: datetime, by: str, verb: str, **told: Any) -> None:
        self.steps.append(Step(at, by, verb, told))
