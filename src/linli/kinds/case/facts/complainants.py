"""Who reported the incident, in this matter only: each an entry of its own, so that it is opened alone."""

from dataclasses import dataclass
from typing import ClassVar

from linli.ground.text import msg
from linli.matters.facts import Fact, Personal, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class ComplainantAdded(Fact):
    """Somebody who reported it or suffered from it; may be left out altogether."""

    sentence = msg("Complainant no. {number}: {name}")
    masked: ClassVar = {"name": "name", "phone": "phone", "address": "rest"}
    number: int
    name: Personal = ""
    phone: Personal = ""
    address: Personal = ""

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["complainants"].append({"number": self.number, "seq": stamp.seq})
