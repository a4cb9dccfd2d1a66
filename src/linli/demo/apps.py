"""The demo as a Django app, for its command and for the sign-ins it offers."""

from collections.abc import Mapping
from importlib import import_module

from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "linli.demo"

    def ready(self) -> None:
        """Models cannot be imported before."""
        import_module("linli.staff.trials").offer(offered)


def offered() -> Mapping[str, str]:
    """Its people are read from their file only where somebody asks: every command of the house comes by here."""
    told: Mapping[str, str] = import_module("linli.demo.people").offered()
    return told
