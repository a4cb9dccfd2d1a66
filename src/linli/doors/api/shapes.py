"""The answers of the JSON interface, as they are promised in its description."""

from datetime import datetime
from typing import Any, Literal

from ninja import Schema

Colour = Literal["red", "orange", "yellow", "green"]


class Coded(Schema):
    """A code of the office and its word."""

    code: str
    name: str


class Row(Schema):
    """One matter in a list."""

    number: str
    kind: str
    version: int
    title: str
    colour: Colour
    because: str
    stage: Coded
    phase: str
    clock: str
    category: Coded | None
    unit: Coded
    holder: str | None
    cell: str | None
    outcome: str | None
    opened_at: datetime
    touched_at: datetime
    due_at: datetime | None
    turns_at: datetime | None
    closed_at: datetime | None


class Page(Schema):
    """Rows of a list, how many there are in all, and where the next page begins."""

    total: int
    rows: list[Row]
    next: str | None
    previous: str | None


class Counts(Schema):
    """How many matters there are of each colour: the same condition as the list of the same filters."""

    total: int
    red: int
    orange: int
    yellow: int
    green: int


class Mark(Schema):
    """A moment that rules look at."""

    name: str
    word: str
    at: datetime
    provisional: bool


class Duty(Schema):
    """Who holds the matter now."""

    role: str
    unit: str
    name: str | None


class Event(Schema):
    """One entry of the timeline; personal words are masked, whoever asks."""

    seq: int
    at: datetime
    fact: str
    sentence: str
    more: list[str]
    who: str | None
    unit: str | None
    role: str | None


class Step(Schema):
    """A step that the token's post may say now."""

    name: str
    word: str


class Whole(Row):
    """One matter: its row, marks and duties, its timeline, and the steps that are open now."""

    flags: list[Coded]
    marks: list[Mark]
    duties: list[Duty]
    timeline: list[Event]
    timeline_next: int | None
    commands: list[Step]


class Asked(Schema):
    """What a step needs to be told, narrowed to what this matter allows now."""

    name: str
    word: str
    refusal: str | None
    version: int
    told: dict[str, Any]


class Done(Schema):
    """The matter as it stands after a step."""

    number: str
    kind: str
    version: int
    stage: str
    phase: str
    colour: Colour
    due_at: datetime | None
    turns_at: datetime | None
    closed_at: datetime | None


class Stage(Coded):
    phase: str
    clock: str


class Verb(Schema):
    name: str
    word: str
    hint: str
    stages: list[str]


class Kind(Schema):
    """A sort of matter: its stages, its steps and its lists of codes."""

    name: str
    word: str
    opens_with: str
    stages: list[Stage]
    commands: list[Verb]
    choices: dict[str, list[Coded]]


class Category(Coded):
    kind: str
    parent: str | None


class Unit(Coded):
    kind: str
    parent: str | None


class Units(Schema):
    rows: list[Unit]
    next: str | None


class Me(Schema):
    """What the token is, and from which post it acts."""

    title: str
    name: str
    role: str
    unit: Coded
    until_at: datetime


class Told(Schema):
    """A step: the version of the matter that was read, and the fields of its form."""

    model_config = {"extra": "forbid"}

    version: int
    told: dict[str, Any] = {}


class Opening(Schema):
    """A new matter: the fields of its form."""

    model_config = {"extra": "forbid"}

    told: dict[str, Any] = {}
