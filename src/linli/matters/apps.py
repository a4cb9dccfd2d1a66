"""The heart as a Django app: finds every kind when the house opens."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class MattersConfig(AppConfig):
    name = "linli.matters"
    label = "matters"

    def ready(self) -> None:
        """Load `kind.py` of every installed app: each registers itself. Models cannot be imported before."""
        autodiscover_modules("kind")
        import_module("linli.place.tree").follow(import_module("linli.matters.placing").follow_units)
