"""The order of urgency, written as the index has it: by the rank of the colour, and within a colour by what is due."""

from collections.abc import Collection

from django.db.models import BooleanField, F, Func, Index, OrderBy, Q, SmallIntegerField
from django.db.models.lookups import GreaterThanOrEqual, LessThanOrEqual

from linli.colours.colour import Colour
from linli.place.models import LEVELS

RANK = Func(
    F("colour"),
    template="CASE %(expressions)s "
    + " ".join(f"WHEN '{colour.value}' THEN {colour.rank}" for colour in Colour)
    + f" ELSE {len(Colour)} END",
    output_field=SmallIntegerField(),
)
"""The most urgent colour first. No parameters: a database takes an index only for the very same words."""
UNDATED = Func(F("due_at"), template="(%(expressions)s IS NULL)", output_field=BooleanField())
_UNITS = tuple(f"unit_{level}" for level in range(1, LEVELS + 1))
_RANKS = ", ".join(str(rank) for rank in range(len(Colour) + 1))
DATED = Func(
    Func(RANK, template=f"%(expressions)s IN ({_RANKS})", output_field=BooleanField()),
    Func(UNDATED, template="%(expressions)s IN (false, false)", output_field=BooleanField()),
    template="(%(expressions)s)",
    arg_joiner=" AND ",
    output_field=BooleanField(),
)
"""Has a date, whatever the colour: said for every column before the date, an index is entered at one. Said twice, for
PostgreSQL takes a list of one for `IS NOT NULL`, which it does not look for in an index."""


def by_urgency(*, down: bool = False, backwards: bool = False) -> tuple[OrderBy, ...]:
    """What has no deadline stands last within its colour when read forwards."""
    turned = (OrderBy(column, descending=down) for column in (F("due_at"), F("id")))
    return OrderBy(RANK, descending=down), OrderBy(UNDATED, descending=backwards), *turned


def pressing(level: int) -> Index:
    """The open ones of a unit in this order; what is behind lets what is due be counted without a look at the rows."""
    columns = (F(f"unit_{level}"), RANK, UNDATED, F("due_at"), F("id"), F("clock"), F("closed_at"))
    return Index(*columns, condition=Q(closed_at__isnull=True), name=f"matter_u{level}_pressing")


def open_ones() -> Index:
    """All that are open in this order, with whatever a list asks of them behind it: what few rows hold is found, and
    any of it is counted, without a look at the rows themselves."""
    asked = (*_UNITS, "kind", "category", "cell", "colour", "stage", "phase", "clock")
    columns = [F(name) for name in ("due_at", "id", *asked, "closed_at")]
    return Index(RANK, UNDATED, *columns, condition=Q(closed_at__isnull=True), name="matter_open")


def of_a_cell() -> Index:
    """The open ones of each grid cell in this order: of all that is open a cell holds one in a thousand."""
    columns = [F(name) for name in ("due_at", "id", *_UNITS, "kind", "closed_at")]
    there = Q(closed_at__isnull=True, cell__isnull=False)
    return Index(F("cell"), RANK, UNDATED, *columns, condition=there, name="matter_of_cell")


def of_a_category() -> Index:
    """The open ones of each category in this order: PostgreSQL counts it here, and not over all that is open."""
    columns = [F(name) for name in ("due_at", "id", *_UNITS, "kind", "colour", "closed_at")]
    return Index(
        F("category"), RANK, UNDATED, *columns, condition=Q(closed_at__isnull=True), name="matter_open_category"
    )


def of_colours(colours: Collection[str]) -> Q:
    """Of these colours, said as the indexes of what is open have it, which are entered at the first and left at the
    last of them. From one to another, be it the same: of a single one SQLite forgets that they are in order. And said
    once only, for PostgreSQL takes what is said twice for twice as seldom."""
    ranks = {Colour(colour).rank for colour in colours}
    first, last = min(ranks), max(ranks)
    near = Q(GreaterThanOrEqual(RANK, first)) & Q(LessThanOrEqual(RANK, last))
    return near if last - first < len(ranks) else near & Q(colour__in=colours)


def newest(level: int) -> Index:
    """All of a unit by when they were last touched."""
    return Index(fields=[f"unit_{level}", "touched_at", "id"], name=f"matter_u{level}_newest")


def newest_of_a_category() -> Index:
    """All of a category in the same order, with whatever a list of what is closed asks behind it: a page of it is its
    first rows, not twelve thousand sorted, and where few of them are asked for the others are passed over here."""
    asked = ("opened_at", *_UNITS, "kind", "colour", "closed_at")
    return Index(fields=["category", "touched_at", "id", *asked], name="matter_newest_of_category")
