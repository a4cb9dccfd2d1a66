"""The filters of the list as people see them: choices, chips of what is active, sorted columns."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, NamedTuple
from urllib.parse import quote

from django.urls import get_script_prefix, reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from linli.colours.colour import Colour
from linli.doors.desk.holders import DUTIES
from linli.doors.desk.phrases import left, phase_words, since
from linli.doors.desk.placing import cell_named, unit_named
from linli.ground.text import msg
from linli.matters.asking import DutyOf, Listing
from linli.matters.kind import kind_named, kinds
from linli.matters.lateness import is_late
from linli.matters.listed import Listed, UnitNamed
from linli.matters.models import Matter
from linli.place.models import Unit
from linli.policy.models import Category
from linli.policy.office import Office, coded
from linli.staff.models import User

WHOSE = {
    "mine": msg("Mine"),
    "unit": msg("My unit and below"),
    "instructed": msg("With an instruction to me or my unit"),
}
STATES = {"open": msg("Still open"), "closed": msg("Closed"), "all": msg("All")}
DUES = {
    "overdue": msg("Overdue"),
    "hour": msg("Due within 1 hour"),
    "hours": msg("Due within 4 hours"),
    "today": msg("Due today"),
    "soon": msg("Due within 3 working days"),
    "week": msg("Due within 7 days"),
    "later": msg("Due later"),
}
COLUMNS = {
    "colour": msg("Colour"),
    "number": msg("Number"),
    "opened": msg("Opened"),
    "due": msg("Due"),
    "touched": msg("Last touched"),
}
ORDERED = {
    "colour": msg("Colour: red first"),
    "-colour": msg("Colour: green first"),
    "due": msg("Due: soonest first"),
    "-due": msg("Due: latest first"),
    "touched": msg("Last touched: longest ago first"),
    "-touched": msg("Last touched: newest first"),
    "number": msg("Number: lowest first"),
    "-number": msg("Number: highest first"),
}
"""The orders that the headings of the table lead to, where there is no room for headings."""
UNHEADED = {
    "opened": msg("Opened: earliest first"),
    "-opened": msg("Opened: latest first"),
    "recorded": msg("Recorded: earliest first"),
    "-recorded": msg("Recorded: latest first"),
}
"""Those that a list comes in by itself, or by its address alone: told only while it is so."""
ORDERS = {**ORDERED, **UNHEADED}
DAYS = {
    "due_from": msg("Due from {day}"),
    "due_until": msg("Due until {day}"),
    "opened_from": msg("Opened from {day}"),
    "opened_until": msg("Opened until {day}"),
    "closed_from": msg("Closed from {day}"),
    "closed_until": msg("Closed until {day}"),
}
CALLED = {
    "kind": msg("Kind"),
    "colour": msg("Colour"),
    "stage": msg("Stage"),
    "category": msg("Category"),
    "unit": msg("Unit and all below it"),
    "cell": msg("Grid cell"),
    "whose": msg("Whose"),
    "due": msg("Due"),
    "due_from": msg("Due from"),
    "due_until": msg("Due until"),
    "opened_from": msg("Opened from"),
    "opened_until": msg("Opened until"),
    "closed_from": msg("Closed from"),
    "closed_until": msg("Closed until"),
    "state": msg("State"),
    "size": msg("Rows a page"),
}
"""What the filters are called on the page, by what they are called in its address."""


NO_LABELS: Mapping[str, str] = {}
UNQUOTED = "!$&'()*+,;=/~:@"
"""What `reverse` leaves as it is in an address."""


@dataclass(frozen=True)
class Chip:
    """An active filter and the list without it."""

    word: str
    without: str
    colour: Colour | None = None


class Row(NamedTuple):
    """One matter in a list."""

    number: str
    url: str
    title: str
    colour: Colour
    because: str
    kind: str
    category: str
    unit: str
    holder: str
    stage: str
    due_at: datetime | None
    left: str
    late: bool
    touched_at: datetime
    touched: str
    closed: bool


def rows_of(matters: Iterable[Matter | Listed], *, now: datetime, office: Office) -> list[Row]:
    """The rows of a page as plain values."""
    said = Said()
    return [_row(row, said, now=now, office=office) for row in matters]


class Said(dict[str, str]):
    """The words of one page, each translated once: most rows say the same few."""

    def __init__(self) -> None:
        super().__init__()
        self.language = get_language() or ""
        self.labels: dict[tuple[str, str], str] = {}

    def __missing__(self, msgid: str) -> str:
        self[msgid] = said = _(msgid) if msgid else ""
        return said

    def label(self, named: UnitNamed | Unit | Category) -> str:
        """What a unit or a category is called in the language of the page."""
        names = named.name, named.name_en
        if names not in self.labels:
            self.labels[names] = named.label
        return self.labels[names]


def chips(listing: Listing, labels: Mapping[str, str] = NO_LABELS) -> list[Chip]:
    """What narrows the list, each with the way to undo it; `labels`: what its unit and cell are called, where known."""
    return list(_chips(listing, labels))


def left_out(listing: Listing) -> list[str]:
    """What the address said and nobody knows, in the words of the filters; as it stands where it is no filter."""
    told = (one.partition("=") for one in listing.ignored)
    return [_(CALLED[name]) + _(": ") + value if name in CALLED else f"{name}={value}" for name, _sign, value in told]


def sorting(listing: Listing) -> dict[str, dict[str, Any]]:
    """For every sortable column: its word, where a click leads, and how it is sorted now."""
    found = {}
    for name, word in COLUMNS.items():
        down = listing.order == f"-{name}"
        up = listing.order == name
        found[name] = {
            "word": _(word),
            "query": listing.query(sort=f"-{name}" if up else name),
            "aria": "ascending" if up else "descending" if down else "none",
        }
    return found


def orders(listing: Listing) -> list[tuple[str, str]]:
    """Every order to choose from and its word; first the one that the list is in, where no heading leads to it."""
    now = {listing.order: UNHEADED[listing.order]} if listing.order in UNHEADED else {}
    return [(order, _(word)) for order, word in {**now, **ORDERED}.items()]


def stage_choices(listing: Listing) -> list[tuple[str, list[tuple[str, str]]]]:
    """The stages under the word of their kind: of the chosen kind, or of each."""
    chosen = [kind for kind in kinds() if listing.kind in ("", kind.name)]
    return [(_(kind.word), [(name, _(stage.word)) for name, stage in kind.stages.items()]) for kind in chosen]


def category_choices(listing: Listing, office: Office) -> list[tuple[str, str]]:
    """The categories at the top: of the chosen kind, or of each."""
    asked = {listing.kind} if listing.kind else {kind.name for kind in kinds()}
    rows = (row for row in office.categories.values() if row.kind in asked and row.parent_id is None)
    return [(row.code, row.label) for row in rows]


def _row(row: Matter | Listed, said: Said, *, now: datetime, office: Office) -> Row:
    kind, category = kind_named(row.kind), office.categories.get((row.kind, row.category))
    closed = row.closed_at is not None
    return Row(
        number=row.number,
        url=page_of(row.number),
        title=row.title or _("(no title)"),
        colour=Colour(row.colour),
        because=said[row.because],
        kind=said[kind.word],
        category=said.label(category) if category else row.category,
        unit=said.label(row.unit),
        holder=row.holder.name if row.holder else "",
        stage=said[kind.stages[row.stage].word],
        due_at=row.due_at,
        left=""
        if closed
        else left(row.due_at, clock=row.clock, now=now, calendar=office.calendar, language=said.language),
        late=not closed and is_late(row.due_at, clock=row.clock, at=now),
        touched_at=row.touched_at,
        touched=since(row.touched_at, now=now, language=said.language),
        closed=closed,
    )


def page_of(number: str) -> str:
    """The address of a matter, as `reverse` has it, which is asked once for all numbers."""
    before, behind = _around_number(get_script_prefix())
    return f"{before}{quote(number, safe=UNQUOTED)}{behind}"


@cache
def _around_number(_prefix: str) -> list[str]:
    return reverse("matter", args=("~",)).split("~")


def _chips(listing: Listing, labels: Mapping[str, str]) -> Iterator[Chip]:
    for value in listing.colour:
        rest = tuple(one for one in listing.colour if one != value)
        yield Chip(_(Colour(value).word), listing.query(colour=rest), Colour(value))
    for name, word in _words(listing, labels):
        yield Chip(word, listing.query(**{name: Listing.__dataclass_fields__[name].default}))


def _words(listing: Listing, labels: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    named: dict[str, Callable[[Any], str]] = {
        "kind": lambda code: _(kind_named(code).word),
        "stage": lambda code: _stage_word(listing, code),
        "phase": lambda code: phase_words()[code],
        "taken": lambda code: _("Not yet taken up"),
        "awaiting": lambda code: _("Awaiting my decision"),
        "category": lambda code: _label(coded(code), code),
        "unit": lambda code: labels.get("unit") or unit_named(code) or code,
        "cell": lambda code: labels.get("cell") or cell_named(code) or code,
        "whose": lambda code: _(WHOSE[code]),
        "duty": on_duty,
        "due": lambda code: _(DUES[code]),
        "q": lambda text: _("“{text}”").format(text=text),
    }
    yield from ((name, word(value)) for name, word in named.items() if (value := getattr(listing, name)))
    for name, sentence in DAYS.items():
        if told := getattr(listing, name):
            yield name, _(sentence).format(day=told.isoformat())


def on_duty(duty: DutyOf) -> str:
    """Who, as what, from a post in which unit: 王守和 · 承办人 · 北社区."""
    user = User.objects.filter(username=duty.user).first()
    return f"{user.name if user else duty.user} · {_(DUTIES[duty.role])} · {unit_named(duty.unit) or duty.unit}"


def _stage_word(listing: Listing, code: str) -> str:
    words = {name: word for _kind, stages in reversed(stage_choices(listing)) for name, word in stages}
    return words.get(code, code)


def _label(rows: Iterable[Category], code: str) -> str:
    """What the first of them is called; the code itself where there is none."""
    return next((row.label for row in rows), code)
