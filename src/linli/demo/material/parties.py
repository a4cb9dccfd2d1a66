"""The parties of an invented dispute, and the court that sent it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Agent:
    """Who speaks for a party, and what the paper allows."""

    name: str
    phone: str
    relation: str
    powers: str


@dataclass(frozen=True)
class Party:
    """One party of one dispute; side a asked, side b answers; sort is person or organisation."""

    side: str
    sort: str
    name: str
    phone: str
    address: str
    agent: Agent | None = None


@dataclass(frozen=True)
class Court:
    """A court's commission: before_filing, after_ordinary or after_simplified."""

    stage: str
    number: str
