"""One path, how often it is taken and which stories suit it."""

from dataclasses import dataclass

from linli.demo.courses.turns import Tell
from linli.demo.drawing import Fits


@dataclass(frozen=True)
class Course:
    """A path, how many disputes take it, how many days ago they were opened, and which stories suit it."""

    name: str
    tell: Tell
    count: int
    ages: tuple[int, int]
    fits: Fits
    origin: str = ""
    newest: bool = False
    """Opened this morning, and told up to the present moment."""
