"""Who stands on which side, in this matter only: each party an entry of its own, so that it is opened alone."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.matters.facts import Fact, Narrative, Personal, Plain, Stamp
from linli.matters.state import State

MASKED = {"name": "name", "phone": "phone", "address": "rest"}


@dataclass(frozen=True)
class PartyAdded(Fact):
    """A party, an agent or a representative; an agent acts for a numbered party, or (0) for the whole side.

    `unasked`: the side had agreed to mediation before this party joined it, so it is to be asked again.
    """

    sentence = msg("{side}, {party_role} no. {number}: {name}")
    masked = MASKED
    number: int
    side: Plain
    party_sort: Plain
    party_role: Plain
    name: Personal
    phone: Personal = ""
    address: Personal = ""
    acts_for: int = 0
    powers: Plain = ""
    relation: Narrative = ""
    unasked: bool = False

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["parties"].append(
            {
                "number": self.number,
                "seqs": [stamp.seq],
                "side": self.side,
                "sort": self.party_sort,
                "role": self.party_role,
                "acts_for": self.acts_for,
                "powers": self.powers,
                "gone": False,
            }
        )
        if self.unasked:
            state.data["consents"][self.side].setdefault("unasked", []).append(self.number)
