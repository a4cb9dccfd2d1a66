"""What a new installation needs, in the order in which it is done, and how far one has come."""

import shlex
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from linli.place.models import Cell, Unit
from linli.policy.models import CalendarYear, Centre, Term
from linli.staff.acts import RIGHTS
from linli.staff.models import Post, User, in_force


@dataclass(frozen=True)
class Task:
    """One thing to set up: what is there of it, where it is done, and what to mind."""

    word: str
    place: str
    done: bool
    there: str
    hint: str
    commands: tuple[str, ...] = ()
    needed: bool = True


def guide() -> list[Task]:
    return [_centre(), _units(), _users(), _posts(), _terms(), _cells()]


def finished(tasks: list[Task]) -> bool:
    return all(task.done for task in tasks if task.needed)


def _centre() -> Task:
    centre = Centre.objects.order_by("pk").first()
    place = reverse("admin:policy_centre_change", args=(centre.pk,)) if centre else reverse("admin:policy_centre_add")
    hint = _("Its name stands on every page; its office hours count in every deadline.")
    return Task(_("Name the centre and its office hours"), place, bool(centre), str(centre or ""), hint)


def _units() -> Task:
    count = Unit.objects.filter(level__gt=1).count()
    hint = _("The code of a unit is never changed: take the official division code where there is one. Many at once:")
    return Task(
        _("Set up the units under the county"),
        reverse("admin:place_unit_changelist"),
        count > 0,
        ngettext("{n} unit", "{n} units", count).format(n=count),
        hint,
        _loading("loadunits units.csv"),
    )


def _users() -> Task:
    count = User.objects.filter(is_active=True).count()
    hint = _("Whoever gets a password from you chooses a new one at the first sign-in.")
    said = ngettext("{n} user", "{n} users", count).format(n=count)
    return Task(_("Let people in"), reverse("admin:staff_user_changelist"), count > 1, said, hint)


def _posts() -> Task:
    today = in_force(timezone.localdate())
    count = Post.objects.filter(today, role__in=RIGHTS["record"]).values("user").distinct().count()
    hint = _("What somebody may do comes only from posts. An administrator sees no matters and records none.")
    said = ngettext("{n} person may record matters", "{n} persons may record matters", count).format(n=count)
    return Task(_("Give them posts"), reverse("admin:staff_post_changelist"), count > 0, said, hint)


def _terms() -> Task:
    year = timezone.localdate().year
    published = CalendarYear.objects.filter(year=year).exclude(published_on=None).exists()
    count = Term.objects.count()
    said = ngettext("{n} term", "{n} terms", count).format(n=count)
    said = said if published else _("{terms}; the holidays of {year} are missing").format(terms=said, year=year)
    hint = _("They come with the first start. Look through them, and load the holidays of each new year.")
    place = reverse("admin:policy_calendaryear_changelist")
    return Task(_("Check terms and holidays"), place, published and count > 0, said, hint)


def _cells() -> Task:
    count = Cell.objects.count()
    said = ngettext("{n} grid cell", "{n} grid cells", count).format(n=count)
    return Task(
        _("Load the grid, now or later"),
        reverse("admin:place_cell_changelist"),
        count > 0,
        said,
        _("An outline for every grid, as GeoJSON:"),
        _loading("loadcells cells.geojson"),
        needed=False,
    )


def _loading(what: str) -> tuple[str, ...]:
    """The command as it is typed for this very data: first told what would happen, then done."""
    said = f"./linli manage {what} --data {shlex.quote(str(settings.CONFIGURATION.data))}"
    return (f"{said} --dry-run", said)
