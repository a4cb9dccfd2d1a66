"""The counter as a Django app; with the heartbeat it clears away what was never handed in."""

from importlib import import_module

from django.apps import AppConfig

from linli.ground.text import msg
from linli.matters.beating import on_tick


class CounterConfig(AppConfig):
    name = "linli.doors.counter"
    label = "counter"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Models cannot be imported before."""
        on_tick(
            msg("{count} drafts and rates of the counter cleared away"),
            import_module("linli.doors.counter.drafts").sweep,
        )
