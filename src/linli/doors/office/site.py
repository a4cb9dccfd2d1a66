"""The office itself: Django's admin under Linli's name, behind the desk's sign-in."""

from typing import Any

from django.contrib import admin
from django.contrib.admin import AdminSite
from django.contrib.auth import logout
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.template.response import TemplateResponse
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.translation import gettext_lazy as _

from linli.doors.office.guide import finished, guide
from linli.policy.centre import the_centre


class OfficeSite(AdminSite):
    site_header = _("Linli office")
    site_title = _("Linli office")
    index_title = _("What this centre is set up with")
    enable_nav_sidebar = False
    index_template = "office/index.html"

    def index(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        tasks = guide()
        told = {"guide": tasks, "finished": finished(tasks), "centre_name": the_centre().name}
        return super().index(request, {**told, **(extra_context or {})})

    def has_permission(self, request: HttpRequest) -> bool:
        return super().has_permission(request) and not getattr(request.user, "must_change", False)

    def login(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """Send strangers to the desk's sign-in; refuse those who are in already and may not come here."""
        if getattr(request.user, "must_change", False):
            return HttpResponseRedirect(resolve_url("password"))
        if request.user.is_authenticated and not self.has_permission(request):
            raise PermissionDenied
        back = request.GET.get("next", "")
        if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
            back = resolve_url("admin:index")
        return HttpResponseRedirect(f"{resolve_url('sign-in')}?{urlencode({'next': back})}")

    def logout(  # type: ignore[override]
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        logout(request)
        return HttpResponseRedirect(resolve_url("sign-in"))

    def password_change(  # type: ignore[override]
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """One's own password is changed in one place, at the desk."""
        return HttpResponseRedirect(resolve_url("password"))


site = admin.site
"""The office itself, as `front.Front` says; made when it is first looked at."""
