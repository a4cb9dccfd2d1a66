"""The gate of Open311: everybody may read what is published; how often is counted by address."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.views.decorators.http import require_http_methods

from linli.doors.open311.answers import Failed, answer, failed
from linli.machines.callers import address_of
from linli.machines.language import spoken
from linli.machines.published import published
from linli.matters.kind import Kind
from linli.policy.present import present

EACH = 120
"""How often one address may ask within a minute."""


@dataclass(frozen=True)
class Asking:
    """One request of another system that nobody knows."""

    request: HttpRequest
    at: datetime
    kinds: tuple[Kind, ...]
    """Those of which everybody may be told today."""

    @property
    def told(self) -> Any:
        """The arguments, wherever they were put."""
        return self.request.POST if self.request.method == "POST" else self.request.GET


View = Callable[..., tuple[str, Any]]


def open_to_all(*ways: str) -> Callable[[View], Callable[..., HttpResponse]]:
    """A view that gives the name of what it answers, and the answer as plain values."""

    def made(view: View) -> Callable[..., HttpResponse]:
        def answered(request: HttpRequest, *, form: str, **named: str) -> HttpResponse:
            at = present()
            try:
                _slow_down(request)
                root, told = view(Asking(request, at, published(at=at)), **named)
            except Failed as failure:
                return failed(failure, form=form)
            return answer(root, told, form=form, status=201 if request.method == "POST" else 200)

        return spoken(require_http_methods(list(ways))(answered))

    return made


def _slow_down(request: HttpRequest) -> None:
    """Counted in the memory of each process, under a digest that nobody can follow. Raises Failed."""
    minute = f"{timezone.now():%Y%m%d%H%M}"
    digest = salted_hmac("linli.open311", f"{minute} {address_of(request)}", algorithm="sha256").hexdigest()
    cache.add(f"open311-{digest}", 0, 120)
    try:
        if cache.incr(f"open311-{digest}") > EACH:
            raise Failed(429)
    except ValueError:
        return
