"""The policy room as Django knows it."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PolicyConfig(AppConfig):
    name = "linli.policy"
    verbose_name = _("Terms and calendar")
