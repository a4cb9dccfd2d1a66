"""An invented dispute being told, with every turn that its course can take."""

from linli.demo.telling.agreement import Agreement
from linli.demo.telling.ending import Ending
from linli.demo.telling.intake import Intake
from linli.demo.telling.mediators import Mediators
from linli.demo.telling.performance import Performance
from linli.demo.telling.table import Table


class Telling(Intake, Mediators, Table, Agreement, Performance, Ending):
    """Every turn, and the usual beginning."""

    def begin(self, sign: str = "calm") -> None:
        """Assessed, accepted, both sides willing, mediators named; now and then one withdraws."""
        self.assess(sign)
        self.accept()
        self.consent()
        self.appoint()
        if self.chance.random() < 0.03:
            self.recuse()
