"""Who may see and do what: one scoped queryset feeds every list, count, page, export and fragment."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property, lru_cache

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from linli.ground.clock import day_of
from linli.ground.workdays import Calendar
from linli.matters.composed import IDS, KEPT, Composed, composed, room
from linli.matters.models import Beyond, Duty, Matter
from linli.matters.state import ASSISTING, CO_HOLDER, DESK, HOLDER, LEADER, TEAM_LEAD, UNIT
from linli.place.models import Unit
from linli.place.tree import COLUMNS, Path, path_of
from linli.policy.calendar import calendar as the_calendar
from linli.staff.acts import ASSISTING_ACTS, DESK_DUTY_ACTS, HOLDING_ACTS, LEADING_ACTS, MEDIATING_ACTS, roles_for
from linli.staff.models import User
from linli.staff.posts import Held, covering, held

PERSONAL: Mapping[str, frozenset[str]] = {
    HOLDER: HOLDING_ACTS,
    CO_HOLDER: MEDIATING_ACTS,
    LEADER: LEADING_ACTS,
    TEAM_LEAD: LEADING_ACTS,
}
"""What a duty in person gives, in whatever unit one has one's post."""
OF_UNITS = (ASSISTING, DESK)
"""The duties of whole units, beside that of the one responsible, whose path stands on the row."""
Desks = Mapping[int, Sequence[Path]]
FEW = 500
"""As many matters beyond the own units are named one by one."""


@dataclass(frozen=True)
class Viewer:
    """A signed-in user with the posts held today, own or stood in for; read anew at each request."""

    user: User
    posts: tuple[Held, ...]
    only: int | None = None
    """The one matter that the bearer of its code sees, and no other; None for staff."""

    @cached_property
    def kept(self) -> "Viewer":
        """The same for what outlives the request: of the user no more than who it is, and nothing that they sent."""
        return replace(self, user=User(pk=self.user.pk))

    def posts_for(self, act: str) -> tuple[Held, ...]:
        roles = roles_for(act)
        return tuple(post for post in self.posts if post.role in roles)


def viewer(user: User, *, at: datetime, calendar: Calendar | None = None) -> Viewer:
    """The user as a viewer at this moment; a post ended a minute ago is gone. `calendar`: where it is known already."""
    zone = (calendar or the_calendar()).zone
    return Viewer(user=user, posts=held(user, on=day_of(at, zone=zone)))


def visible(who: Viewer) -> QuerySet[Matter]:
    """Every matter this viewer may see: of the own units' subtrees, or held or assisted in by them."""
    if who.only is not None:
        return Matter.objects.filter(pk=who.only)
    if not units_seen(who):
        return Matter.objects.none()
    return Matter.objects.filter(within_units(who) | _beyond(who))


def units_seen(who: Viewer) -> tuple[int, ...]:
    """The units whose subtrees this viewer sees: nothing else but `reached` is added to these."""
    return tuple(post.unit_id for post in who.posts_for("see")) if who.only is None else ()


def tops(who: Viewer) -> list[int]:
    """Those of the units seen that lie in no other of them: all that is seen lies in one of these, and in one only."""
    seen = {post.unit_id: post for post in who.posts_for("see")} if who.only is None else {}
    return [pk for pk, post in seen.items() if not ({*post.path} - {pk}) & seen.keys()]


def within_units(who: Viewer) -> Q:
    return _in_subtree(who.posts_for("see"))


def reached(who: Viewer) -> Q:
    """The matters that this viewer sees wherever they lie: held in person, or by a duty of a unit of theirs."""
    return Q(pk__in=_of_units(who).values_list("matter_id").union(_in_person(who).values_list("matter_id"), all=True))


@dataclass(frozen=True)
class Scope:
    """What a viewer sees, looked up once for several questions: `visible` in parts."""

    units: tuple[int, ...]
    within: Q
    beyond: tuple[int, ...] | None
    """The ids of what is seen beyond the own units; None where these are many."""
    whole: Q

    @property
    def places(self) -> int | None:
        """How many places a question has for those ids; None where they are many."""
        return None if self.beyond is None else room(self.beyond)


def scope_of(who: Viewer) -> Scope:
    """Most see little or nothing beyond their units: whoever asks for a list of it needs no look at every duty then."""
    if not units_seen(who):
        return scope_within(who, ())
    ids = tuple(pk for (pk,) in _asking_beyond(who.kept, FEW).rows())
    return scope_within(who, None if len(ids) > FEW else ids)


def scope_within(who: Viewer, beyond: tuple[int, ...] | None) -> Scope:
    """What is seen, where it is known already what of it lies beyond the own units."""
    units = units_seen(who)
    if not units:
        own = Q(pk=who.only)
        return Scope((), own, (), own)
    within = within_units(who)
    if beyond is None:
        return Scope(units, within, None, within | _beyond(who))
    return Scope(units, within, beyond, within | Q(pk__in=beyond) if beyond else within)


def scope_with_places(who: Viewer, places: int | None) -> Scope:
    """The same for a question that is composed once: `places` of such ids, which are told when it is asked."""
    return scope_within(who, None if places is None else IDS[:places])


@lru_cache(maxsize=KEPT)
def _asking_beyond(who: Viewer, few: int) -> Composed:
    theirs = _in_subtree(who.posts_for("see"), of="matter__")
    of_units = _of_units(who).exclude(theirs) if len(units_seen(who)) > 1 else _of_units(who)
    found = of_units.values_list("matter_id").union(_in_person(who).exclude(theirs).values_list("matter_id"))
    return composed(found[: few + 1])


def scope_row_by_row(who: Viewer) -> Scope:
    """The same for whoever has the rows already, found by words: each of them is asked, and no unit looked through."""
    return scope_within(who, None)


def in_person_only(who: Viewer) -> tuple[int, ...]:
    """The ids of what is held in person beyond the units, and by no duty of theirs."""
    rows = _in_person(who).exclude(matter__in=_of_units(who).values("matter_id"))
    return tuple(rows.values_list("matter_id", flat=True).distinct())


def _of_units(who: Viewer) -> QuerySet[Beyond]:
    return Beyond.objects.filter(unit__in=units_seen(who))


def _in_person(who: Viewer) -> QuerySet[Duty]:
    persons = {post.for_user_id or post.user_id for post in who.posts_for("see")}
    return Duty.objects.filter(role__in=tuple(PERSONAL), user__in=persons, until_at=None)


def _beyond(who: Viewer) -> Q:
    """Asked of each row that is not of the own units: of those there may be as many as there are matters."""
    of_units = Exists(Beyond.objects.filter(matter=OuterRef("pk"), unit__in=units_seen(who)))
    return Q(of_units) | Q(pk__in=_in_person(who).values("matter_id"))


def find(who: Viewer, number: str) -> Matter:
    """The matter of that number. Raises Http404 alike when it is missing and when it is not theirs to see."""
    matter = Matter.objects.filter(number=number).first()
    if matter is None or not sees(who, matter):
        raise Http404(number)
    return matter


def sees(who: Viewer, matter: Matter) -> bool:
    """Whether it is among the `visible`; of most the row itself says so."""
    own = who.only is None and covering(who.posts, "see", (matter.unit_1, matter.unit_2, matter.unit_3, matter.unit_4))
    return bool(own) or visible(who).filter(pk=matter.pk).exists()


def posting(who: Viewer, act: str, matter: Matter, *, of: str = "", desks: Desks | None = None) -> Held | None:
    """The post with which the viewer may do this act on this matter; None when there is none.

    `of`: only from the unit with that duty (UNIT, DESK) or above it; UNIT includes who holds it in person.
    """
    return postings(who, act, [matter], of=of, desks=desks).get(matter.pk)


def may(who: Viewer, act: str, matter: Matter) -> bool:
    return posting(who, act, matter) is not None


def postings(
    who: Viewer, act: str, matters: Iterable[Matter], *, of: str = "", desks: Desks | None = None
) -> dict[int, Held]:
    """The same of many matters, asked for all of them at once: those are left out where there is no such post.

    `desks`: what `desks_of` says, where it is known already.
    """
    asked = {matter.pk: matter for matter in matters}
    if who.only is not None:
        post = next(iter(who.posts_for(act)), None)
        return {who.only: post} if post and who.only in asked else {}
    if of == DESK:
        desks = desks_of(asked) if desks is None and who.posts else desks or {}
        theirs = ((pk, covering(who.posts, act, path)) for pk, paths in desks.items() for path in paths)
        return {pk: post for pk, post in theirs if post}
    paths = ((pk, (one.unit_1, one.unit_2, one.unit_3, one.unit_4)) for pk, one in asked.items())
    covered = {pk: post for pk, path in paths if (post := covering(who.posts, act, path))}
    beyond = {pk: one for pk, one in asked.items() if pk not in covered}
    duties = tuple(PERSONAL) if of == UNIT else (*OF_UNITS, *PERSONAL)
    return {**covered, **_on_duty_there(who.posts_for(act), act, beyond, duties=duties)}


def among(who: Viewer, act: str, matters: Iterable[Matter]) -> frozenset[int]:
    """The ids of those matters on which the viewer may do this act."""
    return frozenset(postings(who, act, matters))


def where_may(who: Viewer, act: str, *, of: str = "") -> Q:
    """What `postings` answers, as one condition on open matters: for lists and counts. `of`: "" or DESK."""
    posts = who.posts_for(act)
    if not posts:
        return Q(pk=None)
    if of == DESK:
        return Q(_has_duty(_in_subtree(posts, of="unit__"), role=DESK))
    duties = _giving(act, (*OF_UNITS, *PERSONAL), closed=False)
    return _in_subtree(posts) | Q(_has_duty(_on_duty(posts), role__in=duties))


def _has_duty(which: Q, **told: object) -> Exists:
    """Asked of each of the few that wait: a desk has an open duty in all that it ever took in."""
    return Exists(Duty.objects.filter(which, matter=OuterRef("pk"), until_at=None, **told))


def desks_of(asked: Iterable[int]) -> Desks:
    """The path of the desk that took each of these matters in; its posts and those above it are the desk's.

    All open duties of these are read: asked for the role, SQLite reads those of the role in every matter there is.
    """
    duties = Duty.objects.filter(matter__in=list(asked), until_at=None)
    found: dict[int, list[Path]] = {}
    for pk, role, *path in duties.values_list("matter_id", "role", *(f"unit__{column}" for column in COLUMNS)):
        if role == DESK:
            found.setdefault(pk, []).append(tuple(path))
    return found


def posting_at(who: Viewer, act: str, unit: Unit) -> Held | None:
    """The post with which the viewer may do this act in this unit (to open a matter there)."""
    return covering(who.posts, act, path_of(unit))


def _in_subtree(posts: tuple[Held, ...], *, of: str = "") -> Q:
    reach = Q()
    for post in posts:
        reach |= Q(**{f"{of}unit_{post.level}": post.unit_id})
    return reach


def given_by(duty: str, *, closed: bool) -> frozenset[str]:
    """What a duty gives beyond one's own units, of the acts of one's role; a body called in only looks once closed."""
    if duty == ASSISTING:
        return frozenset({"see"}) if closed else ASSISTING_ACTS
    if duty == DESK:
        return DESK_DUTY_ACTS
    return PERSONAL.get(duty, frozenset())


def _on_duty_there(
    posts: tuple[Held, ...], act: str, asked: Mapping[int, Matter], *, duties: Iterable[str]
) -> dict[int, Held]:
    """A post that reaches each matter only by an open duty of its unit or person, where that duty gives the act."""
    giving = {closed: _giving(act, duties, closed=closed) for closed in (True, False)}
    found: dict[int, Held] = {}
    for post in posts if asked and any(giving.values()) else ():
        open_there = Duty.objects.filter(_on_duty((post,)), matter__in=asked.keys() - found.keys(), until_at=None)
        for pk, duty in open_there.values_list("matter_id", "role"):
            if duty in giving[asked[pk].closed_at is not None]:
                found[pk] = post
    return found


def _giving(act: str, duties: Iterable[str], *, closed: bool) -> tuple[str, ...]:
    return tuple(duty for duty in duties if act in given_by(duty, closed=closed))


def _on_duty(posts: tuple[Held, ...]) -> Q:
    """Duties of the person, or of a unit; the duty of the unit responsible is its subtree already."""
    reach = Q(role__in=tuple(PERSONAL), user__in={post.for_user_id or post.user_id for post in posts})
    for post in posts:
        reach |= Q(**{"role__in": OF_UNITS, f"unit__unit_{post.level}": post.unit_id})
    return reach
