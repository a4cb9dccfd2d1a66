"""One page per matter: facts, one timeline, why it has its colour and date, who holds it, the lawful next steps."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from linli.doors.desk.dossier import file_of
from linli.doors.desk.gate import Visit, staffed
from linli.doors.desk.holders import duties_of, strip_of
from linli.doors.desk.official import papers_of
from linli.doors.desk.phrases import left, phase_words
from linli.doors.desk.related import call_of, related, tasks
from linli.doors.desk.revealing import LOOK_WORDS
from linli.doors.desk.show import fragment, show
from linli.doors.desk.status import dates_of, status_of
from linli.doors.desk.steps import Rights, Step, steps_for
from linli.matters import access
from linli.matters.attaching import LABELS
from linli.matters.commands import in_hand
from linli.matters.elsewhere import known_as
from linli.matters.kind import PHASES, Kind, kind_named
from linli.matters.lateness import is_late
from linli.matters.lines import GROUPS, Line, names_of, tell
from linli.matters.models import Event, Look, Matter
from linli.matters.named import Names, grid_of
from linli.matters.reading import events_of, looks_into, withheld_from
from linli.matters.state import State
from linli.matters.words import Book, words_of
from linli.policy.office import Office


@require_GET
@staffed
def matter(visit: Visit, number: str) -> HttpResponse:
    return matter_page(visit, access.find(visit.who, number))


@require_GET
@staffed
def why(visit: Visit, number: str, mark: str) -> HttpResponse:
    """Why this date: the walk from day to day. A date that somebody set was not counted and has none."""
    seen = access.find(visit.who, number)
    kind, state = kind_named(seen.kind), in_hand(seen).state
    dated = next((one for one in dates_of(kind, state, at=visit.at) if one.name == mark), None)
    if dated is None or not dated.mark.basis:
        raise Http404(mark)
    walk = visit.office.book(visit.at).walk(dated.mark.basis)
    values: dict[str, Any] = {"matter": seen, "dated": dated, "walk": walk, "basis": dated.mark.basis}
    if visit.fragment:
        return fragment(visit, "desk/walk.html", **values)
    return show(visit, "desk/why.html", **values)


def matter_page(
    visit: Visit,
    seen: Matter,
    *,
    step: Step | None = None,
    status: int = 200,
    opened: frozenset[int] = frozenset(),
    said: str = "",
) -> HttpResponse:
    """The whole page, or for a fragment only what changes with the matter."""
    values = page_values(visit, seen, opened=opened)
    values.update(step=step, said=said)
    if visit.fragment:
        return fragment(visit, "desk/matter_body.html", status=status, **values)
    return show(visit, "desk/matter.html", status=status, **values)


def page_values(visit: Visit, seen: Matter, *, opened: frozenset[int] = frozenset()) -> dict[str, Any]:
    kind, state = kind_named(seen.kind), in_hand(seen).state
    rights, events = Rights(visit, seen), events_of(seen)
    kept = withheld_from(visit.who, seen, state)
    said = words_of(seen, opened=opened, masks=kind.masks, withheld=kept)
    names = names_of(state, events)
    shown = visit.request.GET.get("show", "")
    lines = tell(events, kind=kind, book=said, names=names, opened=opened)
    return {
        **panel_values(seen, kind, state, said, names=names, office=visit.office),
        **openers(seen, kind, events, rights=rights, kept=kept, barred=kind.barred(state, visit.who.user.pk)),
        "light": status_of(kind, state, at=visit.at),
        "dates": dates_of(kind, state, at=visit.at),
        "left": ""
        if seen.closed_at
        else left(seen.due_at, clock=seen.clock, now=visit.at, calendar=visit.office.calendar),
        "late": is_late(seen.due_at, clock=seen.clock, at=visit.at),
        "strip": strip_of(seen, kind, events, names=names, at=visit.at),
        "duties": duties_of(state, names=names, at=visit.at),
        "steps": steps_for(kind, state, rights),
        "days": by_day([line for line in reversed(lines) if shown in ("", "all", line.group)]),
        "shown": shown if shown in GROUPS else "all",
        "groups": group_words(),
        "phases": phase_words(),
        "place": PHASES.index(seen.phase),
        "related": related(visit, seen, state),
        "tasks": tasks(state, said, rights, names=names, at=visit.at),
        "call": call_of(state, events, said, rights),
        "dossier": file_of(seen, kind, state, rights, events=events, book=said),
        "papers": papers_of(seen, kind, state, rights, names=names, events=events),
        "files": files_of(state, said, names=names, events=events),
        "looks": looks_of(seen, rights),
        "there": known_as(seen, kind, events),
        "rights": rights,
        "opened": ",".join(str(seq) for seq in sorted(opened)),
        "look_words": LOOK_WORDS,
        "step": None,
        "said": "",
    }


def openers(
    seen: Matter, kind: Kind, events: Sequence[Event], *, rights: Rights, kept: frozenset[int], barred: bool
) -> dict[str, Any]:
    """Where masked words are opened, and whether the viewer may: some facts ask for more than others."""
    acts = {event.seq: kind.fact(event.fact).opened_with for event in events}
    return {
        "may_open": lambda seq: not barred and seq not in kept and rights.may(acts[seq]),
        "reveal_url": lambda seq: reverse("reveal", args=(seen.number, seq)),
    }


def panel_values(seen: Matter, kind: Kind, state: State, said: Book, *, names: Names, office: Office) -> dict[str, Any]:
    """What the kind's own panel is given."""
    grid = grid_of(seen)
    category = office.categories.get((kind.name, seen.category))
    return {
        "matter": seen,
        "kind": kind,
        "state": state,
        "words": said,
        "values": kind.panel_values(state, said) if kind.panel_values else None,
        "people": names.people,
        "units": names.places,
        "category": category.label if category else "",
        "grid": grid.unit.label if grid else "",
    }


def files_of(state: State, said: Book, *, names: Names, events: Sequence[Event]) -> list[dict[str, Any]]:
    """The attachments, newest first, each with who added it."""
    by_seq = {event.seq: event for event in events}
    return [
        {
            "seq": file.seq,
            "name": said.at(file.seq, "name").text or _("(erased)"),
            "withheld": said.at(file.seq, "name").withheld,
            "label": _(LABELS.get(file.label, file.label)),
            "size": file.size,
            "removed": file.removed,
            "at": by_seq[file.seq].at,
            "who": names.people[by_seq[file.seq].user_id or 0],
        }
        for file in reversed(state.files)
    ]


def looks_of(seen: Matter, rights: Rights) -> Sequence[Look] | None:
    """Who looked, for those who watch over it; None for all others."""
    return looks_into(seen) if rights.may("audit") or rights.may("approve") else None


def by_day(lines: list[Line]) -> list[tuple[date, list[Line]]]:
    """The lines under the day on which they were said."""
    return [(on, list(entries)) for on, entries in groupby(lines, key=lambda line: localtime(line.at).date())]


def group_words() -> dict[str, str]:
    return dict(zip(GROUPS, (_("All"), _("Steps"), _("Notes"), _("System")), strict=True))
