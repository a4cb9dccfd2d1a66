"""A whole invented dispute, planned."""

from dataclasses import dataclass
from datetime import datetime

from linli.demo.material.agreement import Agree
from linli.demo.material.ending import Convert, Reopen, Terminate
from linli.demo.material.intake import Accept, Assess
from linli.demo.material.parties import Court, Party
from linli.demo.material.step import Step


@dataclass(frozen=True)
class Plan:
    """One dispute from its first word to where it stands today; lead is its class, course the path it takes."""

    title: str
    facts: str
    category: str
    lead: str
    origin: str
    channel: str
    court: Court | None
    unit_code: str
    community_code: str
    grid_code: str
    opened_at: datetime
    opened_by: str
    parties: tuple[Party, ...]
    households: int
    course: str
    steps: tuple[Step, ...]

    @property
    def accepted(self) -> bool:
        """Taken on for mediation."""
        return any(isinstance(step, Accept) for step in self.steps)

    @property
    def settled(self) -> bool:
        """An agreement was reached, and it stands: the matter was neither opened again nor ended without one."""
        stands = False
        for step in self.steps:
            stands = isinstance(step, Agree) or (stands and not isinstance(step, Reopen | Terminate))
        return stands

    @property
    def dangerous(self) -> bool:
        """The last danger check said yes, and it is not in the hands of the police as a case."""
        checks = [step.danger for step in self.steps if isinstance(step, Assess)]
        return bool(checks) and checks[-1] and not self.handed_over

    @property
    def handed_over(self) -> bool:
        """It goes on as a case."""
        return any(isinstance(step, Convert) for step in self.steps)
