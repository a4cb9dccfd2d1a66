"""The office's pages for users, their posts and stand-ins."""

from typing import Any

from django.contrib import admin
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from linli.doors.office.kept import DatedAdmin, KeptAdmin, begun
from linli.doors.office.site import site
from linli.doors.office.typed import AnyGivenPasswordForm, AnyNewUserForm, AnyUserAdmin, AnyUserForm
from linli.staff.models import Post, Role, StandIn, User


class NewUserForm(AnyNewUserForm):
    class Meta:
        model = User
        fields = ("username", "name", "language")


class GivenPasswordForm(AnyGivenPasswordForm):
    def save(self, commit: bool = True) -> Any:
        self.user.must_change = True
        return super().save(commit)


class UserForm(AnyUserForm):
    class Meta:
        model = User
        fields = ("username", "name", "language", "is_active")


@admin.register(User, site=site)
class UserAdmin(KeptAdmin, AnyUserAdmin):
    form = UserForm
    add_form = NewUserForm
    change_password_form = GivenPasswordForm
    list_display = ("username", "name", "language", "is_active", "last_login")
    list_filter = ("is_active", "language")
    search_fields = ("username", "name")
    ordering = ("username",)
    filter_horizontal = ()
    readonly_fields = ("last_login",)
    fieldsets = (
        (None, {"fields": ("username", "password", "name", "language")}),
        (_("Access"), {"fields": ("is_active", "last_login")}),
    )
    add_fieldsets = ((None, {"fields": ("username", "name", "language", "password1", "password2")}),)

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:
        """A password that the administrator knows is only good for the first sign-in."""
        obj.must_change = obj.must_change or not change
        super().save_model(request, obj, form, change)

    def user_change_password(self, request: HttpRequest, id: str, form_url: str = "") -> HttpResponse:  # noqa: A002
        if id == str(request.user.pk):
            return HttpResponseRedirect(reverse("password"))
        with transaction.atomic():  # the password and the line of the log that tells of it
            return super().user_change_password(request, id, form_url)

    def is_used(self, row: Any, *, request: HttpRequest) -> bool:
        return row.last_login is not None or super().is_used(row, request=request)


@admin.register(Post, site=site)
class PostAdmin(DatedAdmin):
    list_display = ("user", "unit", "role", "valid_from", "valid_until")
    list_filter = ("role",)
    list_select_related = ("user", "unit")
    search_fields = ("user__username", "user__name", "unit__code", "unit__name", "unit__name_en")
    autocomplete_fields = ("user", "unit")
    date_hierarchy = "valid_from"

    def formfield_for_choice_field(self, db_field: Any, request: HttpRequest, **more: Any) -> Any:
        """The post of the public counter is the house's own: nobody is appointed to it."""
        field: Any = super().formfield_for_choice_field(db_field, request, **more)
        if db_field.name == "role" and field:
            field.choices = [(code, word) for code, word in field.choices if code != Role.COUNTER]
        return field


@admin.register(StandIn, site=site)
class StandInAdmin(KeptAdmin):
    list_display = ("post", "user", "from_on", "until_on", "reason")
    list_select_related = ("post__user", "post__unit", "user")
    search_fields = ("user__username", "user__name", "post__user__name", "post__unit__name")
    autocomplete_fields = ("post", "user")

    def get_readonly_fields(self, request: HttpRequest, obj: StandIn | None = None) -> tuple[str, ...]:
        return ("post", "user", "from_on") if obj and begun(obj.from_on) else ()

    def is_used(self, row: Any, *, request: HttpRequest) -> bool:
        return begun(row.from_on)
