"""Nobody who may not handle a matter any more is given a duty in it: every step would be refused to them."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from linli.matters.command import Refused
from linli.matters.kind import BARRED_OTHER
from linli.matters.state import Duty
from linli.matters.timeline import Timeline
from linli.staff.models import User


def keep_barred_out(line: Timeline, *, of: Iterable[Duty]) -> None:
    """Refuse what was just said when one of the duties it began is of somebody who is barred. Raises Refused."""
    for duty in of:
        if duty.user and line.kind.barred(line.state, duty.user):
            raise Refused(_(BARRED_OTHER).format(user=User.objects.get(pk=duty.user).name))
