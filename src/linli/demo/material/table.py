"""The steps at the mediation table, and of its clock."""

from dataclasses import dataclass
from datetime import datetime

from linli.demo.material.step import Step


@dataclass(frozen=True)
class Meet(Step):
    """A session; outcome: continued, agreed or failed. Undisputed facts and concessions are kept apart."""

    ends_at: datetime
    place: str
    present: str
    record: str
    outcome: str
    undisputed: str
    concession: str

    @property
    def told_at(self) -> datetime:
        return self.ends_at


@dataclass(frozen=True)
class Pause(Step):
    """The clock stops for an expert appraisal."""

    text: str


@dataclass(frozen=True)
class Resume(Step):
    """The appraisal is there; the clock goes on."""

    text: str


@dataclass(frozen=True)
class Extend(Step):
    """More time, both sides agreeing."""

    days: int
    text: str
