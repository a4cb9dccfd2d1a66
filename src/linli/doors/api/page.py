"""The description of the interface as a page that people read, and as the document that machines read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.template import engines
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from linli.doors.api.document import document
from linli.doors.api.problems import JSON, PREFIX, SORTS
from linli.machines.language import HEADERS
from linli.matters.kind import kinds
from linli.policy.centre import the_centre

CODE = {
    "bearer": "Authorization: Bearer …",
    "key": "Idempotency-Key: …",
    "language": "Accept-Language: zh / en",
    "problem": JSON,
    "type": "type",
    "document": "openapi.json (OpenAPI 3.1)",
    "curl": """curl -H "Authorization: Bearer $TOKEN" "$LINLI/api/v1/matters?colour=red&size=20"
curl -H "Authorization: Bearer $TOKEN" -H "Idempotency-Key: 7f3a" -H "Content-Type: application/json" \\
     -d '{"version": 3, "told": {"text": "…"}}' "$LINLI/api/v1/matters/QS-2026-000042/note\"""",
    "webhook": """webhook-id: …
webhook-timestamp: 1764403200
webhook-signature: v1,…

{"type": "matter.notice", "timestamp": "2026-11-29T08:00:00Z", "data": {…}}""",
}
"""What is typed and read as it stands, in every language."""


@dataclass(frozen=True)
class Field:
    """One thing an address may be told: in the query, in a header or in the form of a step."""

    name: str
    word: str
    sort: str
    needed: bool


@dataclass(frozen=True)
class Way:
    """One way of asking one address."""

    method: str
    path: str
    word: str
    fields: tuple[Field, ...]


@require_GET
def front(_request: HttpRequest) -> HttpResponseRedirect:
    """Who looks for the interface by the first part of its addresses is shown its page."""
    return HttpResponseRedirect(reverse("api-page"))


@require_GET
def description(request: HttpRequest) -> JsonResponse:
    return JsonResponse(document(get_language() or settings.LANGUAGE_CODE), json_dumps_params={"ensure_ascii": False})


@require_GET
def page(request: HttpRequest) -> HttpResponse:
    """People read it, so it speaks as every page of the house does, whatever their browser would rather have."""
    language = get_language() or settings.LANGUAGE_CODE
    told = document(language)
    values = {
        "told": told,
        "reading": [way for way in _ways(told) if "/{number}/" not in way.path and way.method == "GET"],
        "opening": [way for way in _ways(told) if "/{number}/" not in way.path and way.method == "POST"],
        "steps": {_(kind.word): _of_kind(told, {one.name for one in kind.commands}) for kind in kinds()},
        "problems": [
            (f"urn:linli:problem:{sort.name}", sort.status, _(sort.title), _(sort.says)) for sort in SORTS.values()
        ],
        "code": CODE,
        "centre_name": the_centre().label,
        "language": language,
        "languages": settings.LANGUAGES,
        "here": request.path,
    }
    html = engines["jinja2"].get_template("api/page.html").render(values, request)
    return HttpResponse(html, headers=HEADERS)


def _of_kind(told: Mapping[str, Any], verbs: set[str]) -> list[Way]:
    before = f"{PREFIX}matters/{{number}}/"
    return [way for way in _ways(told) if way.method == "POST" and way.path.removeprefix(before) in verbs]


def _ways(told: Mapping[str, Any]) -> Iterator[Way]:
    for path, operations in told["paths"].items():
        for method, one in operations.items():
            yield Way(method.upper(), path, one.get("summary", ""), tuple(_fields(one)))


def _fields(one: Mapping[str, Any]) -> Iterator[Field]:
    for parameter in one.get("parameters", ()):
        if parameter["in"] == "query":
            schema = parameter["schema"]
            says = schema.get("description", "")
            yield Field(parameter["name"], says, _sort(schema), parameter.get("required", False))
    body = one.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {})
    whole = body.get("properties", {}).get("told", {})
    for schema in whole.get("anyOf", [whole]):
        for name, field in schema.get("properties", {}).items():
            word = " · ".join(text for text in (field["title"], field.get("description", "")) if text)
            yield Field(name, word, _sort(field), name in schema["required"])


def _sort(schema: Mapping[str, Any]) -> str:
    """In a few signs what a value looks like."""
    if "enum" in schema:
        return " | ".join(str(one) for one in schema["enum"])
    several = [_sort(one) for one in schema.get("anyOf", ()) if one.get("type") != "null"]
    if several:
        return ", ".join(several)
    if schema.get("type") == "array":
        return f"[{_sort(schema.get('items', {}))}]"
    if schema.get("type") == "object" and schema.get("properties"):
        return "{" + ", ".join(schema["properties"]) + "}"
    sort = schema.get("format") or schema.get("type") or ""
    return sort if isinstance(sort, str) else " | ".join(sort)
