"""The gate of other systems: a bearer's token, looked up anew at each request, and how often it may ask."""

from typing import Any

from django.http import HttpRequest
from ninja.security import HttpBearer

from linli.doors.api.problems import Problem
from linli.machines.callers import Caller, caller, too_often


class Bearer(HttpBearer):
    """`Authorization: Bearer TOKEN`; the caller stands in `request.auth` then."""

    def authenticate(self, request: HttpRequest, token: str) -> Caller | None:
        called = caller(request, token)
        if called and too_often(called, writes=request.method == "POST"):
            raise Problem("too-often")
        return called


def called(request: Any) -> Caller:
    """Who calls."""
    found: Caller = request.auth
    return found
