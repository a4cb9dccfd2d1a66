"""The turns at the mediation table, and of its clock."""

from linli.demo import material
from linli.demo.telling.teller import Teller


class Table(Teller):
    """Sessions, notes, and the clock."""

    def meet(self, outcome: str, *, record: str = "") -> None:
        at = self.diary.later(*self.pace)
        ends_at = self.diary.soon(40, 110)
        self.steps.append(
            material.Meet(
                at,
                self.mediator,
                ends_at=ends_at,
                place=self.say("sessions", "places"),
                present=f"{self.scene.slots['a']}、{self.scene.slots['b']}，调解员，{self.scene.community.name}网格员",
                record=self.say("sessions", record or outcome),
                outcome=outcome,
                undisputed=self._perhaps("undisputed"),
                concession=self._perhaps("concession"),
            )
        )

    def note(self, name: str = "hold") -> None:
        at = self.diary.soon(10, 60)
        self.steps.append(material.Note(at, self.mediator, self.say("notes", name)))

    def pause(self) -> None:
        at = self.diary.soon(15, 60)
        self.steps.append(material.Pause(at, self.mediator, self.say("paused", "appraisal")))

    def resume(self) -> None:
        at = self.diary.later(9, 14)
        self.steps.append(material.Resume(at, self.mediator, self.say("resumed", "appraisal")))

    def extend(self, low: int, high: int) -> None:
        at = self.diary.after_opening(low, high)
        self.steps.append(material.Extend(at, self.mediator, 30, self.say("extended", "text")))

    def _perhaps(self, name: str) -> str:
        return self.say("sessions", name) if self.chance.random() < 0.6 else ""
