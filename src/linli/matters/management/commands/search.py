"""`./linli search rebuild`: index every matter as it stands in the ledger now; `check` names those that are not."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.matters.indexing import AT_ONCE
from linli.matters.models import Matter, Searched
from linli.matters.reindexing import missing, rebuild, surplus, wrong


class Command(BaseCommand):
    help = msg("Make the index of the search anew: it is derived from the ledger, and can be dropped at any time.")

    def add_arguments(self, parser: CommandParser) -> None:
        """`rebuild` corrects what is not so; with --anew it drops all first; --after goes on where it stopped."""
        parser.add_argument("what", choices=("rebuild", "check"))
        parser.add_argument("--after", type=int, default=0, help=_("go on behind this id"))
        parser.add_argument("--anew", action="store_true", help=_("drop the whole index first"))

    def handle(self, *args: Any, **options: Any) -> None:
        """Do it, tell every step, and say what there is now."""
        if options["what"] == "check":
            self._check()
            return
        for last, written in rebuild(after=options["after"], anew=options["anew"]):
            said = _("up to {last}: {written} written (if stopped: ./linli search rebuild --after {last})")
            self.stdout.write(said.format(last=last, written=written))
        self.stdout.write(_("{matters} matters can be found by their words").format(matters=Searched.objects.count()))

    def _check(self) -> None:
        found, after = [_("{matters} matters are not indexed").format(matters=missing())] if missing() else [], 0
        while matters := list(Matter.objects.filter(pk__gt=after).order_by("pk")[:AT_ONCE]):
            after = matters[-1].pk
            said = _("{number} is not indexed as it is written")
            found += [said.format(number=matter.number) for matter in wrong(matters)]
        if grams := surplus():
            found.append(_("the index holds {grams} grams that no text has").format(grams=grams))
        for sentence in found:
            self.stdout.write(sentence)
        if found:
            raise CommandError(_("The index is not what the ledger says. ./linli search rebuild makes it so."))
        self.stdout.write(_("The index is what the ledger says."))
