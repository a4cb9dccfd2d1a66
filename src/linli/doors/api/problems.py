"""Errors in one shape (RFC 9457): type, title, status, a sentence that says what to do, and which fields are wrong."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.machines.language import language_of

PREFIX = "/api/v1/"
JSON = "application/problem+json"


@dataclass(frozen=True)
class Sort:
    """A sort of problem: its name, its status, its title, and the sentence where nothing closer is known."""

    name: str
    status: int
    title: str
    says: str


SORTS = {
    sort.name: sort
    for sort in (
        Sort("unreadable", 400, msg("Not understood"), msg("Send JSON in UTF-8, as the description says.")),
        Sort(
            "no-token",
            401,
            msg("No good token"),
            msg("Send a token as “Authorization: Bearer …”. It may have expired, been revoked or hold only elsewhere."),
        ),
        Sort(
            "not-allowed",
            403,
            msg("Not from this post"),
            msg("The post of this token may not do this here. Use the token of a post that may."),
        ),
        Sort(
            "missing",
            404,
            msg("Nothing here"),
            msg("It does not exist, or it does not belong to the units of this token's post."),
        ),
        Sort(
            "no-such-way",
            405,
            msg("Not in this way"),
            msg("This address is asked in another way: see the description."),
        ),
        Sort("refused", 409, msg("Not lawful now"), msg("This step is not open now.")),
        Sort(
            "conflict",
            409,
            msg("Somebody was first"),
            msg("The matter has changed since that version. Read it again and send the step with its version now."),
        ),
        Sort("too-large", 413, msg("Too large"), msg("Send less than 2.5 MB at once.")),
        Sort("invalid", 422, msg("Not valid"), msg("Put right what is said of each field and send it again.")),
        Sort(
            "key-used",
            422,
            msg("The key was used"),
            msg("Something else was sent under this Idempotency-Key and was recorded. Use a new key for each step."),
        ),
        Sort("too-often", 429, msg("Too often"), msg("Wait a minute and go on more slowly.")),
        Sort(
            "broken", 500, msg("Something went wrong here"), msg("Nothing was recorded. Try again, with the same key.")
        ),
    )
}
BY_STATUS = {sort.status: sort for sort in reversed(SORTS.values())}


@dataclass(frozen=True)
class Problem(Exception):
    """A no that is answered to a machine: of one sort, with a closer sentence and the fields where there are any."""

    sort: str
    detail: str = ""
    fields: Mapping[str, Sequence[str]] = field(default_factory=dict)


def answer(problem: Problem) -> HttpResponse:
    sort = SORTS[problem.sort]
    told: dict[str, Any] = {
        "type": f"urn:linli:problem:{sort.name}",
        "title": _(sort.title),
        "status": sort.status,
        "detail": problem.detail or _(sort.says),
    }
    if problem.fields:
        told["fields"] = {name: list(said) for name, said in problem.fields.items()}
    response = HttpResponse(msgspec.json.encode(told), status=sort.status, content_type=JSON)
    if sort.status == 429:
        response.headers["Retry-After"] = "60"
    if sort.status == 401:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def shape(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """What was refused before or beside this door, in its shape too."""
    sort = BY_STATUS.get(response.status_code)
    if response.status_code < 400 or response.headers.get("Content-Type") == JSON:
        return response
    language = language_of(request)
    with translation.override(language):
        shaped = answer(Problem((sort or BY_STATUS[400]).name))
    kept = {name: text for name, text in response.headers.items() if name in ("Allow", "X-Request-ID")}
    for name, text in {**kept, "Content-Language": language, "Cache-Control": "no-store"}.items():
        shaped.headers[name] = text
    return shaped
