"""The tally room as Django knows it: it beats along with the ledger, and follows units that are moved in the tree."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from linli.ground.text import msg
from linli.matters.beating import on_tick


class TallyConfig(AppConfig):
    name = "linli.tally"
    verbose_name = _("Figures")

    def ready(self) -> None:
        """Models cannot be imported before."""
        on_tick(msg("{count} matters counted"), import_module("linli.tally.catching").count_new)
        on_tick(msg("{count} entries summed up"), import_module("linli.tally.laying").lay_new)
        import_module("linli.place.tree").follow(import_module("linli.tally.moving").follow_units)
