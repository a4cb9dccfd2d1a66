"""What a URL may ask of the lists of matters: one listing, read from it and written back to it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Self
from urllib.parse import urlencode

from linli.colours.colour import Colour
from linli.ground.clock import can_be_meant
from linli.matters.access import PERSONAL
from linli.matters.kind import PHASES, kinds
from linli.place.models import Cell, Unit
from linli.policy.office import coded
from linli.staff.models import User

SIZES = (20, 50, 100)
SORTS = {
    "colour": "colour",
    "due": "due_at",
    "opened": "opened_at",
    "touched": "touched_at",
    "number": "number",
    "recorded": "id",
}
STATES = ("open", "closed", "all")
WHOSE = ("mine", "unit", "instructed")
TAKEN = ("no",)
AWAITING = ("yes",)
DUES = ("overdue", "hour", "hours", "today", "soon", "week", "later")
MOST = 2**63 - 1
RANKS = tuple(str(colour.rank) for colour in Colour)


@dataclass(frozen=True)
class Cursor:
    """Where a page begins: the sorted value and the id of the row beyond it."""

    value: str
    pk: int

    def __str__(self) -> str:
        return f"{self.value}~{self.pk}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises ValueError."""
        value, _, pk = text.rpartition("~")
        if not 0 < int(pk) <= MOST:
            raise ValueError(pk)
        return cls(value, int(pk))

    def fits(self, column: str) -> bool:
        """Whether it can stand in a list sorted by this column: where there are numbers, colours, or else moments."""
        if column == "colour":
            rank, _comma, due = self.value.partition(",")
            return rank in RANKS and (due == "-" or _is_moment(due))
        return column in ("number", "id") or self.value == "-" or _is_moment(self.value)


@dataclass(frozen=True)
class DutyOf:
    """A duty that somebody of the staff has from a post in a unit, by role, sign-in name and code."""

    role: str
    user: str
    unit: str

    def __str__(self) -> str:
        return f"{self.role}~{self.user}~{self.unit}"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Raises ValueError."""
        role, user, unit = text.split("~", 2)
        known = User.objects.filter(username=user).exists() and Unit.objects.filter(code=unit).exists()
        if role not in PERSONAL or not known:
            raise ValueError(text)
        return cls(role, user, unit)


@dataclass(frozen=True, kw_only=True)
class Listing:
    """One way of asking for matters, as it stands in a URL; what the URL said and nobody knows is in `ignored`."""

    kind: str = ""
    colour: tuple[str, ...] = ()
    stage: str = ""
    phase: str = ""
    taken: str = ""
    awaiting: str = ""
    category: str = ""
    unit: str = ""
    cell: str = ""
    whose: str = ""
    duty: DutyOf | None = None
    due: str = ""
    due_from: date | None = None
    due_until: date | None = None
    opened_from: date | None = None
    opened_until: date | None = None
    closed_from: date | None = None
    closed_until: date | None = None
    q: str = ""
    state: str = "open"
    sort: str = ""
    size: int = SIZES[1]
    after: Cursor | None = None
    before: Cursor | None = None
    ignored: tuple[str, ...] = ()

    def pairs(self) -> list[tuple[str, str]]:
        """What this asks for beyond the ordinary, as it is written in a URL."""
        return [
            (field.name, str(value))
            for field in fields(self)
            if field.name != "ignored" and (told := getattr(self, field.name)) != field.default
            for value in (told if isinstance(told, tuple) else (told,))
        ]

    def query(self, **changes: Any) -> str:
        """The query string with these changes; a changed filter begins again at the first page."""
        return _query_of(self, changes) if changes or self.q else _query(self)

    @property
    def order(self) -> str:
        return self.sort or ("colour" if self.state == "open" else "-recorded" if self.q else "-touched")


@lru_cache(maxsize=1024)
def _query(listing: Listing) -> str:
    """Pages lead to the same few dozen listings over and over; words that somebody looked for are not kept."""
    return _query_of(listing, {})


def _query_of(listing: Listing, changes: Mapping[str, Any]) -> str:
    cleared: dict[str, Any] = {"after": None, "before": None, **changes}
    return urlencode(replace(listing, **cleared).pairs())


def read_listing(asked: Mapping[str, Sequence[str]]) -> Listing:
    """A listing from the lists of values of a URL; whatever nobody knows is left out and remembered."""
    told: dict[str, Any] = {}
    ignored: list[str] = []
    for name, values in asked.items():
        values = [value.strip() for value in values if value.strip()]
        try:
            if values:
                told[name] = _READ[name](values)
        except (KeyError, ValueError):
            ignored.append(f"{name}={'|'.join(values)}"[:80])
    column = SORTS[Listing(**told).order.lstrip("-")]
    for name in ("after", "before"):
        if name in told and not told[name].fits(column):
            ignored.append(f"{name}={told.pop(name)}"[:80])
    return Listing(**told, ignored=tuple(ignored))


def _one_of(choices: Sequence[Any]) -> Any:
    def read(values: list[str]) -> Any:
        value = type(choices[0])(values[-1])
        if value not in choices:
            raise ValueError(value)
        return value

    return read


def _known_kind(values: list[str]) -> str:
    return str(_one_of([kind.name for kind in kinds()] or [""])(values))


def _known_stage(values: list[str]) -> str:
    return str(_one_of([stage for kind in kinds() for stage in kind.stages] or [""])(values))


def _colours(values: list[str]) -> tuple[str, ...]:
    return tuple(colour.value for colour in sorted({Colour(value) for value in values}, key=lambda one: one.rank))


def _known_code(is_known: Callable[[str], bool]) -> Any:
    """A code as typed or as a look-up wrote it: the part in brackets at the end, if there is one."""

    def read(values: list[str]) -> str:
        code = values[-1].rpartition("(")[2].rstrip(")") if values[-1].endswith(")") else values[-1]
        if not is_known(code):
            raise ValueError(code)
        return code

    return read


def _day(values: list[str]) -> date:
    return _near(date.fromisoformat(values[-1]))


def _near(on: date) -> date:
    if not can_be_meant(on):
        raise ValueError(on)
    return on


def _is_moment(text: str) -> bool:
    try:
        moment = datetime.fromisoformat(text)
        return _near(moment.date()) is not None and moment.tzinfo is not None
    except ValueError:
        return False


def _duty(values: list[str]) -> DutyOf:
    return DutyOf.parse(values[-1])


def _edge(values: list[str]) -> Cursor:
    return Cursor.parse(values[-1])


_READ: dict[str, Any] = {
    "kind": _known_kind,
    "colour": _colours,
    "stage": _known_stage,
    "phase": _one_of(PHASES),
    "taken": _one_of(TAKEN),
    "awaiting": _one_of(AWAITING),
    "category": _known_code(lambda code: bool(coded(code))),
    "unit": _known_code(lambda code: Unit.objects.filter(code=code).exists()),
    "cell": _known_code(lambda code: Cell.objects.filter(code=code).exists()),
    "whose": _one_of(WHOSE),
    "duty": _duty,
    "due": _one_of(DUES),
    "due_from": _day,
    "due_until": _day,
    "opened_from": _day,
    "opened_until": _day,
    "closed_from": _day,
    "closed_until": _day,
    "q": lambda values: values[-1][:60],
    "state": _one_of(STATES),
    "sort": _one_of([*SORTS, *(f"-{name}" for name in SORTS)]),
    "size": _one_of(SIZES),
    "after": _edge,
    "before": _edge,
}
