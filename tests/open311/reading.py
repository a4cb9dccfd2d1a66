"""The published description of GeoReport v2 as checks: what each answer must hold, in XML as in JSON."""

from datetime import datetime
from typing import Any
from xml.etree import ElementTree as Xml

from django.test import Client

HERE = "/open311/v2/"
NEEDED = {
    "services": {"service_code", "service_name", "description", "metadata", "type", "keywords", "group"},
    "service_requests": {"service_request_id", "status", "service_code", "requested_datetime"},
    "errors": {"code", "description"},
}
ALLOWED = {
    *("service_request_id", "status", "status_notes", "service_name", "service_code", "description"),
    *("agency_responsible", "service_notice", "requested_datetime", "updated_datetime", "expected_datetime"),
    *("address", "address_id", "zipcode", "lat", "long", "media_url"),
}
ITEMS = {
    "services": "service",
    "service_requests": "request",
    "errors": "error",
    "attributes": "attribute",
    "values": "value",
    "endpoints": "endpoint",
    "formats": "format",
}


def both(client: Client, place: str, root: str, *, status: int = 200) -> Any:
    """The answer, which must say the same in XML and in JSON, and be as described."""
    path, _mark, query = place.partition("?")
    xml, json = (client.get(f"{HERE}{path}.{form}?{query}") for form in ("xml", "json"))
    assert (xml.status_code, json.status_code) == (status, status), json.content
    assert xml.headers["Content-Type"] == "text/xml; charset=utf-8"
    assert json.headers["Content-Type"] == "application/json; charset=utf-8"
    element = Xml.fromstring(xml.content)
    assert element.tag == root
    assert plain(element) == as_text(json.json())
    for one in json.json() if root in NEEDED else ():
        conforms(root, one)
    return json.json()


def conforms(root: str, one: dict[str, Any]) -> None:
    assert NEEDED[root] <= set(one)
    if root == "services":
        assert one["type"] in ("realtime", "batch", "blackbox")
        assert isinstance(one["metadata"], bool)
    if root == "service_requests":
        assert set(one) <= ALLOWED
        assert one["status"] in ("open", "closed")
        for name in ("requested_datetime", "updated_datetime", "expected_datetime"):
            assert one[name] is None or datetime.fromisoformat(one[name]).tzinfo


def plain(element: Xml.Element) -> Any:
    if element.tag in ITEMS:
        assert {child.tag for child in element} <= {ITEMS[element.tag]}
        return [plain(child) for child in element]
    return {child.tag: plain(child) for child in element} if len(element) else element.text or ""


def as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: as_text(one) for name, one in value.items()}
    if isinstance(value, list):
        return [as_text(one) for one in value]
    return "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
