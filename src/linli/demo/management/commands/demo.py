"""`./linli manage demo`: tell the synthetic county into an empty installation, or print its sign-ins."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from linli.demo.founding import password
from linli.demo.loading import load
from linli.demo.published import publish_by_itself
from linli.ground.text import msg
from linli.place.models import Unit
from linli.staff.trials import trials


class Command(BaseCommand):
    help = msg(
        "Found an invented county; tell about 650 disputes, 250 cases and 700 requests and hold its meetings. "
        "All of it is invented."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--signins", action="store_true", help=_("only print who can sign in, and what to try"))

    def handle(self, *args: Any, **options: Any) -> None:
        """Tell the county once. An installation that has units is not touched."""
        if options["signins"]:
            self._print_signins()
            return
        if Unit.objects.exists():
            raise CommandError(
                _("This installation already has units. The demo needs an empty one: choose another --data.")
            )
        now = timezone.now()
        with override(settings.LANGUAGE_CODE):
            told = load(at=now)
            publish_by_itself(at=now)
        self.stdout.write(_("{matters} matters told").format(matters=told))

    def _print_signins(self) -> None:
        said = _("Demo sign-ins (invented people), password for all: {password}")
        self.stdout.write(said.format(password=password()))
        for post, what in trials(on=timezone.localdate()):
            held = f"{post.unit.label} · {post.get_role_display()}"
            self.stdout.write(f"  {post.user.username:<8} {post.user.name}  {held}: {what}")
