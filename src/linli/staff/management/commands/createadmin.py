"""Make an administrator: somebody who signs in and holds that post in the county."""

import getpass
import sys
import warnings
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.place.models import Unit, UnitKind
from linli.place.tree import graft
from linli.staff.models import Post, Role, User

TOP_CODE = "000000000000"
ENDED = msg(
    "The input ended before all was answered, and nobody was made. To be asked nothing, write the password into the "
    "first line of a file: ./linli createadmin NAME --county COUNTY --password-stdin < FILE"
)


class Command(BaseCommand):
    help = msg("Make an administrator; in an empty installation the county is made with them.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username", nargs="?", help=_("the sign-in name"))
        parser.add_argument("--name", help=_("the name shown to others; default the sign-in name"))
        parser.add_argument("--county", help=_("the county's name, needed while there is none"))
        parser.add_argument(
            "--password-stdin", action="store_true", help=_("read the password from the first input line")
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """An input that ends before all is answered is told how nothing is asked."""
        try:
            self._make(options)
        except EOFError as ended:
            self.stderr.write("")
            raise CommandError(_(ENDED)) from ended

    def _make(self, options: dict[str, Any]) -> None:
        username = options["username"] or input(_("Sign-in name: ")).strip()
        if not username:
            raise CommandError(_("An administrator needs a sign-in name."))
        if User.objects.filter(username=username).exists():
            raise CommandError(_("There is already a user named {username}.").format(username=username))
        user = User(username=username, name=options["name"] or username)
        user.set_password(asked_password(user, from_input=options["password_stdin"]))
        with transaction.atomic():
            user.save()
            Post.objects.create(
                user=user, unit=county(options["county"]), role=Role.ADMINISTRATOR, valid_from=timezone.localdate()
            )
        said = _("{username} may sign in and opens the office. Written to {folder}.")
        self.stdout.write(said.format(username=username, folder=settings.CONFIGURATION.data))


def asked_password(user: User, *, from_input: bool) -> str:
    password = sys.stdin.readline().rstrip("\n") if from_input else typed(_("Password: "))
    if not from_input and typed(_("Once more: ")) != password:
        raise CommandError(_("The two passwords are not the same."))
    try:
        validate_password(password, user)
    except ValidationError as problem:
        raise CommandError(" ".join(problem.messages)) from problem
    return password


def typed(question: str) -> str:
    """Unseen on a terminal; an input that is none shows nothing anyway, so nobody is warned of it."""
    with warnings.catch_warnings():
        if not sys.stdin.isatty():
            warnings.simplefilter("error", getpass.GetPassWarning)
        try:
            return getpass.getpass(question)
        except getpass.GetPassWarning:
            return input(question)


def county(name: str | None) -> Unit:
    """The top of the tree, made here only in an empty installation."""
    found = Unit.objects.filter(level=1).order_by("code").first()
    if found:
        return found
    name = name or (input(_("The county's name: ")).strip() if sys.stdin.isatty() else "")
    if not name:
        raise CommandError(_("There is no county yet: say its name with --county."))
    return graft(Unit(code=TOP_CODE, name=name, kind=UnitKind.COUNTY), under=None)
