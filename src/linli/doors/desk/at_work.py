"""Who else has a form of this matter open: said to colleagues at that form for two minutes, and gone after ten."""

from datetime import datetime, timedelta

from django.db.models import Q
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linli.doors.desk.models import OpenForm
from linli.matters.kind import kind_named
from linli.matters.models import Matter
from linli.staff.models import User

TOLD_FOR = timedelta(minutes=2)
KEPT_FOR = timedelta(minutes=10)
MINUTE = timedelta(minutes=1)


def opened(matter: Matter, verb: str, *, by: User, at: datetime) -> None:
    """Somebody has this form before them, from now on."""
    OpenForm.objects.bulk_create(
        [OpenForm(user=by, matter=matter, verb=verb, at=at)],
        update_conflicts=True,
        unique_fields=["user", "matter", "verb"],
        update_fields=["at"],
    )


def done(matter: Matter, verb: str, *, by: User) -> None:
    OpenForm.objects.filter(user=by, matter=matter, verb=verb).delete()


def others(matter: Matter, verb: str, *, but: User, at: datetime) -> list[str]:
    """A sentence for each form of the matter that a colleague opened within the last two minutes."""
    theirs = OpenForm.objects.filter(~Q(user=but), matter=matter, at__gte=at - TOLD_FOR, at__lte=at)
    rows = theirs.select_related("user").order_by("at", "pk")
    return [_sentence(row, matter, verb, minutes=max(1, (at - row.at) // MINUTE)) for row in rows]


def forget(*, at: datetime) -> int:
    """Take away what is older than ten minutes: no trail of anybody's work is kept."""
    taken, _each = OpenForm.objects.filter(at__lt=at - KEPT_FOR).delete()
    return taken


def _sentence(row: OpenForm, matter: Matter, verb: str, *, minutes: int) -> str:
    command = kind_named(matter.kind).command(row.verb)
    if row.verb == verb or command is None:
        sentence = ngettext(
            "{user} has had this form open for {n} minute.",
            "{user} has had this form open for {n} minutes.",
            minutes,
        )
        return sentence.format(user=row.user.name, n=minutes)
    sentence = ngettext(
        "{user} has had the form “{step}” of this matter open for {n} minute.",
        "{user} has had the form “{step}” of this matter open for {n} minutes.",
        minutes,
    )
    return sentence.format(user=row.user.name, step=_(command.word), n=minutes)
