"""A whole invented case, planned: how it was accepted, and what is said to it when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from linli.demo.cases.happening import Happening


@dataclass(frozen=True)
class Step:
    """A verb said at a moment (UTC) by a username; users, units and other matters are told by their names."""

    at: datetime
    by: str
    verb: str
    told: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """One case from the call to where it stands today; `series` is the planted one it belongs to, if any."""

    happening: Happening
    unit_code: str
    opened_at: datetime
    opened_by: str
    course: str
    steps: tuple[Step, ...]
    series: str = ""

    @property
    def title(self) -> str:
        return self.happening.title


@dataclass(frozen=True)
class Sequel:
    """What is said to the matter that another one, found by its title, goes on as."""

    title: str
    of_kind: str
    kind: str
    steps: tuple[Step, ...]
