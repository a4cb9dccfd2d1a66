"""Services: the categories that residents may choose at the counter, each with what else it asks."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django import forms

from linli.doors.open311.gate import Asking
from linli.matters.kind import Kind

SORT = "category"
"""The field of a counter's form in which the service is chosen."""


@dataclass(frozen=True)
class Service:
    kind: Kind
    code: str
    name: str
    group: str


def services(asking: Asking) -> Iterator[Service]:
    """All of them, as the form of the counter offers them."""
    for kind in asking.kinds:
        field = form_fields(kind).get(SORT)
        for group, code, name in _offered(getattr(field, "choices", ())):
            yield Service(kind, code, name, group)


def form_fields(kind: Kind) -> dict[str, forms.Field]:
    assert kind.counter is not None
    return kind.counter.hand_in.form.base_fields


def told_service(service: Service) -> dict[str, Any]:
    return {
        "service_code": service.code,
        "service_name": service.name,
        "description": service.name,
        "metadata": bool(_asked(service)),
        "type": "realtime",
        "keywords": service.group,
        "group": service.group,
    }


def told_definition(service: Service) -> dict[str, Any]:
    fields = form_fields(service.kind)
    attributes = [_attribute(name, fields[name], place) for place, name in enumerate(_asked(service), 1)]
    return {"service_code": service.code, "attributes": attributes}


def _asked(service: Service) -> tuple[str, ...]:
    return service.kind.public.asks if service.kind.public else ()


def _attribute(name: str, field: forms.Field, place: int) -> dict[str, Any]:
    offered = list(_offered(getattr(field, "choices", ())))
    return {
        "variable": True,
        "code": name,
        "datatype": "singlevaluelist" if offered else "string",
        "required": False,
        "datatype_description": "",
        "order": place,
        "description": str(field.label),
        "values": [{"key": code, "name": word} for _group, code, word in offered],
    }


def _offered(choices: Any, group: str = "") -> Iterator[tuple[str, str, str]]:
    """Group, code and word of each."""
    for code, word in choices:
        if isinstance(word, list | tuple):
            yield from _offered(word, str(code))
        elif code:
            yield group, str(code), str(word)
