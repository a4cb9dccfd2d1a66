"""A step in many matters as the desk shows it: what was ticked, the form that is read anew in each, the answers."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from linli.doors.desk.gate import Visit
from linli.doors.desk.steps import form_for, scene_for
from linli.ground.text import msg
from linli.matters import many
from linli.matters.access import Viewer
from linli.matters.asking import read_listing
from linli.matters.command import Command, CommandForm, Refused, Scene
from linli.matters.many import Answer, Outcome, Reread
from linli.matters.picking import Example, Pick, titles
from linli.matters.reach import posts_for
from linli.matters.steps import StepForm
from linli.paper.sheet import harmless

MARKS = frozenset({"pick", "all"})
FORESEEN = {
    many.DONE: msg("Will be recorded"),
    many.REFUSED: msg("Not possible now"),
    many.NOT_ALLOWED: msg("None of your posts may do this here"),
    many.NOT_SEEN: msg("Not there, or not yours to see"),
    many.CHANGED: msg("Somebody was first"),
    many.FAILED: msg("Could not be written down"),
}
CAME = {**FORESEEN, many.DONE: msg("Recorded"), many.REFUSED: msg("Was not possible")}
WHY = {many.CHANGED: msg("It was changed since you looked at it. Open it, read what is new, and take the step there.")}
READING = frozenset({"__init__", "prepare", "narrow", "clean"})


@dataclass(frozen=True)
class Line:
    """One matter among the answers."""

    number: str
    title: str
    url: str


@dataclass(frozen=True)
class Group:
    """The matters with one and the same answer."""

    came: str
    word: str
    why: str
    lines: tuple[Line, ...]


def pick_of(query: QueryDict) -> Pick | None:
    """What was ticked in the list, from the address; None when nothing was."""
    asked = {name: values for name, values in query.lists() if name not in MARKS}
    numbers = () if query.get("all") else tuple(dict.fromkeys(query.getlist("pick")))
    pick = Pick(read_listing(dict(asked)), numbers)
    return pick if numbers or query.get("all") else None


def form_of(visit: Visit, command: Command, shown: Example, *, data: Any = None) -> CommandForm:
    """The form of the step as it is shown for one of them."""
    others = partial(posts_for, visit.who, command.act, shown.matter, of=command.of)
    scene = scene_for(visit, shown.state, by=shown.by, number=shown.matter.number)._replace(others=others)
    return form_for(command, scene, data=data)


def reader(command: Command, data: QueryDict) -> Reread | None:
    """Reads the form anew in each matter, where what may be told depends on the matter."""
    if not reads_state(command.form):
        return None

    def read(scene: Scene) -> Mapping[str, Any]:
        form = form_for(command, scene, data=data)
        if not form.is_valid():
            raise Refused(" ".join(_wrong(form)))
        return form.cleaned_data

    return read


def reads_state(form: type[CommandForm]) -> bool:
    """Whether it has words of its own about what may be told, by which one matter can differ from another."""
    own = [one for one in form.__mro__ if one is not StepForm and one not in CommandForm.__mro__]
    return any(name in READING or name.startswith("clean_") for one in own for name in vars(one))


def _wrong(form: CommandForm) -> Iterator[str]:
    for name, said in form.errors.items():
        label = str(form.fields[name].label or "") if name in form.fields else ""
        yield (f"{label}{_(': ')}" if label else "") + " ".join(str(one) for one in said)


def groups(outcome: Outcome, who: Viewer, *, words: Mapping[str, str]) -> list[Group]:
    """The answers by what came of it and why, each with its rows."""
    named = titles(who, [row.number for row in outcome.rows])
    return [
        Group(came, _(words[came]), said or (_(WHY[came]) if came in WHY else ""), tuple(_lines(rows, named)))
        for came, said, rows in outcome.grouped()
    ]


def _lines(rows: Sequence[Answer], named: Mapping[str, str]) -> Iterator[Line]:
    for row in rows:
        seen = row.number in named
        yield Line(row.number, named.get(row.number, ""), reverse("matter", args=(row.number,)) if seen else "")


def table(outcome: Outcome) -> str:
    """The report as a table that no spreadsheet reads a formula in."""
    text = io.StringIO()
    rows = csv.writer(text)
    rows.writerow([_("Number"), _("What came of it"), _("Reason")])
    rows.writerows(
        [harmless(row.number), _(CAME[row.came]), harmless(row.said or _(WHY.get(row.came, "")))]
        for row in outcome.rows
    )
    return "\ufeff" + text.getvalue()
