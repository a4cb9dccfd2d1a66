"""Likely repeats and categories as the desk shows them: of a matter, and of what is being typed and not kept yet."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext as _

from linli.colours.colour import Colour
from linli.doors.desk.gate import Visit
from linli.ground.clock import day_of
from linli.ground.text import msg
from linli.likeness.places import grid
from linli.likeness.repeats import Repeat, placed, repeats, typed
from linli.likeness.suggesting import Suggested, suggested
from linli.matters.command import CommandForm
from linli.matters.kind import Kind, kind_named
from linli.matters.state import State
from linli.policy.calendar import calendar

MOST = 5
WHAT, WHERE, TITLE = "category", ("cell", "point"), "title"
"""The fields of an opening form that are looked at, beside the kind's own story; of who tells it none."""
NONE_NEAR = msg("No open matter that you may see is likely the same.")
NOT_PLACED = msg(
    "Put in the category and where it is, in words, by its grid cell or on the map: then likely repeats are looked for."
)


@dataclass(frozen=True)
class Row:
    """One likely repeat, ready to be shown."""

    number: str
    title: str
    unit: str
    colour: Colour
    stage: str
    reasons: str
    along: tuple[str, ...] = ()
    """Numbers of what goes with it, and is like what was asked about too."""
    link: str = ""
    """Where the two are tied; empty where the viewer may not, or the other way round only."""


@dataclass(frozen=True)
class Looked:
    """What was found; where nothing was, why not."""

    rows: tuple[Row, ...]
    problem: str = ""
    word: str = ""
    """The msgid of the step that ties the two."""
    window: str = ""
    """Where a matter opens: beside a form that is still being typed, in another window."""


def looked(rows: Sequence[Row], *, word: str) -> Looked:
    return Looked(tuple(rows), "" if rows else _(NONE_NEAR), word)


def looked_while_typing(visit: Visit, kind: Kind, form: CommandForm) -> Looked:
    """The likely repeats of what is in the form so far, right or not; nothing of it is kept."""
    form.full_clean()
    told = form.cleaned_data
    cell = told.get("cell")
    asked = typed(
        category=told.get(WHAT) or "",
        cell=cell.pk if cell else None,
        point=told.get("point"),
        words=[told.get(name) or "" for name in (TITLE, story_field(kind))],
        place=" ".join(told.get(name) or "" for name in place_fields(kind)),
        at=visit.at,
    )
    if not placed(asked, grid()):
        return Looked((), _(NOT_PLACED))
    found = repeats(asked, visit.who, kind=kind, at=visit.at, most=MOST)
    return Looked(tuple(row(one) for one in found), _(NONE_NEAR), window="_blank")


def suggested_while_typing(visit: Visit, kind: Kind, *, fills: bool = False) -> Suggested:
    """The likely categories of what is in the form so far; the likeliest is filled in only where that was asked for,
    and never over what somebody chose."""
    told, on = visit.request.POST, day_of(visit.at, zone=calendar().zone)
    found = suggested(told.get(TITLE, ""), told.get(story_field(kind), ""), kind=kind, on=on)
    return found if fills and not told.get(WHAT) else replace(found, fills="")


def story_field(kind: Kind) -> str:
    """The field of the opening form that tells what it is about."""
    place = kind.story(State(kind=kind.name))
    return place[1] if place else ""


def place_fields(kind: Kind) -> list[str]:
    """The fields of the opening form that tell in words where it is."""
    return [field for _seq, field in kind.whereabouts(State(kind=kind.name))]


def looking_fields(kind: Kind) -> tuple[str, ...]:
    """All that the browser sends while somebody types: no name and no telephone number."""
    return ("csrfmiddlewaretoken", "post", WHAT, *WHERE, *place_fields(kind), TITLE, story_field(kind))


def row(one: Repeat, *, link: str = "") -> Row:
    matter, kind = one.matter, kind_named(one.matter.kind)
    return Row(
        number=matter.number,
        title=matter.title or _("(no title)"),
        unit=matter.unit.label,
        colour=Colour(matter.colour),
        stage=_(kind.stages[matter.stage].word),
        reasons=one.why,
        along=one.along,
        link=link,
    )
