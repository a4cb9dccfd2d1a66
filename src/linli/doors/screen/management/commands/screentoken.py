"""`./linli screen-token --unit CODE`: make the address that opens a unit's screen; list and revoke those there are."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.urls import reverse
from django.utils.translation import gettext as _

from linli.doors.screen import tokens
from linli.doors.screen.models import Token
from linli.ground.text import msg
from linli.matters.shown import when
from linli.place.models import Unit
from linli.policy.present import present

DAYS, MOST = 365, 3660
NO_UNIT = msg("There is no unit “{code}”. Say the code of one with --unit; the office lists them.")
NO_TOKEN = msg("There is no token {number} that is not revoked already. See --list.")
OPEN = msg(
    "Open this address once on that screen; it is told only now. If browsers find this desk elsewhere than at {place}, "
    "put that place in front:"
)
REVOKED, UNTIL = msg("revoked {day}"), msg("until {day}")


class Command(BaseCommand):
    help = msg(
        "Make a token that shows one unit on a wall, without a name or a word of any matter; list or revoke tokens."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--unit", help=_("the code of the unit that is shown, with all below it"))
        parser.add_argument(
            "--days", type=int, default=DAYS, help=_("how many days it is good; default {days}").format(days=DAYS)
        )
        parser.add_argument("--address", default="", help=_("only from here: 10.1.2.3 or 10.1.2.0/24"))
        parser.add_argument("--list", action="store_true", help=_("tell which tokens there are"))
        parser.add_argument("--revoke", type=int, metavar="NUMBER", help=_("end the token of this number, as listed"))

    def handle(self, *args: Any, **options: Any) -> None:
        if options["list"]:
            self._list()
        elif options["revoke"] is not None:
            self._revoke(options["revoke"])
        else:
            self._make(options["unit"], days=options["days"], network=options["address"])

    def _make(self, code: str | None, *, days: int, network: str) -> None:
        if not code:
            raise CommandError(_("Say which unit is to be shown: --unit CODE. The office lists the codes."))
        unit = Unit.objects.filter(code=code).first()
        if unit is None:
            raise CommandError(_(NO_UNIT).format(code=code))
        if not 0 < days <= MOST:
            raise CommandError(_("A token is good for 1 to {days} days.").format(days=MOST))
        try:
            row, text = tokens.make(unit, at=present(), days=days, network=network)
        except ValueError as error:
            sentence = _("“{told}” is no address and no network: write 10.1.2.3 or 10.1.2.0/24.")
            raise CommandError(sentence.format(told=network)) from error
        said = _("Token {number} shows {unit}: {state}.")
        self.stdout.write(said.format(number=row.pk, unit=unit.label, state=_state(row)))
        self.stdout.write(_(OPEN).format(place=settings.CONFIGURATION.place))
        self.stdout.write(settings.CONFIGURATION.place + reverse("screen-enter", args=[text]))

    def _list(self) -> None:
        for row in Token.objects.select_related("unit").order_by("pk"):
            self.stdout.write(f"{row.pk}  {row.unit.code} {row.unit.label}  {_state(row)}")

    def _revoke(self, number: int) -> None:
        row = Token.objects.filter(pk=number, revoked_at=None).first()
        if row is None:
            raise CommandError(_(NO_TOKEN).format(number=number))
        tokens.revoke(row, at=present())
        self.stdout.write(_("Token {number} opens nothing any more.").format(number=number))


def _state(row: Token) -> str:
    """Whether it is good and till when, and from where alone."""
    said = _(REVOKED).format(day=when(row.revoked_at)) if row.revoked_at else _(UNTIL).format(day=when(row.until_at))
    return _("; ").join([said, *([_("only from {network}").format(network=row.network)] if row.network else [])])
