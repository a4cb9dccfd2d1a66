"""Handing in by another system: its arguments become the form of the counter, who asks goes in encrypted."""

import logging
import uuid
from collections.abc import Iterator
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from linli.doors.open311.answers import Failed
from linli.doors.open311.gate import Asking
from linli.doors.open311.service import SORT, Service, form_fields, services
from linli.ground.text import msg
from linli.machines.callers import Caller, caller, too_often
from linli.matters.command import CommandForm, Scene
from linli.matters.commands import NotAllowed, Refused, Saying, SentBefore
from linli.matters.following import at_the_counter
from linli.matters.handed_in import take_in
from linli.matters.kind import Kind
from linli.matters.pointing import point_of, point_text
from linli.matters.state import State
from linli.place.grid import cell_at
from linli.policy.book import book

ACT = "record"
"""What the post of an api_key must be allowed to do."""
NO_SERVICE = msg("service_code is missing.")
UNKNOWN_SERVICE = msg("There is no service of this code. See services.")
NO_PLACE = msg("Say where it is: lat and long, address_string or address_id.")
NO_POINT = msg("lat and long are degrees, as in 28.003 and 115.012.")
log = logging.getLogger(__name__)


def hand_in(asking: Asking) -> str:
    """The number of the matter that was opened. Raises Failed."""
    called = _known(asking)
    service = _service(asking)
    kind, told = service.kind, asking.told
    form = _form(kind, _data(told, service), asking)
    if not form.is_valid():
        raise Failed(400, tuple(f"{name}: {text}" for name, texts in form.errors.items() for text in texts))
    key = called.key(f"open311 {sent}" if (sent := asking.request.headers.get("Idempotency-Key", "")) else "")
    saying = Saying(at_the_counter(at=asking.at), asking.at, str(uuid.UUID(key)), request=called.request)
    try:
        number = take_in(kind, told=form.cleaned_data, saying=saying).matter.number
    except (Refused, SentBefore) as refused:
        raise Failed(400, (str(refused),)) from refused
    except NotAllowed as error:
        raise Failed(403) from error
    log.info("token %s handed in %s", called.token.pk, number)
    return number


def _known(asking: Asking) -> Caller:
    called = caller(asking.request, asking.told.get("api_key", ""))
    if called is None or not called.who.posts_for(ACT):
        raise Failed(403)
    if too_often(called, writes=True):
        raise Failed(429)
    return called


def _service(asking: Asking) -> Service:
    code = asking.told.get("service_code", "")
    if not code:
        raise Failed(400, (_(NO_SERVICE),))
    found = next((one for one in services(asking) if one.code == code), None)
    if found is None:
        raise Failed(404, (_(UNKNOWN_SERVICE),))
    return found


def _form(kind: Kind, data: QueryDict, asking: Asking) -> CommandForm:
    assert kind.counter is not None
    by = at_the_counter(at=asking.at).posts[0]
    scene = Scene(state=State(kind=kind.name), told={}, by=by, at=asking.at, book=book(asking.at), number="")
    return kind.counter.hand_in.form(data, scene=scene)


def _data(told: Any, service: Service) -> QueryDict:
    """What the counter's form would be posted."""
    public, fields = service.kind.public, form_fields(service.kind)
    assert public is not None
    asked = {name: told.get(f"attribute[{name}]", "") or public.assumed.get(name, "") for name in public.asks}
    who = {"name": _name(told), "phone": told.get("phone", "").strip()}
    nobody = {public.anonymous: "on"} if public.anonymous and not any(who.values()) else {}
    data = QueryDict(mutable=True)
    for name, text in {SORT: service.code, "story": _story(told), **_place(told), **who, **nobody, **asked}.items():
        if name in fields and text:
            data[name] = text
    return data


def _place(told: Any) -> dict[str, str]:
    """Of lat and long, address_string and address_id one must be told. Raises Failed."""
    lat, long = told.get("lat", "").strip(), told.get("long", "").strip()
    where = {"place": told.get("address_string", "").strip(), "cell": told.get("address_id", "").strip()}
    if not (lat or long):
        if not any(where.values()):
            raise Failed(400, (_(NO_PLACE),))
        return where
    point = point_of(f"{long},{lat}")
    if point is None:
        raise Failed(400, (_(NO_POINT),))
    cell = cell_at(*point)
    return {**where, "point": point_text(*point), "cell": where["cell"] or (cell.code if cell else "")}


def _name(told: Any) -> str:
    """The family name first where it is Chinese; an address for mail stands behind it."""
    first, last = told.get("first_name", "").strip(), told.get("last_name", "").strip()
    whole = f"{last}{first}" if not (first + last).isascii() else f"{first} {last}".strip()
    return " ".join(part for part in (whole, told.get("email", "").strip()) if part)


def _story(told: Any) -> str:
    return "\n".join(_said(told))


def _said(told: Any) -> Iterator[str]:
    for name in ("description", "media_url"):
        if text := told.get(name, "").strip():
            yield text
