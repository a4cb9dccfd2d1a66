"""The turns up to the consent of the sides."""

from linli.demo import material
from linli.demo.telling.teller import Teller

SIGNS = {
    "calm": (),
    "lifted": (),
    "threat": ("violence_threatened",),
    "blows": ("weapon_at_hand", "came_to_blows"),
    "self": ("self_harm_spoken",),
    "police": ("came_to_blows", "police_called_again"),
}


class Intake(Teller):
    """The window and the danger check."""

    def assess(self, sign: str) -> None:
        answers = tuple((key, key in SIGNS[sign]) for key in material.DANGERS)
        text = self.say("danger", sign)
        self.steps.append(material.Assess(self.diary.soon(6, 25), self.crew.clerk, answers, text))

    def accept(self, low: int = 0, high: int = 2) -> None:
        at = self.diary.later(low, high) if high else self.diary.soon(5, 15)
        self.steps.append(material.Accept(at, self.crew.clerk, self.say("accepted", "text")))

    def decline(self, reason: str) -> None:
        at = self.diary.later(0, 2)
        self.steps.append(material.Decline(at, self.crew.lead, reason, self.say("declined", reason)))

    def consent(self, sides: str = "ab", *, agrees: bool = True) -> None:
        for side in sides:
            text = self.say("consent", "agreed" if agrees else "refused")
            self.steps.append(material.Consent(self.diary.soon(4, 18), self.crew.clerk, side, agrees, text))
