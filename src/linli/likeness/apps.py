"""The likeness room as Django knows it: it beats along with the ledger."""

from importlib import import_module

from django.apps import AppConfig

from linli.matters.beating import on_tick


class LikenessConfig(AppConfig):
    name = "linli.likeness"

    def ready(self) -> None:
        """Models cannot be imported before."""
        on_tick("{count} matters laid beside others", import_module("linli.likeness.lay").lay_new)
