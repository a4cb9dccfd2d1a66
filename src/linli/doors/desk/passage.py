"""What every request passes: it gets an id for error page and ledger, and loses what nobody sees in its words."""

import uuid
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, QueryDict

from linli.ground.text import without_unseen

HEADER = "X-Request-ID"


class RequestIdMiddleware:
    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.META[HEADER] = str(uuid.uuid4())
        response = self.respond(request)
        response.headers[HEADER] = request.META[HEADER]
        return response


class UnseenMiddleware:
    """Words come in without control characters, whatever form or filter they are for; no address holds any."""

    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if without_unseen(request.path_info) != request.path_info:
            raise Http404(request.path_info)
        request.GET = _readable(request.GET)  # type: ignore[assignment]
        if request.method == "POST":
            request.POST = _readable(request.POST)  # type: ignore[assignment]
        return self.respond(request)


def _readable(told: QueryDict) -> QueryDict:
    if not any(without_unseen(text) != text for name, texts in told.lists() for text in (name, *texts)):
        return told
    readable = QueryDict(mutable=True)
    for name, texts in told.lists():
        readable.setlist(without_unseen(name), [without_unseen(text) for text in texts])
    return readable


def request_id(request: HttpRequest) -> str:
    return str(request.META.get(HEADER, ""))
