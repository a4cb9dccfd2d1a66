"""The office's page for the tokens of other systems: made and told once, revoked, never deleted."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linli.doors.office.kept import KeptAdmin
from linli.doors.office.site import site
from linli.doors.office.typed import AnyModelForm
from linli.ground.text import msg
from linli.ground.token import network_of
from linli.machines import tokens
from linli.machines.models import Token
from linli.policy.present import present

ONCE = msg("The token, shown this once: {token}. Copy it now into the other system; it is stored nowhere.")
WAITS = msg("It opens nothing yet: {holder} is asked on the desk whether it may act from this post.")
REVOKED = msg("The token opens nothing any more.")
NO_NETWORK = msg("This is no address and no network. Write 10.1.2.3 or 10.1.2.0/24.")
NO_MACHINE = msg("No other system acts from such a post. Choose the post of somebody at the desk.")


class NewTokenForm(AnyModelForm):
    days = forms.IntegerField(
        label=gettext_lazy("Good for how many days"), min_value=1, max_value=tokens.MOST, initial=tokens.DAYS
    )

    def clean_network(self) -> str:
        try:
            return network_of(self.cleaned_data["network"])
        except ValueError as error:
            raise ValidationError(_(NO_NETWORK)) from error

    def clean_post(self) -> Any:
        post = self.cleaned_data["post"]
        if post.role in tokens.NOBODY:
            raise ValidationError(_(NO_MACHINE))
        return post


class TokenForm(AnyModelForm):
    revoke = forms.BooleanField(
        label=gettext_lazy("Revoke it now"),
        required=False,
        help_text=gettext_lazy("The other system is shut out at its next request. This cannot be taken back."),
    )


@admin.register(Token, site=site)
class TokenAdmin(KeptAdmin):
    list_display = ("title", "post", "made_at", "agreed_at", "until_at", "last_used_on", "revoked_at")
    list_select_related = ("post__user", "post__unit")
    search_fields = ("title", "post__user__username", "post__user__name", "post__unit__name")
    autocomplete_fields = ("post",)
    shown = (
        *("title", "post", "network", "made_at", "made_by", "agreed_at", "agreed_by"),
        *("until_at", "last_used_on", "revoked_at", "revoked_by"),
    )

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **more: Any) -> Any:
        return super().get_form(request, obj, change, form=TokenForm if obj else NewTokenForm, **more)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        if obj is None:
            return ("title", "post", "days", "network")
        return (*self.shown, *(() if obj.revoked_at else ("revoke",)))

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return self.shown if obj else ()

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        told, at = form.cleaned_data, present()
        by: Any = request.user
        if change:
            if told.get("revoke"):
                tokens.revoke(obj, at=at, by=by)
                self.message_user(request, _(REVOKED), messages.WARNING)
            return
        made = {"title": told["title"], "days": told["days"], "network": told["network"]}
        row, text = tokens.make(told["post"], at=at, by=by, **made)
        obj.pk, obj.made_at, obj.until_at = row.pk, row.made_at, row.until_at
        self.message_user(request, _(ONCE).format(token=text), messages.WARNING)
        if not row.is_agreed:
            self.message_user(request, _(WAITS).format(holder=row.post.user.name), messages.WARNING)
