"""The office's page for the tokens of screens: made and shown once, revoked, and both in the office's own history."""

import ipaddress
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import admin, messages
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from linli.doors.screen import tokens
from linli.doors.screen.models import Token
from linli.ground.text import msg
from linli.matters.shown import when
from linli.policy.present import present

if TYPE_CHECKING:
    AnyModelAdmin = admin.ModelAdmin[Any]
    AnyModelForm = forms.ModelForm[Any]
else:
    AnyModelAdmin, AnyModelForm = admin.ModelAdmin, forms.ModelForm

DAYS, MOST = 365, 3660
ONCE = msg("Open this address once on that screen. It is shown only now: {address}")
REVOKED = msg("Token {number} opens nothing any more.")
NO_NETWORK = msg("Write one address or a network: 10.1.2.3 or 10.1.2.0/24.")


class TokenForm(AnyModelForm):
    """A new one: of which unit, for how long, perhaps from one network only."""

    days = forms.IntegerField(label=gettext_lazy("Good for so many days"), min_value=1, max_value=MOST, initial=DAYS)

    class Meta:
        model = Token
        fields = ("unit", "network")
        labels = {"unit": gettext_lazy("Unit, with all below it"), "network": gettext_lazy("Only from (optional)")}
        help_texts = {"network": gettext_lazy("An address or a network, such as 10.1.2.0/24.")}

    def clean_network(self) -> str:
        told = str(self.cleaned_data["network"]).strip()
        try:
            return str(ipaddress.ip_network(told, strict=False)) if told else ""
        except ValueError as error:
            raise forms.ValidationError(_(NO_NETWORK)) from error


class RevokeForm(AnyModelForm):
    """Of one that there is nothing changes but that it ends."""

    revoke = forms.BooleanField(label=gettext_lazy("Revoke it: the screen goes dark at its next question"))

    class Meta:
        model = Token
        fields = ()


@admin.register(Token)
class TokenAdmin(AnyModelAdmin):
    actions = None
    list_display = ("number", "unit", "holds", "shown_network", "made")
    list_select_related = ("unit",)
    search_fields = ("unit__code", "unit__name", "unit__name_en")
    autocomplete_fields = ("unit",)
    ordering = ("-pk",)
    show_full_result_count = False

    @admin.display(description=gettext_lazy("number"), ordering="pk")
    def number(self, row: Token) -> str:
        return f"{row.pk}"

    @admin.display(description=gettext_lazy("holds"))
    def holds(self, row: Token) -> str:
        if row.revoked_at:
            return _("revoked {moment}").format(moment=when(row.revoked_at))
        said = _("until {moment}") if present() < row.until_at else _("expired {moment}")
        return said.format(moment=when(row.until_at))

    @admin.display(description=gettext_lazy("only from"))
    def shown_network(self, row: Token) -> str:
        return row.network or "—"

    @admin.display(description=gettext_lazy("made"))
    def made(self, row: Token) -> str:
        return when(row.made_at)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """It is revoked, and stays as what once opened a screen."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return super().has_change_permission(request, obj) and (obj is None or obj.revoked_at is None)

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **more: Any) -> Any:
        return super().get_form(request, obj, change, form=RevokeForm if obj else TokenForm, **more)

    def get_fields(self, request: HttpRequest, obj: Any = None) -> list[Any]:
        return ["unit", "days", "network"] if obj is None else [*self.get_readonly_fields(request, obj), "revoke"]

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> tuple[str, ...]:
        return () if obj is None else ("number", "unit", "holds", "shown_network", "made")

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        if change:
            tokens.revoke(obj, at=present())
            self.message_user(request, _(REVOKED).format(number=obj.pk), messages.SUCCESS)
            return
        at, told = present(), form.cleaned_data
        row, text = tokens.make(told["unit"], at=at, days=told["days"], network=told["network"])
        obj.__dict__.update({name: value for name, value in row.__dict__.items() if name != "_state"})
        address = request.build_absolute_uri(reverse("screen-enter", args=[text]))
        self.message_user(request, _(ONCE).format(address=address), messages.WARNING)
