"""The steps of an agreement: written down, kept, confirmed by the court."""

from dataclasses import dataclass
from datetime import date

from linli.demo.material.step import Step


@dataclass(frozen=True)
class Instalment:
    """One thing to be done by a day; amount in yuan, 0 when it is an act."""

    number: int
    amount: int
    due_on: date
    what: str


@dataclass(frozen=True)
class Agree(Step):
    """Form: written or oral."""

    form: str
    terms: tuple[str, ...]
    instalments: tuple[Instalment, ...]


@dataclass(frozen=True)
class Perform(Step):
    """An instalment, by its number, was kept."""

    number: int
    text: str


@dataclass(frozen=True)
class Default(Step):
    """An instalment, by its number, was not kept."""

    number: int
    text: str


@dataclass(frozen=True)
class ApplyForConfirmation(Step):
    """Both sides ask the court to confirm the agreement."""

    text: str


@dataclass(frozen=True)
class Confirmed(Step):
    """The court confirmed."""

    text: str
