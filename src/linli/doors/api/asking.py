"""What a list may be asked for: the filters of the desk's list, each by name; what nobody knows is refused."""

from dataclasses import replace
from datetime import date, datetime
from typing import Any, Literal

from django.http import QueryDict
from django.utils.translation import gettext as _
from ninja import Field, Schema

from linli.colours.colour import Colour
from linli.doors.api.problems import Problem
from linli.ground.text import msg
from linli.matters.access import Viewer
from linli.matters.asking import DUES, SIZES, SORTS, STATES, WHOSE, Listing, read_listing
from linli.matters.kind import PHASES
from linli.matters.queries import counts
from linli.policy.calendar import calendar

UNKNOWN = msg("Nothing can be asked for by this, or not by this value.")


def one_of(values: tuple[str, ...] | list[str]) -> Any:
    return {"enum": list(values)}


class Filters(Schema):
    """Which matters: as the desk's list, everything left out asks for all that are still open."""

    kind: str = Field("", description=msg("A name of /kinds."))
    colour: list[Literal["red", "orange", "yellow", "green"]] = Field(default_factory=list)
    stage: str = Field("", description=msg("A stage of /kinds."))
    phase: str = Field("", json_schema_extra=one_of(PHASES))
    category: str = Field("", description=msg("A code of /categories; what belongs to it is meant too."))
    unit: str = Field("", description=msg("A code of /units; all below it is meant too."))
    cell: str = Field("", description=msg("The code of a grid cell."))
    whose: str = Field("", json_schema_extra=one_of(WHOSE))
    due: str = Field("", json_schema_extra=one_of(DUES))
    due_from: date | None = None
    due_until: date | None = None
    opened_from: date | None = None
    opened_until: date | None = None
    closed_from: date | None = None
    closed_until: date | None = None
    q: str = Field("", max_length=60, description=msg("Words in number and title."))
    state: str = Field("open", json_schema_extra=one_of(STATES))


class Paged(Filters):
    sort: str = Field("", json_schema_extra=one_of([*SORTS, *(f"-{name}" for name in SORTS)]))
    size: int = Field(SIZES[1], json_schema_extra={"enum": list(SIZES)})
    after: str = Field("", description=msg("“next” of the page before."))
    before: str = Field("", description=msg("“previous” of the page after."))


def listing_of(asked: QueryDict) -> Listing:
    """The listing that a query asks for. Raises Problem: a machine that mistypes a filter must not get all there is."""
    listing = read_listing(dict(asked.lists()))
    if listing.ignored:
        names = [one.partition("=")[0] for one in listing.ignored]
        raise Problem("invalid", fields={name or "?": [_(UNKNOWN)] for name in names})
    return listing


def by_colour(listing: Listing, who: Viewer, *, at: datetime) -> dict[str, int]:
    """The same listing once for each colour it allows, counted in one question."""
    allowed = [colour.value for colour in Colour if not listing.colour or colour.value in listing.colour]
    asked = {colour: replace(listing, colour=(colour,)) for colour in allowed}
    found = {colour.value: 0 for colour in Colour} | counts(asked, who, at=at, calendar=calendar())
    return {**found, "total": sum(found.values())}
