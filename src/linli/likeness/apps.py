"""The likeness room as Django knows it: it beats along with the ledger."""

from importlib import import_module

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from linli.ground.text import msg
from linli.matters.beating import on_tick


class LikenessConfig(AppConfig):
    name = "linli.likeness"
    verbose_name = _("Likeness and suggestions")

    def ready(self) -> None:
        """Models cannot be imported before."""
        on_tick(msg("{count} matters laid beside others"), import_module("linli.likeness.lay").lay_new)
        learner = import_module("linli.likeness.due_again").LEARNER
        on_tick(msg("learning the categories of {count} kinds anew, in a process of its own"), learner.quietly)
