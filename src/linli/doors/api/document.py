"""The description of the interface (OpenAPI 3.1): every step of every kind with its own form, every error declared."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from functools import lru_cache
from typing import Any

from django.utils import translation
from django.utils.translation import gettext as _
from ninja.openapi import get_schema

from linli.doors.api.fields import told_schema
from linli.doors.api.problems import JSON, PREFIX, SORTS
from linli.doors.api.routes import VERSION, api
from linli.ground.text import msg
from linli.matters.command import Command
from linli.matters.kind import Kind, kinds

SAY, OPEN = f"{PREFIX}matters/{{number}}/{{command}}", f"{PREFIX}{{kind}}"
ALWAYS = (400, 401, 404, 422, 429, 500)
OF_A_STEP = (403, 409, 413)
ABOUT = msg(
    "The ledger of the centre for other systems: what the post of a token may see and do at the desk, nothing more. "
    "Personal words are masked in every answer; they are opened at the desk, with a purpose."
)
Document = dict[str, Any]


@lru_cache(maxsize=4)
def document(language: str) -> Document:
    """Made once for each language: it changes with the code alone."""
    with translation.override(language):
        found: Document = deepcopy(dict(get_schema(api, path_prefix=PREFIX.strip("/"))))
        found["info"] = {"title": "Linli", "version": VERSION, "description": _(ABOUT)}
        paths: dict[str, Any] = found["paths"]
        say, opening = paths.pop(SAY), paths.pop(OPEN)
        paths.update(_steps(say))
        paths.update({OPEN.format(kind=kind.name): {"post": _opened(opening["post"], kind)} for kind in kinds()})
        for path, operations in paths.items():
            for method, operation in operations.items():
                _declare(operation, step=method == "post" or path.startswith(f"{PREFIX}matters/{{number}}/"))
        found["components"]["schemas"]["Problem"] = _problem()
        return found


def _steps(generic: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """One address for each step, for all the kinds that have it."""
    verbs: dict[str, dict[str, Command]] = {}
    for kind in kinds():
        for command in kind.commands:
            if not command.only_beside:
                verbs.setdefault(command.name, {})[kind.name] = command
    for verb, by_kind in sorted(verbs.items()):
        word = " · ".join(dict.fromkeys(_(command.word) for command in by_kind.values()))
        yield (
            SAY.replace("{command}", verb),
            {
                "get": {**_narrowed(generic["get"], "command"), "operationId": f"ask_{verb}", "summary": word},
                "post": {
                    **_narrowed(generic["post"], "command"),
                    "operationId": f"say_{verb}",
                    "summary": word,
                    "requestBody": _body(_told(by_kind), version=True),
                },
            },
        )


def _opened(generic: Mapping[str, Any], kind: Kind) -> Document:
    told = told_schema(kind.opening.form.base_fields)
    summary = _(kind.opening.word)
    body = {"requestBody": _body(told, version=False), "operationId": f"open_{kind.name}", "summary": summary}
    return {**_narrowed(generic, "kind"), **body}


def _narrowed(generic: Mapping[str, Any], name: str) -> Document:
    """The operation where this part of the address is spelled out."""
    left = [one for one in deepcopy(generic["parameters"]) if (one["in"], one["name"]) != ("path", name)]
    return {**deepcopy(dict(generic)), "parameters": left}


def _told(by_kind: Mapping[str, Command]) -> Document:
    """The form of the step; where kinds ask differently, one of theirs."""
    schemas = {kind: told_schema(command.form.base_fields) for kind, command in by_kind.items()}
    different: list[Document] = []
    for schema in schemas.values():
        if schema not in different:
            different.append(schema)
    return different[0] if len(different) == 1 else {"anyOf": different}


def _body(told: Document, *, version: bool) -> Document:
    needed = ["version"] if version else []
    schema = {
        "type": "object",
        "properties": {**({"version": _version()} if version else {}), "told": told},
        "required": [*needed, *(["told"] if told.get("required") else [])],
        "additionalProperties": False,
    }
    return {"required": True, "content": {"application/json": {"schema": schema}}}


def _version() -> Document:
    says = _("The version of the matter that was read; another one now is a conflict.")
    return {"type": "integer", "minimum": 0, "maximum": 2**31 - 1, "description": says}


def _declare(operation: Document, *, step: bool) -> None:
    """Its words in this language, and every error it can answer with."""
    operation.pop("description", None)
    summary = operation["summary"]
    operation["summary"] = _(summary)
    for told in operation.get("parameters", ()):
        if says := told.pop("description", ""):
            told["schema"]["description"] = _(says)
    found = dict(operation["responses"])
    for status in (*ALWAYS, *(OF_A_STEP if step else ())):
        words = " / ".join(_(sort.title) for sort in SORTS.values() if sort.status == status)
        content = {JSON: {"schema": {"$ref": "#/components/schemas/Problem"}}}
        found[status] = {"description": words, "content": content}
    operation["responses"] = {str(status): found[status] for status in sorted(found)}


def _problem() -> Document:
    types = [f"urn:linli:problem:{name}" for name in SORTS]
    properties = {
        "type": {"type": "string", "enum": types},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "fields": {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}},
    }
    return {"type": "object", "properties": properties, "required": ["type", "title", "status", "detail"]}
