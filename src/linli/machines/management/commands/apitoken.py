"""`./linli api-token --user NAME --title SYSTEM`: make the token of another system; list and revoke those there are."""

from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _

from linli.ground.text import msg
from linli.machines import tokens
from linli.machines.models import Token
from linli.matters.shown import when
from linli.policy.present import present
from linli.staff.models import Post, in_force

NO_TOKEN = msg("There is no token {number} that is not revoked already. See --list.")
REVOKED, UNTIL = msg("revoked {day}"), msg("until {day}")


class Command(BaseCommand):
    help = msg("Make a token by which another system may do what one post may do; list or revoke tokens.")

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--user", help=_("the sign-in name of whoever holds the post"))
        parser.add_argument("--unit", default="", help=_("the code of the unit of the post, where they hold several"))
        parser.add_argument("--role", default="", help=_("the role of the post, where they hold several"))
        parser.add_argument("--title", default="", help=_("which system it is for"))
        parser.add_argument(
            "--days",
            type=int,
            default=tokens.DAYS,
            help=_("how many days it is good; default {days}").format(days=tokens.DAYS),
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
            self._make(options)

    def _make(self, told: dict[str, Any]) -> None:
        if not told["user"] or not told["title"]:
            raise CommandError(_("Say whose post and which system: --user NAME --title SYSTEM."))
        if not 0 < told["days"] <= tokens.MOST:
            raise CommandError(_("A token is good for 1 to {days} days.").format(days=tokens.MOST))
        post = _post(told)
        try:
            row, text = tokens.make(post, title=told["title"], at=present(), days=told["days"], network=told["address"])
        except ValueError as error:
            sentence = _("“{told}” is no address and no network: write 10.1.2.3 or 10.1.2.0/24.")
            raise CommandError(sentence.format(told=told["address"])) from error
        said = _("Token {number} acts as {post} until {until}. It is told only now:")
        self.stdout.write(said.format(number=row.pk, post=post, until=when(row.until_at)))
        self.stdout.write(text)

    def _list(self) -> None:
        for row in Token.objects.select_related("post__unit", "post__user").order_by("pk"):
            self.stdout.write(f"{row.pk}  {row.title}  {row.post}  {_('; ').join(_states(row))}")

    def _revoke(self, number: int) -> None:
        row = Token.objects.filter(pk=number, revoked_at=None).first()
        if row is None:
            raise CommandError(_(NO_TOKEN).format(number=number))
        tokens.revoke(row, at=present())
        self.stdout.write(_("Token {number} lets nobody in any more.").format(number=number))


def _states(row: Token) -> Iterator[str]:
    """Whether it is good and till when, when it was last used, and from where alone it is."""
    yield _(REVOKED).format(day=when(row.revoked_at)) if row.revoked_at else _(UNTIL).format(day=when(row.until_at))
    if not row.is_agreed:
        yield _("not yet agreed to by its holder")
    yield _("last used {day}").format(day=row.last_used_on) if row.last_used_on else _("never used")
    if row.network:
        yield _("only from {network}").format(network=row.network)


def _post(told: dict[str, Any]) -> Post:
    """The one post that is meant. Raises CommandError, and says which there are."""
    posts = Post.objects.filter(in_force(timezone.localdate()), user__username=told["user"])
    posts = posts.exclude(role__in=tokens.NOBODY).select_related("unit", "user")
    for name, column in (("unit", "unit__code"), ("role", "role")):
        posts = posts.filter(**{column: told[name]}) if told[name] else posts
    found = list(posts)
    if len(found) == 1:
        return found[0]
    if not found:
        said = _("“{user}” holds no such post today. The office lists the posts.")
        raise CommandError(said.format(user=told["user"]))
    several = _("; ").join(f"--unit {post.unit.code} --role {post.role}" for post in found)
    raise CommandError(_("“{user}” holds several posts; say which: {posts}.").format(user=told["user"], posts=several))
