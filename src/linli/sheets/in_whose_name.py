"""In whose name the command line takes a list in: the post that is named, or the only one that may."""

from datetime import datetime

from django.core.management.base import CommandError
from django.utils.translation import gettext as _

from linli.ground.clock import day_of
from linli.ground.text import msg
from linli.matters.kind import Kind
from linli.policy.calendar import calendar
from linli.sheets.delivering import ACT
from linli.staff.acts import roles_for
from linli.staff.models import Post, User, in_force
from linli.staff.posts import Held, as_held

NAMED_AT_MOST = 20
NOBODY = msg("Nobody may take such a list in with this sign-in name. Name somebody else with --as.")
NO_NAME = msg("There is no sign-in name “{name}” here.")
SEVERAL = msg("Say with --as in whose name it is taken in. These may:")
FITS = msg("{username} ({name}, {role}, {unit})")
MORE = msg("and {count} more")
NOBODY_YET = msg(
    "No post here may take such a list in yet. In the office, under posts, make somebody a desk clerk or a team lead."
)
BY = msg("In the name of {name}, {role}, {unit}; --as names somebody else.")


def post_of(name: str, kind: Kind, *, at: datetime) -> Held:
    """The widest of that sign-in name; without one the only post there is that may."""
    roles = roles_for(ACT) & roles_for(kind.opening.act)
    posts = Post.objects.filter(in_force(day_of(at, zone=calendar().zone)), role__in=roles, user__is_active=True)
    if name:
        posts = posts.filter(user__in=User.objects.filter(username=name))
    found = list(posts.select_related("user", "unit").order_by("unit__level", "role", "pk"))
    if not found:
        raise CommandError(_without_a_post(name))
    if len(found) > 1 and not name:
        more = [_(MORE).format(count=len(found) - NAMED_AT_MOST)] if len(found) > NAMED_AT_MOST else []
        raise CommandError("\n  ".join([_(SEVERAL), *(_told(_(FITS), post) for post in found[:NAMED_AT_MOST]), *more]))
    return as_held(found[0], user=found[0].user)


def in_whose_name(by: Held) -> str:
    """In whose name it is taken in: without `--as` nobody said."""
    return _told(_(BY), Post.objects.select_related("user", "unit").get(pk=by.post_id))


def _without_a_post(name: str) -> str:
    if name and not User.objects.filter(username=name).exists():
        return _(NO_NAME).format(name=name)
    return _(NOBODY if name else NOBODY_YET)


def _told(sentence: str, post: Post) -> str:
    words = {"username": post.user.username, "name": post.user.name}
    return sentence.format(**words, role=post.get_role_display(), unit=post.unit.label)
