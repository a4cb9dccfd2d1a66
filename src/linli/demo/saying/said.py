"""What a step is put into: the verb, who says it, and what it is told."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from linli.demo import material
from linli.matters.state import State
from linli.place.models import Cell, Unit
from linli.staff.models import User

Told = dict[str, Any]
Name = tuple[str, str]
"""The kind and the title of an invented matter."""


@dataclass(frozen=True)
class Known:
    """The rows that told values point to."""

    units: Mapping[str, Unit]
    cells: Mapping[str, Cell]
    users: Mapping[str, User]
    numbers: dict[Name, str] = field(default_factory=dict)
    """The numbers drawn so far, by kind and title."""


@dataclass(frozen=True)
class Said:
    """One command said by one user: the verb and what it was told."""

    verb: str
    by: str
    told: Told


Saying = Callable[[Any, material.Plan, State, Known], Iterator[tuple[str, Told]]]
