"""One's own password: the old one, the new one twice; every other session of the user ends, this one goes on."""

import logging
from typing import Any

from django import forms
from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import ValidationError
from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from linli.doors.desk.gate import Visit, staffed
from linli.doors.desk.show import show
from linli.staff.given import changes_of
from linli.staff.passwords import choose_password

logger = logging.getLogger(__name__)


class PasswordForm(forms.Form):
    """What is typed is never shown again."""

    present = forms.CharField(
        label=gettext_lazy("Present password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    new = forms.CharField(
        label=gettext_lazy("New password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=gettext_lazy("At least 12 characters, not digits alone, no common password, nothing like your name."),
    )
    again = forms.CharField(
        label=gettext_lazy("New password once more"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        if "new" in told and "again" in told and told["new"] != told["again"]:
            self.add_error("again", gettext_lazy("The two new passwords are not the same."))
        return told


@sensitive_post_parameters("present", "new", "again")
@require_http_methods(["GET", "POST"])
@staffed
def password(visit: Visit) -> HttpResponse:
    form = PasswordForm(visit.request.POST if visit.posted else None)
    if not visit.posted:
        return _page(visit, form)
    if form.is_valid() and _chosen(visit, form):
        messages.success(visit.request, _("Your password is changed. All your other sessions have ended."))
        return HttpResponseRedirect(reverse("today"))
    return _page(visit, form, status=422)


def _page(visit: Visit, form: PasswordForm, *, status: int = 200) -> HttpResponse:
    changes = changes_of(visit.who.user, at=visit.at)
    return show(visit, "desk/password.html", status=status, form=form, changes=changes)


def _chosen(visit: Visit, form: PasswordForm) -> bool:
    user, told = visit.who.user, form.cleaned_data
    address = visit.request.META.get("REMOTE_ADDR", "")
    try:
        choose_password(user, present=told["present"], new=told["new"], address=address, at=visit.at)
    except ValidationError as problem:
        form.add_error(None, problem)
        return False
    update_session_auth_hash(visit.request, user)
    logger.info("User %s chose a new password.", user.pk)
    return True
