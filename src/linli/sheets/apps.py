"""The room of lists that come in, as Django knows it."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from linli.ground.text import msg

TAKEN, LET_GO = msg("{count} rows of lists taken in."), msg("{count} files of lists let go.")


class SheetsConfig(AppConfig):
    name = "linli.sheets"
    label = "sheets"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = _("Lists that come in")

    def ready(self) -> None:
        """The tick goes on with what a page left, and lets files go. Models come later."""
        going = import_module("linli.sheets.going_on")
        beating = import_module("linli.matters.beating")
        beating.on_tick(TAKEN, going.go_on_with_all)
        beating.on_tick(LET_GO, going.let_go)
