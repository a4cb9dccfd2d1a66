"""Opening masked words for a stated purpose, which is logged; and the files and the record that leave the house."""

import json
from collections.abc import Iterable
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linli.doors.desk.gate import NOT_YOURS, Visit, staffed
from linli.doors.desk.revealing import OF_A_FILE, OF_THE_RECORD, PURPOSE_WORDS
from linli.doors.desk.show import fragment, plain, show
from linli.doors.desk.steps import Rights
from linli.doors.desk.views.matter import matter_page
from linli.ground.clock import utc_text
from linli.ground.text import msg
from linli.matters import access, files
from linli.matters.commands import in_hand
from linli.matters.kind import BARRED, Kind, kind_named
from linli.matters.lines import payloads, tell
from linli.matters.models import Event, Matter
from linli.matters.named import grid_of, names_in
from linli.matters.reading import WHOLE, act_to_open, events_of, log_look, opened_by, private_fields, withheld_from
from linli.matters.words import words_of

KEPT_BY_DESK = msg("The resident asked for confidence: only the desk that took this in may read it. Ask the desk.")


@require_http_methods(["GET", "POST"])
@staffed
def reveal(visit: Visit, number: str, seq: int) -> HttpResponse:
    """Ask for the purpose, log the look, and show the page with these words open until it is loaded again."""
    seen = access.find(visit.who, number)
    by = Rights(visit, seen).post(act_to_open(seen, seq))
    if by is None:
        raise PermissionDenied(_(NOT_YOURS))
    _not_barred(visit, seen)
    _not_withheld(visit, seen, seq)
    if not private_fields(seen, seq):
        raise Http404(str(seq))
    purpose = visit.request.POST.get("purpose", "")
    if purpose not in PURPOSE_WORDS:
        return _ask_purpose(visit, seen, seq, status=422 if visit.posted else 200)
    log_look(seen, seq=seq, by=by, purpose=purpose, at=visit.at)
    told = frozenset(
        int(one)
        for one in visit.request.POST.get("opened", "").split(",")
        if one.isascii() and one.isdigit() and len(one) < 10
    )
    before = opened_by(seen, user=visit.who.user.pk, among=told, at=visit.at)
    return matter_page(visit, seen, opened=before | {seq})


@require_GET
@staffed
def attachment(visit: Visit, number: str, seq: int) -> HttpResponse:
    """A file, always as a download, for those who may open personal words; each look is logged."""
    seen = access.find(visit.who, number)
    file = next((one for one in in_hand(seen).state.files if one.seq == seq), None)
    if file is None:
        raise Http404(str(seq))
    by = Rights(visit, seen).post("reveal")
    if by is None:
        raise PermissionDenied(_(NOT_YOURS))
    _not_barred(visit, seen)
    _not_withheld(visit, seen, seq)
    try:
        content = None if file.removed else files.opened(file.stored)
    except FileNotFoundError:
        content = None
    if content is None:
        title, said = _("This file was taken away"), _("The timeline says when, by whom and why.")
        return plain(visit.request, "desk/error.html", status=410, code=410, title=title, said=said)
    log_look(seen, seq=seq, by=by, purpose=OF_A_FILE, at=visit.at)
    response = HttpResponse(content, content_type=file.mime)
    response.headers["Content-Disposition"] = str(
        content_disposition_header(True, words_of(seen, withheld=frozenset()).at(seq, "name").text or number)
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


@require_GET
@staffed
def export(visit: Visit, number: str) -> HttpResponse:
    """The timeline as JSON with its hashes, words masked: what an auditor can check without this house; logged."""
    seen = access.find(visit.who, number)
    by = Rights(visit, seen).post("export")
    if by is None:
        raise PermissionDenied(_(NOT_YOURS))
    _not_barred(visit, seen)
    log_look(seen, seq=WHOLE, by=by, purpose=OF_THE_RECORD, at=visit.at)
    text = json.dumps(_record(visit, seen), ensure_ascii=False, indent=1)
    response = HttpResponse(text, content_type="application/json; charset=utf-8")
    response.headers["Content-Disposition"] = str(content_disposition_header(True, f"{seen.number}.json"))
    return response


def _not_barred(visit: Visit, seen: Matter) -> None:
    """Raises PermissionDenied for who may not handle the matter any more, with whatever post."""
    if kind_named(seen.kind).barred(in_hand(seen).state, visit.who.user.pk):
        raise PermissionDenied(_(BARRED))


def _not_withheld(visit: Visit, seen: Matter, seq: int) -> None:
    """Raises PermissionDenied for words that only the desk's side may read."""
    if seq in withheld_from(visit.who, seen, in_hand(seen).state):
        raise PermissionDenied(_(KEPT_BY_DESK))


def _record(visit: Visit, seen: Matter) -> dict[str, Any]:
    kind, events = kind_named(seen.kind), events_of(seen)
    kept = withheld_from(visit.who, seen, in_hand(seen).state)
    said, grid = words_of(seen, masks=kind.masks, withheld=kept), grid_of(seen)
    names = names_in(
        payloads(events),
        users=[pk for event in events for pk in (event.user_id, event.behalf_id)],
        posts=[event.post_id for event in events],
    )
    lines = tell(events, kind=kind, book=said, names=names)
    kept |= _of_the_desk(events, kind) if kept else frozenset()
    return {
        "number": seen.number,
        "kind": seen.kind,
        "head": seen.head,
        "grid": {"code": grid.code, "name": grid.unit.label} if grid else None,
        "exported_at": utc_text(visit.at),
        "exported_by": visit.who.user.username,
        "request": visit.id,
        "events": [
            {
                **_told(event, kept=event.seq in kept),
                "who": line.who,
                "role": line.role,
                "unit": line.unit,
                "sentence": line.sentence,
            }
            for event, line in zip(events, lines, strict=True)
        ],
    }


def _of_the_desk(events: Iterable[Event], kind: Kind) -> frozenset[int]:
    """The events that tell in plain fields what only the desk reads, whoever may read their words."""
    facts = ((one.seq, kind.fact(one.fact).reread(json.loads(one.payload))) for one in events)
    return frozenset(seq for seq, fact in facts if fact.is_discreet())


def _told(event: Event, *, kept: bool) -> dict[str, Any]:
    """The very texts that are hashed, so that the chain can be checked again; of what the desk keeps only the hash:
    where it is on the map stands there too, and may be a door."""
    return {
        "seq": event.seq,
        "at": utc_text(event.at),
        "fact": event.fact,
        "payload": None if kept else event.payload,
        "digests": event.digests,
        "actor": [event.user_id, event.post_id],
        "behalf": event.behalf_id,
        "request": event.request,
        "hash": event.hash,
    }


def _ask_purpose(visit: Visit, seen: Matter, seq: int, *, status: int) -> HttpResponse:
    values = {"matter": seen, "seq": seq, "purposes": PURPOSE_WORDS, "opened": visit.request.GET.get("opened", "")}
    if visit.fragment:
        return fragment(visit, "desk/purpose.html", status=status, **values)
    return show(visit, "desk/reveal.html", status=status, **values)
