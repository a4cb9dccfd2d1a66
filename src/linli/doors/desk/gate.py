"""The desk's one gate: who is asking, with which posts, and the one moment at which this request happens."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property, wraps
from typing import Concatenate, ParamSpec

from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils import timezone
from django.utils.http import urlencode
from django_htmx.http import HttpResponseClientRedirect

from linli.doors.desk.passage import request_id
from linli.ground.text import msg
from linli.matters.access import Viewer, viewer
from linli.place.models import Unit
from linli.policy.office import Office, office
from linli.policy.present import present
from linli.policy.stamp import asked_once
from linli.staff.models import Role, User

P = ParamSpec("P")
IDLE = timedelta(minutes=30)
NOTED_EVERY = timedelta(minutes=3)
"""How often the session is told that somebody is still there: a write for every page would be too many."""
SEEN = "seen_at"
NOT_YOURS = msg("None of your posts may do this here. Ask the head of your unit.")


@dataclass(frozen=True)
class Visit:
    """One request of somebody signed in."""

    request: HttpRequest
    who: Viewer
    at: datetime
    office: Office

    @property
    def fragment(self) -> bool:
        """Whether only a part of the page is wanted."""
        return self.request.headers.get("HX-Request") == "true" and "HX-Boosted" not in self.request.headers

    @property
    def posted(self) -> bool:
        return self.request.method == "POST"

    @property
    def opens_office(self) -> bool:
        """What `User.is_staff` says, of the posts that were read for this request."""
        chief = (Role.ADMINISTRATOR, 1, None)
        return any((post.role, post.level, post.for_user_id) == chief for post in self.who.posts)

    @cached_property
    def units(self) -> dict[int, str]:
        """The names of the units one has posts in."""
        pks = {post.unit_id for post in self.who.posts}
        return {unit.pk: unit.label for unit in Unit.objects.filter(pk__in=pks)}

    @property
    def id(self) -> str:
        return request_id(self.request)


View = Callable[Concatenate[Visit, P], HttpResponseBase]


def staffed(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Only for signed-in staff; nothing of it stays in a cache."""

    @asked_once()
    def guarded(request: HttpRequest, /, *args: P.args, **named: P.kwargs) -> HttpResponseBase:
        at = present()
        user = request.user
        if not isinstance(user, User) or _gone(request, at=timezone.now()):
            return to_sign_in(request)
        if user.must_change and request.path != resolve_url("password"):
            return to_own_password(request)
        known = office()
        who = viewer(user, at=at, calendar=known.calendar)
        response = view(Visit(request=request, who=who, at=at, office=known), *args, **named)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return wraps(view)(guarded)


def to_own_password(request: HttpRequest) -> HttpResponse:
    """Whoever came in with a password that somebody else knows goes nowhere before it is changed."""
    target = resolve_url("password")
    fragment = request.headers.get("HX-Request") == "true"
    return HttpResponseClientRedirect(target) if fragment else HttpResponseRedirect(target)


def to_sign_in(request: HttpRequest) -> HttpResponse:
    """The sign-in page, and from there back to where they were."""
    fragment = request.headers.get("HX-Request") == "true"
    back = request.headers.get("HX-Current-URL", "") if fragment else request.get_full_path()
    target = f"{resolve_url('sign-in')}?{urlencode({'next': back})}"
    return HttpResponseClientRedirect(target) if fragment else HttpResponseRedirect(target)


def begin_session(request: HttpRequest, *, at: datetime) -> None:
    request.session[SEEN] = at.isoformat()


def _gone(request: HttpRequest, *, at: datetime) -> bool:
    """Whether nobody has asked for anything for too long; then the session ends."""
    told = request.session.get(SEEN)
    seen_at = datetime.fromisoformat(told) if told else at
    if at - seen_at > IDLE:
        logout(request)
        return True
    if not told or at - seen_at > NOTED_EVERY:
        request.session[SEEN] = at.isoformat()
    return False
