"""A list that comes in: which of its columns is which, by hand or by a mapping that is kept under a name."""

from collections.abc import Collection
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from linli.doors.desk.bringing import fixed_fields, head_lines, mapping_said
from linli.doors.desk.gate import NOT_YOURS, Visit, staffed
from linli.doors.desk.show import show
from linli.ground.text import msg
from linli.matters.command import Refused
from linli.matters.commands import NotAllowed
from linli.matters.kind import kind_named
from linli.paper.rows.moments import FORMATS
from linli.paper.rows.row import Unreadable
from linli.paper.rows.table import Table
from linli.sheets.delivering import find as found_delivery
from linli.sheets.delivering import incoming_of, mapping_of, opened, post_for, remap, use, use_written, weigh
from linli.sheets.doubts import of_columns
from linli.sheets.mapping import LARGEST, BadMapping, Mapping, from_toml
from linli.sheets.models import Delivery
from linli.sheets.profiles import keep, profiles
from linli.sheets.reading import Reader
from linli.sheets.remembering import proposed_by
from linli.sheets.sentences import telling
from linli.sheets.weighing import needed_but_missing
from linli.staff.posts import Held

NO_SOURCE = msg("Name the source of the numbers: the platform that the list comes from.")
NO_MAP = msg("No mapping is chosen yet. Choose the .toml file of one.")
NEEDED = msg("Choose a column for: {columns}. Every row needs that; what is the same in every row can be said below.")


def find(visit: Visit, key: UUID) -> Delivery:
    """One's own that is not yet taken in. Raises Http404."""
    delivery = found_delivery(visit.who, key)
    if delivery.taking_id or delivery.let_go_at:
        raise Http404(str(key))
    return delivery


def by_of(visit: Visit, delivery: Delivery) -> Held:
    try:
        return post_for(visit.who, kind_named(delivery.kind))
    except NotAllowed as refused:
        raise PermissionDenied(_(NOT_YOURS)) from refused


@require_http_methods(["GET", "POST"])
@staffed
def import_columns(visit: Visit, key: UUID) -> HttpResponse:
    """Its headings with samples, and beside each what it is; whatever is chosen stays, also where something lacks."""
    delivery = find(visit, key)
    by = by_of(visit, delivery)
    try:
        table, reading = opened(delivery)
        if visit.request.POST.get("do") == "load":
            return _loaded(visit, delivery, table, reading)
        return _said(visit, delivery, table, by=by) if visit.posted else _page(visit, delivery, table, reading)
    except Unreadable:
        return HttpResponseRedirect(reverse("import", args=(key,)))


def _said(visit: Visit, delivery: Delivery, table: Table, *, by: Held) -> HttpResponse:
    told, kind = visit.request.POST, kind_named(delivery.kind)
    if told.get("do") == "use":
        if profile := profiles(visit.who, kind=delivery.kind).filter(pk=_pk(told.get("profile", ""))).first():
            use(delivery, from_toml(profile.told), table=table)
        return HttpResponseRedirect(reverse("import-columns", args=(delivery.key,)))
    said = mapping_said(told, how=mapping_of(delivery), table=table, incoming=incoming_of(kind))
    remap(delivery, said)
    table, reading = opened(delivery)
    if problem := kept(said, by=by, visit=visit, telling=telling(table, kind)):
        return _page(visit, delivery, table, reading, problem=problem)
    problem = "" if said.source else _(NO_SOURCE)
    if missing := needed_but_missing(incoming_of(kind), reading):
        problem += " " * bool(problem) + _(NEEDED).format(columns=_(", ").join(missing))
    if problem:
        return _page(visit, delivery, table, reading, problem=problem)
    weigh(delivery, by=by, at=visit.at)
    return HttpResponseRedirect(reverse("import-trial", args=(delivery.key,)))


def _loaded(visit: Visit, delivery: Delivery, table: Table, reading: Reader) -> HttpResponse:
    """By a mapping from a file."""
    file = visit.request.FILES.get("map")
    if file is None:
        return _page(visit, delivery, table, reading, problem=_(NO_MAP))
    try:
        use_written(delivery, file.read(LARGEST), table=table)
    except BadMapping as problem:
        return _page(visit, delivery, table, reading, problem=_(problem.sentence).format(**problem.words))
    return HttpResponseRedirect(reverse("import-columns", args=(delivery.key,)))


def kept(mapping: Mapping, *, by: Held, visit: Visit, telling: Collection[str]) -> str:
    """Keep it under its name where it has one; what was wrong with the name."""
    try:
        if mapping.name:
            keep(mapping, name=mapping.name, by=by, at=visit.at, telling=telling)
    except Refused as refused:
        return str(refused)
    return ""


def _page(visit: Visit, delivery: Delivery, table: Table, reading: Reader, *, problem: str = "") -> HttpResponse:
    kind, how = kind_named(delivery.kind), mapping_of(delivery)
    incoming, named = incoming_of(kind), list(profiles(visit.who, kind=kind.name))
    return show(
        visit,
        "desk/import_columns.html",
        status=422 if problem else 200,
        delivery=delivery,
        kind=kind,
        how=how,
        lines=list(head_lines(table, how, incoming)),
        columns=incoming.columns,
        fixed=fixed_fields(how, incoming, kind),
        formats=FORMATS,
        missing=needed_but_missing(incoming, reading),
        doubts=list(of_columns(how, incoming, telling=telling(table, kind), heads=table.heads)),
        origin=proposed_by(delivery, how, heads=table.heads, kept=named),
        profiles=named,
        problem=problem,
    )


def _pk(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0
