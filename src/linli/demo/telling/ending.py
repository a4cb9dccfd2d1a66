"""The turns that end a dispute, and bring it back."""

from linli.demo import material
from linli.demo.phrases import has
from linli.demo.telling.teller import Teller

SATISFACTION = ("very_satisfied", "satisfied", "satisfied", "satisfied", "basically_satisfied")


class Ending(Teller):
    """Visited, closed, opened again, handed over, ended without a settlement."""

    def visit(self, satisfaction: str = "", *, low: int = 3, high: int = 20) -> None:
        satisfaction = satisfaction or self.chance.choice(SATISFACTION)
        at = self.diary.later(low, high)
        self.steps.append(material.Visit(at, self.mediator, satisfaction, self.say("visits", satisfaction)))

    def close(self, name: str = "text", *, low: int = 0, high: int = 4) -> None:
        at = self.diary.later(low, high)
        self.steps.append(material.Close(at, self.mediator, self.say("closed", name)))

    def reopen(self) -> None:
        at = self.diary.later(0, 3)
        self.steps.append(material.Reopen(at, self.crew.lead, self.say("reopened", "text")))

    def convert(self, sign: str) -> None:
        """Handed to the police, who have it from then on as a case."""
        title = f"{self.scene.title}{self.say('converted', f'{sign}_title')}"
        text, why = (self.say("converted", f"{sign}_{name}") for name in ("text", "why"))
        self.steps.append(material.Convert(self.diary.later(0, 2), self.crew.lead, sign, title, text, why))

    def terminate(self, reason: str) -> None:
        category = self.scene.story.category
        ways = self.say("ways", category if has("ways", category) else "other")
        at = self.diary.later(0, 3)
        self.steps.append(material.Terminate(at, self.mediator, reason, self.say("terminated", reason), ways))
