"""Coming in and going out, and the language and the light in which one works."""

import shlex

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from linli.doors.desk.gate import begin_session
from linli.doors.desk.language import known_language, remember_language, remember_theme
from linli.doors.desk.show import plain
from linli.policy.centre import the_centre
from linli.staff.models import User
from linli.staff.signing import Refused, sign_in
from linli.staff.trials import trials


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
def signing_in(request: HttpRequest) -> HttpResponse:
    back = safe_place(request, request.POST.get("next") or request.GET.get("next", ""))
    if request.method == "GET":
        return HttpResponseRedirect(back) if request.user.is_authenticated else _page(request, back=back)
    at, username = timezone.now(), request.POST.get("username", "").strip()
    try:
        address = request.META.get("REMOTE_ADDR", "")
        user = sign_in(username, password=request.POST.get("password", ""), address=address, at=at)
    except Refused as refused:
        return _page(request, back=back, username=username, problem=str(refused), status=422)
    login(request, user)
    begin_session(request, at=at)
    response = HttpResponseRedirect(back)
    chosen = settings.LANGUAGE_COOKIE_NAME in request.COOKIES
    return response if chosen else remember_language(response, user.language)


@require_POST
def signing_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return HttpResponseRedirect(resolve_url("sign-in"))


@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Switch the language, for the browser and for the user."""
    code = known_language(request.POST.get("language", ""))
    if isinstance(request.user, User):
        User.objects.filter(pk=request.user.pk).update(language=code)
    return remember_language(HttpResponseRedirect(safe_place(request, request.POST.get("next", ""))), code)


@require_POST
def theme(request: HttpRequest) -> HttpResponse:
    place = safe_place(request, request.POST.get("next", ""))
    return remember_theme(HttpResponseRedirect(place), request.POST.get("theme", ""))


def safe_place(request: HttpRequest, place: str) -> str:
    """Where to go on: only within this house."""
    allowed = url_has_allowed_host_and_scheme(
        place, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return place if place and allowed else resolve_url("today")


def _page(request: HttpRequest, *, back: str, username: str = "", problem: str = "", status: int = 200) -> HttpResponse:
    tried = trials(on=timezone.localdate()) if the_centre().demo else []
    values = {"back": back, "username": username, "problem": problem, "trials": tried, "beginning": beginning()}
    return plain(request, "desk/sign_in.html", status=status, **values)


def beginning() -> str:
    """While nobody at all may sign in: the command that makes the first administrator of this very data."""
    if User.objects.exists():
        return ""
    folder = "DIR" if settings.CONFIGURATION.production else shlex.quote(str(settings.CONFIGURATION.data))
    return f"./linli createadmin --data {folder}"
