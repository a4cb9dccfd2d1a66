"""A whole invented request, planned: how it was handed in, and what is said to it when."""

from dataclasses import dataclass
from datetime import datetime

from linli.demo.cases.case import Step
from linli.demo.requests.asked import Asked

COUNTER = "counter"


@dataclass(frozen=True)
class Request:
    """One request from the first word to where it stands today; told by its key, for titles are not its own."""

    key: str
    asked: Asked
    unit_code: str
    opened_at: datetime
    opened_by: str
    course: str
    steps: tuple[Step, ...]
    sequels: tuple[tuple[str, Step], ...] = ()
    """What is said to the matter that it is tied to in that way."""

    @property
    def at_counter(self) -> bool:
        return self.opened_by == COUNTER
