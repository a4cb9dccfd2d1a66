"""Open311 as Django knows it."""

from importlib import import_module

from django.apps import AppConfig

from linli.machines.shaping import shaped


class Open311Config(AppConfig):
    name = "linli.doors.open311"
    label = "open311"

    def ready(self) -> None:
        """Whatever says no below this address says it as the specification wants. Translations come later."""
        answers = import_module("linli.doors.open311.answers")
        shaped(answers.PREFIX, answers.shape)
