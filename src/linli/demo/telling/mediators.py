"""The turns of naming who mediates and calling others in."""

from linli.demo import material
from linli.demo.county import code_of
from linli.demo.people import holding
from linli.demo.telling.partners import PARTNERS
from linli.demo.telling.teller import Teller


class Mediators(Teller):
    """Who mediates, who is in charge, who joins in."""

    def appoint(self) -> None:
        mediators: tuple[str, ...] = (self.mediator,)
        if self.scene.households > 2 and len(self.crew.mediators) > 1:
            mediators = tuple(dict.fromkeys((self.mediator, self.chance.choice(self.crew.mediators))))
        at = self.diary.soon(5, 30)
        self.steps.append(material.Appoint(at, self.crew.lead, mediators, self.say("mediators", "named")))

    def recuse(self) -> None:
        others = [each for each in (*self.crew.mediators, self.crew.lead) if each != self.mediator]
        text = self.say("mediators", "recused")
        self.steps.append(material.Recuse(self.diary.soon(20, 90), self.mediator, self.mediator, text))
        self.mediator = others[0]
        named = self.say("mediators", "named")
        self.steps.append(material.Appoint(self.diary.soon(10, 60), self.crew.lead, (self.mediator,), named))

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
                self.steps.append(material.Opine(at, by, code, self.say("joint", name)))
