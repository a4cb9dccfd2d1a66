"""A neighbour who has the same says so: a number, and nobody behind it."""

from dataclasses import dataclass

from linli.ground.text import msg
from linli.matters.facts import Fact, Stamp
from linli.matters.state import State


@dataclass(frozen=True)
class JoinedIn(Fact):
    """Said at the counter, without a word, a name or a number; it makes nobody a reporter."""

    sentence = msg("A neighbour said that they have it too")

    def apply(self, state: State, stamp: Stamp) -> None:
        state.data["joined_in"] = (state.data.get("joined_in") or 0) + 1
