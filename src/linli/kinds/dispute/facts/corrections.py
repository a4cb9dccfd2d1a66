"""What was put right about a party, and who left the matter."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.kinds.dispute import course
from linli.kinds.dispute.facts.parties import MASKED
from linli.matters.facts import Fact, Narrative, Personal, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class PartyCorrected(Fact):
    """What was wrong about a party was told anew; a blank field stays as it was."""

    sentence = msg("Details of party no. {number} put right")
    masked = MASKED
    number: int
    name: Personal = ""
    phone: Personal = ""
    address: Personal = ""
    why: Narrative = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        if row := course.party(state, self.number):
            row["seqs"].append(stamp.seq)


@dataclass(frozen=True)
class PartyRemoved(Fact):
    """A party left the matter; the entries stay."""

    sentence = msg("Party no. {number} taken out")
    number: int
    why: Narrative

    def apply(self, state: State, stamp: Stamp) -> None:
        if row := course.party(state, self.number):
            row["gone"] = True
        course.begin_if_ready(state)
