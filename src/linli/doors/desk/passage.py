"""What every request passes: it gets an id, by which an error page and the ledger can be brought together."""

import uuid
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

HEADER = "X-Request-ID"


class RequestIdMiddleware:
    def __init__(self, respond: Callable[[HttpRequest], HttpResponse]) -> None:
        self.respond = respond

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.META[HEADER] = str(uuid.uuid4())
        response = self.respond(request)
        response.headers[HEADER] = request.META[HEADER]
        return response


def request_id(request: HttpRequest) -> str:
    return str(request.META.get(HEADER, ""))
