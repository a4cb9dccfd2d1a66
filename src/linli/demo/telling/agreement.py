"""The turn in which the sides agree."""

from collections.abc import Sequence
from datetime import date

from linli.demo import material
from linli.demo.phrases import phrase
from linli.demo.telling.teller import Teller


class Agreement(Teller):
    """The terms and the instalments."""

    def agree(self, form: str, *, dues: Sequence[date]) -> None:
        """The agreement, on the heels of the session that reached it; from here on nothing is hurried."""
        at = self.diary.soon(5, 30)
        self.instalments = self._instalments(dues)
        self.steps.append(material.Agree(at, self.mediator, form, self._terms(), self.instalments))
        self.diary.pressed = False

    def _instalments(self, dues: Sequence[date]) -> tuple[material.Instalment, ...]:
        money, parts = self.scene.money, len(dues)
        if not money:
            return (material.Instalment(1, 0, dues[0], self.say("agreements", "act")),)
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


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
