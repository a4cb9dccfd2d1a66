"""The notices room as Django knows it: it beats along with the ledger and brings its texts to the office's profile."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from linli.ground.text import msg
from linli.matters.beating import on_tick


class NoticesConfig(AppConfig):
    name = "linli.notices"
    verbose_name = _("Notices")

    def ready(self) -> None:
        """Models cannot be imported before."""
        import_module("linli.notices.shipped").join_profile()
        on_tick(msg("{count} notices written"), import_module("linli.notices.noticing").notice_new)
        on_tick(msg("{count} notices sent"), import_module("linli.notices.sending").send_due)
