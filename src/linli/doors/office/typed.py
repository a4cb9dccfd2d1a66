"""Django's admin classes as mypy wants them: with a parameter, which Python at run time does not take."""

from typing import TYPE_CHECKING, Any

from django.contrib.admin import ModelAdmin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminPasswordChangeForm, AdminUserCreationForm, UserChangeForm
from django.forms import ModelForm

if TYPE_CHECKING:
    AnyModelAdmin = ModelAdmin[Any]
    AnyUserAdmin = UserAdmin[Any]
    AnyModelForm = ModelForm[Any]
    AnyUserForm = UserChangeForm[Any]
    AnyNewUserForm = AdminUserCreationForm[Any]
    AnyGivenPasswordForm = AdminPasswordChangeForm[Any]
else:
    AnyModelAdmin = ModelAdmin
    AnyUserAdmin = UserAdmin
    AnyModelForm = ModelForm
    AnyUserForm = UserChangeForm
    AnyNewUserForm = AdminUserCreationForm
    AnyGivenPasswordForm = AdminPasswordChangeForm
