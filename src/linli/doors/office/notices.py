"""The office's pages for the channels and texts of notices, and for what could not be sent."""

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from linli.doors.office.kept import DatedAdmin
from linli.doors.office.site import site
from linli.doors.office.typed import AnyModelForm
from linli.ground.text import msg
from linli.notices.again import not_sent, send_again
from linli.notices.guarding import Forbidden, parts_of
from linli.notices.models import Channel, Sort, Text
from linli.notices.preview import longest_segments
from linli.notices.private import Private, keep, private_of
from linli.notices.signing import make_webhook_secret, webhook_key
from linli.notices.texts import RESIDENT

ONCE = msg("The secret of this webhook, shown this once: {secret}. Give it to whoever receives the notices.")
NO_ADDRESS = msg("Say where the channel leads.")
NO_SECRET = msg("This is not the secret of a webhook. Leave it empty and one is made.")
NO_SERVER = msg("Write the mail server as smtp://user:password@host:587.")


class ChannelForm(AnyModelForm):
    """Address and secret go in and never come out again: left empty they stay as they are."""

    target = forms.CharField(
        label=gettext_lazy("Where it leads"),
        required=False,
        max_length=500,
        help_text=gettext_lazy(
            "The address of the gateway, bot or webhook, or a mailbox of the unit, never of a person. "
            "Kept sealed; empty: as it was."
        ),
    )
    secret = forms.CharField(
        label=gettext_lazy("Secret"),
        required=False,
        max_length=500,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text=gettext_lazy(
            "Signing secret of a bot, {secret} of an SMS gateway, whsec_… of a webhook (empty: one is made), "
            "smtp://user:password@host:587 for e-mail. Kept sealed; empty: as it was."
        ),
    )

    def clean(self) -> dict[str, Any]:
        told = super().clean() or self.cleaned_data
        before = private_of(self.instance)
        sort = told.get("sort") or self.instance.sort
        target, secret = told.get("target") or before.address, told.get("secret") or before.secret
        if not target:
            self.add_error("target", _(NO_ADDRESS))
        elif wrong := wrong_address(sort, target, internal=bool(told.get("internal"))):
            self.add_error("target", wrong)
        if wrong := wrong_secret(sort, secret):
            self.add_error("secret", wrong)
        self.private = Private(target, secret)
        return told


def wrong_address(sort: str, target: str, *, internal: bool) -> str:
    """Why it cannot lead there, in a sentence; where the name leads to is looked at each time of sending."""
    if sort == Sort.EMAIL:
        try:
            forms.EmailField().clean(target)
        except ValidationError as error:
            return str(error.messages[0])
        return ""
    try:
        parts_of(target, internal=internal)
    except Forbidden as no:
        return _(str(no))
    return ""


def wrong_secret(sort: str, secret: str) -> str:
    if sort == Sort.EMAIL and not secret.startswith(("smtp://", "smtps://")):
        return _(NO_SERVER)
    try:
        if sort == Sort.WEBHOOK and secret:
            webhook_key(secret)
    except ValueError:
        return _(NO_SECRET)
    return ""


@admin.register(Channel, site=site)
class ChannelAdmin(DatedAdmin):
    form = ChannelForm
    change_form_template = "office/channel.html"
    corrigible = ("title", "below", "language", "internal", "headers", "body", "proof")
    list_display = ("title", "sort", "unit", "shown_host", "waiting", "given_up", "valid_from", "valid_until")
    list_filter = ("sort",)
    list_select_related = ("unit",)
    search_fields = ("title",)
    autocomplete_fields = ("unit",)

    @admin.display(description=gettext_lazy("leads to"))
    def shown_host(self, row: Channel) -> str:
        return row.shown

    @admin.display(description=gettext_lazy("waiting"))
    def waiting(self, row: Channel) -> int:
        return row.notices.filter(state__in=("waiting", "sending")).count()

    @admin.display(description=gettext_lazy("given up"))
    def given_up(self, row: Channel) -> int:
        return row.notices.filter(state="dead").count()

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        private = form.private
        if obj.sort == Sort.WEBHOOK and not private.secret:
            private = Private(private.address, make_webhook_secret())
            self.message_user(request, _(ONCE).format(secret=private.secret), messages.WARNING)
        keep(obj, private)
        super().save_model(request, obj, form, change)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """With what was not sent, and the answer to `send again`."""
        row = self.get_object(request, object_id)
        if row is None:
            return super().change_view(request, object_id, form_url, extra_context)
        if request.method == "POST" and "_again" in request.POST and self.has_change_permission(request, row):
            return self._send_again(request, row)
        told = {"not_sent": not_sent(row), **(extra_context or {})}
        return super().change_view(request, object_id, form_url, told)

    def _send_again(self, request: HttpRequest, row: Channel) -> HttpResponse:
        chosen = [int(pk) for pk in request.POST.getlist("again") if pk.isascii() and pk.isdigit() and len(pk) < 18]
        count = send_again(row, chosen, at=timezone.now())
        sentence = ngettext("{n} notice will be sent again.", "{n} notices will be sent again.", count)
        self.message_user(request, sentence.format(n=count), messages.SUCCESS if count else messages.WARNING)
        return HttpResponseRedirect(request.path)


@admin.register(Text, site=site)
class TextAdmin(DatedAdmin):
    list_display = ("__str__", "category", "text", "text_en", "short_messages", "valid_from", "valid_until")
    list_filter = ("audience", "kind")
    list_select_related = ("category",)
    search_fields = ("event", "text", "text_en")
    autocomplete_fields = ("category",)

    @admin.display(description=gettext_lazy("short messages at most"))
    def short_messages(self, row: Text) -> str:
        return str(longest_segments(row)) if row.audience == RESIDENT else "—"

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        count = longest_segments(obj)
        if obj.audience == RESIDENT and count > 1:
            sentence = _("This text can take {n} short messages for one notice: one holds 70 characters.")
            self.message_user(request, sentence.format(n=count), messages.WARNING)
