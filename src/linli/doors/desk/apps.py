"""The desk as a Django app: what it keeps only for a while goes with the tick."""

from importlib import import_module

from django.apps import AppConfig

from linli.ground.text import msg
from linli.matters.beating import on_tick


class DeskConfig(AppConfig):
    name = "linli.doors.desk"
    label = "desk"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        on_tick(msg("{count} reports of many steps forgotten"), import_module("linli.matters.many").forget_rounds)
        on_tick(msg("{count} open forms forgotten"), import_module("linli.doors.desk.at_work").forget)
        on_tick(msg("{count} lists nobody took let go"), import_module("linli.doors.desk.exporting").forget_chosen)
        pins = import_module("linli.doors.desk.pins")
        pins.tell_figures("report", import_module("linli.doors.desk.pinned_reports").figures)
