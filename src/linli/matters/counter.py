"""How residents reach a kind at the public counter: what they fill in, and what they are told of its course."""

from collections.abc import Callable
from dataclasses import dataclass

from linli.ground.text import msg
from linli.matters.command import Command
from linli.matters.state import State

PLAIN_STEPS = (msg("Handed in"), msg("Accepted"), msg("In hand"), msg("Answered"))


@dataclass(frozen=True)
class Counter:
    """The way in, in three steps, and the four plain steps in which its course is shown."""

    hand_in: Command
    """Its form holds every field of the three steps."""
    what: tuple[str, ...]
    where: tuple[str, ...]
    reach: tuple[str, ...]
    word: str
    explains: str
    progress: Callable[[State], int]
    """How many of the plain steps are behind it, from 1 to 4."""
    expected: tuple[str, ...]
    """The marks of which the first that stands is told as the expected date."""
    avoids: str = ""
    """The field that names a unit which must not take it in, nor any unit below it."""
    joins: Command | None = None
    """What somebody says instead of handing in, where a neighbour has already told the same."""
    plain_steps: tuple[str, ...] = PLAIN_STEPS
    """The words of the four, where they are others."""

    @property
    def steps(self) -> tuple[tuple[str, ...], ...]:
        return (self.what, self.where, self.reach)
