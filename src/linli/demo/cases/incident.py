"""What can happen in the invented streets, by category."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from linli.demo.shelf import HERE, texts

ADMINISTRATIVE = frozenset(
    (
        *("beating", "minor-theft", "minor-fraud", "minor-damage", "gambling", "disorder"),
        *("threats", "trespass", "fireworks", "dogs", "noise"),
    )
)
BEFORE_DAWN = 5


@dataclass(frozen=True)
class Incident:
    """A pattern of cases of one category; its texts hold [choices] and {slots}."""

    category: str
    title: str
    story: str
    method: str
    place: str
    hours: tuple[int, int]
    lasts: tuple[int, int]
    loss: tuple[int, int] | None
    by: str
    source: str
    weight: int

    @property
    def criminal(self) -> bool:
        return self.category not in ADMINISTRATIVE


Fits = Callable[[Incident], bool]


@cache
def incidents() -> tuple[Incident, ...]:
    """Every pattern of every category."""
    return tuple(incident_of(row) for row in texts(HERE / "cases" / "incidents.toml")["incident"])


def incident_of(row: dict[str, Any]) -> Incident:
    loss = row.get("loss")
    return Incident(
        category=row["category"],
        title=row["title"],
        story=row["story"],
        method=row["method"],
        place=row["place"],
        hours=(row["hours"][0], row["hours"][1]),
        lasts=(row["lasts"][0], row["lasts"][1]),
        loss=(loss[0], loss[1]) if loss else None,
        by=row.get("by", "person"),
        source=row.get("source", ""),
        weight=row.get("weight", 1),
    )


def any_incident(incident: Incident) -> bool:
    return bool(incident.title)


def criminal(incident: Incident) -> bool:
    return incident.criminal


def administrative(incident: Incident) -> bool:
    return not incident.criminal


def before_dawn(incident: Incident) -> bool:
    """Over by the morning, when it is reported."""
    return incident.hours[1] <= BEFORE_DAWN


def damaged(incident: Incident) -> bool:
    return incident.category == "minor-damage"
