"""The addresses of GeoReport v2: discovery, services, definitions, requests and tokens."""

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponseRedirect
from django.urls import reverse
from django.views.decorators.http import require_GET

from linli.doors.open311.answers import PREFIX, Failed
from linli.doors.open311.asking import asked_for
from linli.doors.open311.gate import Asking, open_to_all
from linli.doors.open311.handing import hand_in
from linli.doors.open311.service import services, told_definition, told_service
from linli.doors.open311.told import told_request
from linli.matters.models import Matter
from linli.matters.openly import candidates, followable
from linli.policy.centre import the_centre

Answer = tuple[str, Any]
SPECIFICATION = "http://wiki.open311.org/GeoReport_v2"
CHANGED = "2026-11-29T00:00:00Z"
FORMATS = ("text/xml", "application/json")


@require_GET
def front(_request: HttpRequest) -> HttpResponseRedirect:
    """Who looks for the interface by the first part of its addresses is told where all of it stands."""
    return HttpResponseRedirect(reverse("open311-discovery", kwargs={"form": "xml"}))


@open_to_all("GET")
def discovery(asking: Asking) -> Answer:
    """Where which interface stands."""
    endpoint = {
        "specification": SPECIFICATION,
        "url": asking.request.build_absolute_uri(PREFIX.rstrip("/")),
        "changeset": CHANGED,
        "type": "production",
        "formats": list(FORMATS),
    }
    centre = the_centre()
    contact = " ".join(part for part in (centre.name, centre.hotline) if part)
    return "discovery", {"changeset": CHANGED, "contact": contact, "key_service": contact, "endpoints": [endpoint]}


@open_to_all("GET")
def service_list(asking: Asking) -> Answer:
    return "services", [told_service(one) for one in services(asking)]


@open_to_all("GET")
def definition(asking: Asking, code: str) -> Answer:
    found = next((one for one in services(asking) if one.code == code), None)
    if found is None:
        raise Failed(404)
    return "service_definition", told_definition(found)


@open_to_all("GET", "POST")
def requests(asking: Asking) -> Answer:
    """GET lists, POST hands in: it answers with the number, so never with a token."""
    if asking.request.method == "POST":
        number = hand_in(asking)
        return "service_requests", [{"service_request_id": number, "service_notice": "", "account_id": None}]
    return "service_requests", _told(asking, asked_for(asking))


@open_to_all("GET")
def one_request(asking: Asking, number: str) -> Answer:
    return "service_requests", _one(asking, number)


@open_to_all("GET")
def token(asking: Asking, number: str) -> Answer:
    """No token is ever given; who asks with a number is told the number."""
    found = _one(asking, number)[0]["service_request_id"]
    return "service_requests", [{"service_request_id": found, "token": found}]


def _one(asking: Asking, number: str) -> list[dict[str, Any]]:
    """Missing alike where there is none and where nobody may be told of it. Raises Failed."""
    found = _told(asking, candidates(asking.kinds).filter(number=number))
    if not found:
        raise Failed(404)
    return found


def _told(asking: Asking, rows: Iterable[Matter]) -> list[dict[str, Any]]:
    found = list(followable(rows))
    named = {(one.kind.name, one.code): one for one in services(asking)} if found else {}
    return [told_request(row, state, named.get((row.kind, row.category))) for row, state in found]
