"""The tally room as Django knows it: it beats along with the ledger."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TallyConfig(AppConfig):
    name = "linli.tally"
    verbose_name = _("Figures")
