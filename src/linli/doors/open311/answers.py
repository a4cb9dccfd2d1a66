"""Answers of GeoReport v2: the same plain values as XML or as JSON, and errors as a list of code and description."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree import ElementTree as Xml

import msgspec
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.machines.language import language_of

PREFIX = "/open311/v2/"
TYPES = {"xml": "text/xml; charset=utf-8", "json": "application/json; charset=utf-8"}
ONE_OF = {
    "services": "service",
    "service_requests": "request",
    "attributes": "attribute",
    "values": "value",
    "errors": "error",
    "endpoints": "endpoint",
    "formats": "format",
}
"""What one of each list is called in XML."""
SAYS = {
    400: msg("The request is not understood. Look at its arguments."),
    403: msg("Send a good api_key; the centre gives them."),
    404: msg("There is nothing of this name, or nothing that everybody may know."),
    405: msg("This address is asked in another way."),
    413: msg("The request is too large."),
    429: msg("Asked too often. Wait a minute."),
    500: msg("Something went wrong here. Nothing was recorded."),
}
NO_FORMAT = msg("Nothing stands here. Each address ends in the format that is wanted: .xml or .json.")


@dataclass(frozen=True)
class Failed(Exception):
    """A no, with its status and the sentences that say why."""

    status: int
    says: tuple[str, ...] = ()


def answer(root: str, told: Any, *, form: str, status: int = 200) -> HttpResponse:
    """`root` is the element that holds it in XML; JSON has no root."""
    content = written(root, told) if form == "xml" else msgspec.json.encode(told)
    return HttpResponse(content, status=status, content_type=TYPES[form])


def failed(failure: Failed, *, form: str) -> HttpResponse:
    says = failure.says or (_(SAYS.get(failure.status, SAYS[400])),)
    told = [{"code": failure.status, "description": text} for text in says]
    response = answer("errors", told, form=form, status=failure.status)
    if failure.status == 429:
        response.headers["Retry-After"] = "60"
    return response


def shape(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """What was refused before or beside this door, as a list of errors too."""
    if response.status_code < 400 or response.headers.get("Content-Type") in TYPES.values():
        return response
    with translation.override(language_of(request)):
        shaped = failed(Failed(response.status_code, _closer(request, response)), form=form_of(request))
    if allowed := response.headers.get("Allow"):
        shaped.headers["Allow"] = allowed
    return shaped


def _closer(request: HttpRequest, response: HttpResponse) -> tuple[str, ...]:
    """What was most likely forgotten, where nothing stands: the specification writes `services.[format]`."""
    forgotten = response.status_code == 404 and not request.path_info.endswith(tuple(f".{form}" for form in TYPES))
    return (_(NO_FORMAT),) if forgotten else ()


def form_of(request: HttpRequest) -> str:
    """By the end of the address; XML, which everybody must know, where it says nothing."""
    return "json" if request.path_info.endswith(".json") else "xml"


def written(root: str, told: Any) -> bytes:
    content: bytes = Xml.tostring(_element(root, told), encoding="utf-8", xml_declaration=True)
    return content


def _element(name: str, value: Any) -> Xml.Element:
    made = Xml.Element(name)
    if isinstance(value, Mapping):
        made.extend(_element(part, told) for part, told in value.items())
    elif isinstance(value, Sequence) and not isinstance(value, str):
        made.extend(_element(ONE_OF[name], told) for told in value)
    elif value is not None:
        made.text = str(value).lower() if isinstance(value, bool) else str(value)
    return made
