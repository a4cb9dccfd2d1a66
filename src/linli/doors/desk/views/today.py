"""The page one comes in by: what is mine, what presses, what is new; every count leads to the list it counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.http import HttpResponse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from linli.colours.colour import Colour
from linli.doors.desk.exporting import answered, count_waiting, until
from linli.doors.desk.filters import rows_of
from linli.doors.desk.gate import Visit, staffed
from linli.doors.desk.pins import listings_of, pins_of, shown
from linli.doors.desk.show import show
from linli.ground.clock import day_of
from linli.ground.text import msg
from linli.ground.workdays import Calendar
from linli.machines import tokens
from linli.matters.access import scope_of
from linli.matters.asking import Listing
from linli.matters.kind import kinds
from linli.matters.queries import counts, newest, pressing
from linli.staff.given import changes_of, watched

SCOPES = {"mine": msg("Mine"), "unit": msg("My unit and below"), "": msg("All I may see")}
PRESSING = {
    "overdue": (msg("Overdue"), Listing(due="overdue")),
    "today": (msg("Due today"), Listing(due="today")),
    "soon": (msg("Due within 3 working days"), Listing(due="soon")),
    "instructed": (msg("With an instruction to me or my unit"), Listing(whose="instructed")),
    "awaiting": (msg("Awaiting my decision"), Listing(awaiting="yes")),
    "new": (msg("New, not yet taken up"), Listing(taken="no")),
    "confirming": (msg("Waiting for performance or follow-up"), Listing(phase="confirming")),
}
FEW = 8


@dataclass(frozen=True)
class Tile:
    """A number and the list it counts."""

    word: str
    count: int
    query: str
    colour: Colour | None = None


@require_GET
@staffed
def today(visit: Visit) -> HttpResponse:
    known, scope = visit.office.calendar, scope_of(visit.who)
    pins = pins_of(visit.who)
    asked = {**listings(), **listings_of(pins)}
    found = counts(asked, visit.who, at=visit.at, calendar=known, scope=scope)
    whose = "mine" if found["scope.mine"] else "unit"
    mine = pressing(Listing(whose=whose), visit.who, at=visit.at, calendar=known, most=FEW, scope=scope)
    recent = newest(visit.who, at=visit.at, calendar=known, most=FEW, scope=scope)
    return show(
        visit,
        "desk/today.html",
        greeting=greeting(visit),
        day_note=day_note(visit, known),
        scopes=scope_tiles(found, asked),
        pressing=[
            Tile(_(word), found[f"pressing.{name}"], asked[f"pressing.{name}"].query())
            for name, (word, _listing) in PRESSING.items()
        ],
        deciding=count_waiting(visit.who, at=visit.at),
        answered=[(one, until(one)) for one in answered(visit.who, at=visit.at)],
        waiting_systems=tokens.of_posts(visit.who.user, at=visit.at).exclude(agreed_by=visit.who.user.pk).count(),
        changes=changes_of(visit.who.user, at=visit.at),
        watched=watched(visit.who.user, visit.who.posts, at=visit.at),
        pinned=shown(pins, visit.who, found=found, at=visit.at),
        stages=stage_tiles(found, asked),
        whose=whose,
        mine=rows_of(mine, now=visit.at, office=visit.office),
        mine_total=found[f"scope.{whose}"],
        recent=rows_of(recent, now=visit.at, office=visit.office),
    )


@cache
def listings() -> Mapping[str, Listing]:
    """Every listing that the page counts, by the name of its count."""
    coloured = {
        f"colour.{scope}.{colour}": Listing(whose=scope, colour=(colour.value,), state="all")
        for scope in SCOPES
        for colour in Colour
    }
    scoped = {f"scope.{scope}": Listing(whose=scope) for scope in SCOPES}
    pressing = {f"pressing.{name}": listing for name, (_word, listing) in PRESSING.items()}
    stages = {
        f"stage.{kind.name}.{stage}": Listing(
            kind=kind.name, stage=stage, state="all" if of.phase == "closed" else "open"
        )
        for kind in kinds()
        for stage, of in kind.stages.items()
    }
    return {**coloured, **scoped, **pressing, **stages}


def scope_tiles(found: Mapping[str, int], asked: Mapping[str, Listing]) -> list[dict[str, Any]]:
    return [
        {
            "word": _(word),
            "total": Tile(_(word), found[f"scope.{scope}"], asked[f"scope.{scope}"].query()),
            "tiles": [
                Tile(_(colour.word), found[name], asked[name].query(), colour)
                for colour in Colour
                for name in [f"colour.{scope}.{colour}"]
            ],
        }
        for scope, word in SCOPES.items()
    ]


def stage_tiles(found: Mapping[str, int], asked: Mapping[str, Listing]) -> list[dict[str, Any]]:
    return [
        {
            "word": _(kind.plural),
            "tiles": [
                Tile(_(stage.word), found[name], asked[name].query())
                for code, stage in kind.stages.items()
                for name in [f"stage.{kind.name}.{code}"]
            ],
        }
        for kind in kinds()
    ]


def greeting(visit: Visit) -> str:
    hour = localtime(visit.at).hour
    said = (
        _("Good morning, {user}")
        if 5 <= hour < 12
        else _("Good afternoon, {user}")
        if 12 <= hour < 18
        else _("Good evening, {user}")
    )
    return said.format(user=visit.who.user.name)


def day_note(visit: Visit, known: Calendar) -> str:
    """What kind of day it is, so that deadlines of today are no surprise."""
    on = day_of(visit.at, zone=known.zone)
    return _(known.nature(on))
