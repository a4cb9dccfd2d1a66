"""The turns after the agreement: kept or not, confirmed by the court."""

from linli.demo import material
from linli.demo.telling.teller import Teller


class Performance(Teller):
    """What became of each instalment."""

    def perform(self, number: int) -> None:
        """Kept on its day or shortly before; on the spot when it is due at once."""
        each = self.instalments[number - 1]
        name = "paid" if each.amount else "done"
        at = self.diary.by(each.due_on) if each.due_on > self.diary.on else self.diary.soon(10, 40)
        self.steps.append(material.Perform(at, self.mediator, number, self.say("performed", name)))

    def default(self, number: int) -> None:
        at = self.diary.ago(3, 12)
        self.steps.append(material.Default(at, self.mediator, number, self.say("performed", "defaulted")))

    def urge(self) -> None:
        at = self.diary.later(0, 1)
        self.steps.append(material.Note(at, self.mediator, self.say("performed", "urged")))

    def apply(self) -> None:
        at = self.diary.later(1, 6)
        self.steps.append(material.ApplyForConfirmation(at, self.mediator, self.say("confirmation", "applied")))

    def confirmed(self) -> None:
        at = self.diary.later(5, 15)
        self.steps.append(material.Confirmed(at, self.mediator, self.say("confirmation", "confirmed")))
