"""What became of the papers that a court had handed over."""

from dataclasses import dataclass
from datetime import date

from linli.ground.text import msg
from linli.matters.facts import Fact, Narrative, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class PapersReturned(Fact):
    """The commission did not lead to a settlement, and its papers went back to the court."""

    sentence = msg("The papers went back to the court on {returned_on}")
    returned_on: date
    note: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["papers_returned_on"] = self.returned_on.isoformat()
