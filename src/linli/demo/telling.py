"""One invented dispute being told: each method adds the steps of one turn in its course."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from linli.demo import material
from linli.demo.county import code_of
from linli.demo.diary import Diary
from linli.demo.people import holding
from linli.demo.phrases import has, phrase
from linli.demo.scene import Scene

SIGNS = {
    "calm": (),
    "lifted": (),
    "threat": ("violence_threatened",),
    "blows": ("weapon_at_hand", "came_to_blows"),
    "self": ("self_harm_spoken",),
    "police": ("came_to_blows", "police_called_again"),
}
PARTNERS = {
    "LB": "云棠县人力资源和社会保障局",
    "PM": "云棠县住房和城乡建设局",
    "HS": "云棠县人民法院诉调对接中心",
    "FL": "云棠县自然资源局",
    "EX": "云棠县自然资源局",
    "MD": "云棠县卫生健康委员会",
    "CS": "云棠县市场监督管理局",
    "TR": "云棠县公安局交通警察大队",
    "EV": "云棠县生态环境局",
    "MF": "云棠县棠邻社会工作服务中心",
    "PO": "云棠县市场监督管理局",
    "DM": "云棠县人民法院诉调对接中心",
    "CT": "云棠县人民法院诉调对接中心",
    "NB": "云棠县棠邻社会工作服务中心",
    "OT": "云棠县司法局",
}
SATISFACTION = ("very_satisfied", "satisfied", "satisfied", "satisfied", "basically_satisfied")


@dataclass(frozen=True)
class Crew:
    """The usernames that see to the disputes of one street or town."""

    clerk: str
    mediators: tuple[str, ...]
    lead: str
    leader: str = ""


class Telling:
    """Steps in order, with the pointer of the diary."""

    def __init__(
        self, scene: Scene, *, diary: Diary, crew: Crew, mediator: str, brisk: bool, chance: random.Random
    ) -> None:
        self.scene, self.diary, self.crew, self.chance = scene, diary, crew, chance
        self.mediator = mediator or chance.choice(crew.mediators)
        self.pace = (1, 3) if brisk else (2, 8)
        self.steps: list[material.Step] = []
        self.instalments: tuple[material.Instalment, ...] = ()

    def assess(self, sign: str) -> None:
        answers = tuple((key, key in SIGNS[sign]) for key in material.DANGERS)
        text = self._say("danger", sign)
        self.steps.append(material.Assess(self.diary.soon(6, 25), self.crew.clerk, answers, text))

    def accept(self, low: int = 0, high: int = 2) -> None:
        at = self.diary.later(low, high) if high else self.diary.soon(5, 15)
        self.steps.append(material.Accept(at, self.crew.clerk, self._say("accepted", "text")))

    def decline(self, reason: str) -> None:
        at = self.diary.later(0, 2)
        self.steps.append(material.Decline(at, self.crew.lead, reason, self._say("declined", reason)))

    def consent(self, sides: str = "ab", *, agrees: bool = True) -> None:
        for side in sides:
            text = self._say("consent", "agreed" if agrees else "refused")
            self.steps.append(material.Consent(self.diary.soon(4, 18), self.crew.clerk, side, agrees, text))

    def appoint(self) -> None:
        mediators: tuple[str, ...] = (self.mediator,)
        if self.scene.households > 2 and len(self.crew.mediators) > 1:
            mediators = tuple(dict.fromkeys((self.mediator, self.chance.choice(self.crew.mediators))))
        at = self.diary.soon(5, 30)
        self.steps.append(material.Appoint(at, self.crew.lead, mediators, self._say("mediators", "named")))

    def recuse(self) -> None:
        others = [each for each in (*self.crew.mediators, self.crew.lead) if each != self.mediator]
        text = self._say("mediators", "recused")
        self.steps.append(material.Recuse(self.diary.soon(20, 90), self.mediator, self.mediator, text))
        self.mediator = others[0]
        named = self._say("mediators", "named")
        self.steps.append(material.Appoint(self.diary.soon(10, 60), self.crew.lead, (self.mediator,), named))

    def begin(self, sign: str = "calm") -> None:
        """Assessed, accepted, both sides willing, mediators named; now and then one withdraws."""
        self.assess(sign)
        self.accept()
        self.consent()
        self.appoint()
        if self.chance.random() < 0.03:
            self.recuse()

    def charge(self) -> None:
        """The leader takes it in charge, where the street has one."""
        if self.crew.leader:
            at = self.diary.soon(10, 40)
            self.steps.append(material.Charge(at, self.crew.lead, self.crew.leader, self.crew.lead))

    def join(self, *, silent: str = "") -> None:
        """Joint mediation: police, justice and the department of the trade; all but the silent give an opinion."""
        boundary = self.scene.story.category == "HS" and self.scene.story.at == "rural"
        partner = PARTNERS["FL" if boundary else self.scene.story.category]
        names = list(dict.fromkeys(("云棠县公安局", "云棠县司法局", partner)))
        codes = tuple(code_of(name) for name in names)
        self.steps.append(material.Join(self.diary.soon(20, 120), self.crew.lead, codes))
        for name, code in zip(names, codes, strict=True):
            if name != silent:
                at, by = self.diary.later(0, 1), next(iter(holding("handler", unit=name)), self.crew.lead)
                self.steps.append(material.Opine(at, by, code, self._say("joint", name)))

    def meet(self, outcome: str, *, record: str = "") -> None:
        at = self.diary.later(*self.pace)
        ends_at = self.diary.soon(40, 110)
        self.steps.append(
            material.Meet(
                at,
                self.mediator,
                ends_at=ends_at,
                place=self._say("sessions", "places"),
                present=f"{self.scene.slots['a']}、{self.scene.slots['b']}，调解员，{self.scene.community.name}网格员",
                record=self._say("sessions", record or outcome),
                outcome=outcome,
                undisputed=self._perhaps("undisputed"),
                concession=self._perhaps("concession"),
            )
        )

    def note(self, name: str = "hold") -> None:
        at = self.diary.soon(10, 60)
        self.steps.append(material.Note(at, self.mediator, self._say("notes", name)))

    def agree(self, form: str, *, dues: Sequence[date]) -> None:
        """The agreement, on the heels of the session that reached it; from here on nothing is hurried."""
        at = self.diary.soon(5, 30)
        self.instalments = self._instalments(dues)
        self.steps.append(material.Agree(at, self.mediator, form, self._terms(), self.instalments))
        self.diary.pressed = False

    def perform(self, number: int) -> None:
        """Kept on its day or shortly before; on the spot when it is due at once."""
        each = self.instalments[number - 1]
        name = "paid" if each.amount else "done"
        at = self.diary.by(each.due_on) if each.due_on > self.diary.on else self.diary.soon(10, 40)
        self.steps.append(material.Perform(at, self.mediator, number, self._say("performed", name)))

    def default(self, number: int) -> None:
        at = self.diary.ago(3, 12)
        self.steps.append(material.Default(at, self.mediator, number, self._say("performed", "defaulted")))

    def urge(self) -> None:
        at = self.diary.later(0, 1)
        self.steps.append(material.Note(at, self.mediator, self._say("performed", "urged")))

    def apply(self) -> None:
        at = self.diary.later(1, 6)
        self.steps.append(material.ApplyForConfirmation(at, self.mediator, self._say("confirmation", "applied")))

    def confirmed(self) -> None:
        at = self.diary.later(5, 15)
        self.steps.append(material.Confirmed(at, self.mediator, self._say("confirmation", "confirmed")))

    def pause(self) -> None:
        at = self.diary.soon(15, 60)
        self.steps.append(material.Pause(at, self.mediator, self._say("paused", "appraisal")))

    def resume(self) -> None:
        at = self.diary.later(9, 14)
        self.steps.append(material.Resume(at, self.mediator, self._say("resumed", "appraisal")))

    def extend(self, low: int, high: int) -> None:
        at = self.diary.after_opening(low, high)
        self.steps.append(material.Extend(at, self.mediator, 30, self._say("extended", "text")))

    def visit(self, satisfaction: str = "", *, low: int = 3, high: int = 20) -> None:
        satisfaction = satisfaction or self.chance.choice(SATISFACTION)
        at = self.diary.later(low, high)
        self.steps.append(material.Visit(at, self.mediator, satisfaction, self._say("visits", satisfaction)))

    def close(self, name: str = "text", *, low: int = 0, high: int = 4) -> None:
        at = self.diary.later(low, high)
        self.steps.append(material.Close(at, self.mediator, self._say("closed", name)))

    def reopen(self) -> None:
        at = self.diary.later(0, 3)
        self.steps.append(material.Reopen(at, self.crew.lead, self._say("reopened", "text")))

    def terminate(self, reason: str) -> None:
        category = self.scene.story.category
        ways = self._say("ways", category if has("ways", category) else "other")
        at = self.diary.later(0, 3)
        self.steps.append(material.Terminate(at, self.mediator, reason, self._say("terminated", reason), ways))

    def _perhaps(self, name: str) -> str:
        return self._say("sessions", name) if self.chance.random() < 0.6 else ""

    def _say(self, shelf: str, name: str) -> str:
        return phrase(shelf, name, chance=self.chance, slots=self.scene.slots)

    def _instalments(self, dues: Sequence[date]) -> tuple[material.Instalment, ...]:
        money, parts = self.scene.money, len(dues)
        if not money:
            return (material.Instalment(1, 0, dues[0], self._say("agreements", "act")),)
        share = money // parts // 10 * 10
        amounts = [share] * (parts - 1) + [money - share * (parts - 1)]
        what = self.scene.story.purpose
        return tuple(
            material.Instalment(number, amount, due_on, what)
            for number, (amount, due_on) in enumerate(zip(amounts, dues, strict=True), start=1)
        )

    def _terms(self) -> tuple[str, ...]:
        slots = {**self.scene.slots, "parts": str(len(self.instalments)), "day": _day(self.instalments[-1].due_on)}
        name = "pay_once" if len(self.instalments) == 1 else "pay_parts"
        pay = [phrase("agreements", name, chance=self.chance, slots=slots)] if self.scene.money else []
        acts = [term.format_map(slots) for term in self.scene.story.terms]
        return (*pay, *acts, phrase("agreements", "last", chance=self.chance, slots=slots))


def in_days(start: date, *, first: int, every: int, parts: int) -> list[date]:
    """Due days at even distances."""
    return [start + timedelta(days=first + every * part) for part in range(parts)]


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
