"""The steps of naming who mediates, and of calling others in."""

from dataclasses import dataclass

from linli.demo.material.step import Step


@dataclass(frozen=True)
class Appoint(Step):
    """Name the mediators (usernames), or change them."""

    mediators: tuple[str, ...]
    text: str


@dataclass(frozen=True)
class Charge(Step):
    """The leader in charge and the head of the team (usernames)."""

    leader: str
    head: str


@dataclass(frozen=True)
class Recuse(Step):
    mediator: str
    text: str


@dataclass(frozen=True)
class Join(Step):
    """Call units (codes) into joint mediation."""

    units: tuple[str, ...]


@dataclass(frozen=True)
class Opine(Step):
    """A joint member's opinion."""

    unit: str
    text: str
