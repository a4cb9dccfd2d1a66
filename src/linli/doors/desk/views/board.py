"""The duties of posts: what each unit, and each lead and officer in it, holds now; every figure leads to its list."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from linli.colours.colour import Colour
from linli.doors.desk.gate import NOT_YOURS, Visit, staffed
from linli.doors.desk.holders import DUTIES
from linli.doors.desk.show import show
from linli.matters import access
from linli.matters.asking import DutyOf, Listing
from linli.place.models import Unit, UnitKind
from linli.reports.duty_board import Figures, LikeUnits, UnitLine, board
from linli.staff.models import User


@dataclass(frozen=True)
class Figure:
    """A number and the list it counts."""

    count: int
    query: str


@dataclass(frozen=True)
class Share:
    """A part of a whole, with both."""

    part: int
    whole: int

    def __str__(self) -> str:
        return f"{self.part}/{self.whole} · {100 * self.part / self.whole:.1f}%" if self.whole else "—"


@dataclass(frozen=True)
class Line:
    """One line: a unit with all below it, or one duty of somebody in it."""

    word: str
    role: str
    unit: Unit | None
    """None for a person's line."""
    holding: Figure
    share: Share | None
    colours: tuple[tuple[Colour, Figure], ...]
    overdue: Figure
    late: Share
    oldest_at: datetime | None


@dataclass(frozen=True)
class Like:
    """Units of one sort, which may be laid side by side."""

    word: str
    units: int
    holding: int
    lines: tuple[Line, ...]


@require_GET
@staffed
def duties(visit: Visit) -> HttpResponse:
    unit = _asked_unit(visit)
    groups = board(visit.who, unit, at=visit.at)
    above = Unit.objects.filter(pk=unit.parent_id).first() if unit.parent_id else None
    return show(
        visit,
        "desk/board.html",
        unit=unit,
        above=above if above and access.posting_at(visit.who, "see", above) else None,
        groups=[like(group, people=_people(groups)) for group in groups],
        own=[one for one in Unit.objects.filter(pk__in=visit.units).order_by("level", "code") if one != unit],
    )


def like(group: LikeUnits, *, people: Mapping[int, str]) -> Like:
    """The units in the order of the tree, each followed by the duties of its own posts."""
    several = len(group.lines) > 1
    whole = group.holding if several else None
    lines = [line for one in group.lines for line in lines_of(one, whole=whole, people=people)]
    return Like(str(UnitKind(group.kind).label), len(group.lines), group.holding, tuple(lines))


def lines_of(line: UnitLine, *, whole: int | None, people: Mapping[int, str]) -> list[Line]:
    unit = line.unit
    share = Share(line.figures.holding, whole) if whole is not None else None
    posts = [
        _line(
            post.name,
            post.figures,
            Listing(duty=DutyOf(post.role, people[post.user], unit.code)),
            role=_(DUTIES[post.role]),
            share=Share(post.figures.holding, line.figures.holding),
        )
        for post in line.posts
    ]
    return [_line(unit.label, line.figures, Listing(unit=unit.code), unit=unit, share=share), *posts]


def _line(
    word: str, told: Figures, listing: Listing, *, share: Share | None, unit: Unit | None = None, role: str = ""
) -> Line:
    return Line(
        word=word,
        role=role,
        unit=unit,
        holding=Figure(told.holding, listing.query()),
        share=share,
        colours=tuple((Colour(name), Figure(count, listing.query(colour=(name,)))) for name, count in told.colours),
        overdue=Figure(told.overdue, listing.query(due="overdue")),
        late=Share(told.overdue, told.holding),
        oldest_at=told.oldest_at,
    )


def _people(groups: tuple[LikeUnits, ...]) -> dict[int, str]:
    """The sign-in names of everybody on the board."""
    wanted = {post.user for group in groups for line in group.lines for post in line.posts}
    return dict(User.objects.filter(pk__in=wanted).values_list("pk", "username"))


def _asked_unit(visit: Visit) -> Unit:
    """The unit that was asked for, else that of one's first post. Raises Http404, PermissionDenied."""
    text = visit.request.GET.get("unit", "").strip()
    code = text.rpartition("(")[2].rstrip(")") if text.endswith(")") else text
    post = next(iter(visit.who.posts_for("see")), None)
    if post is None:
        raise PermissionDenied(_(NOT_YOURS))
    unit = Unit.objects.filter(code=code).first() if code else Unit.objects.get(pk=post.unit_id)
    if unit is None:
        raise Http404(code)
    return unit
