"""A new matter: the opening form of a kind, by keyboard in under a minute; what was typed stays on every error."""

from dataclasses import dataclass, replace

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from linli.doors.desk.gate import NOT_YOURS, Visit, staffed
from linli.doors.desk.looking import Looked, looking_fields, story_field, suggested_while_typing
from linli.doors.desk.once import OTHERWISE, asked_key, number_before, sent_already, to_fresh_form, to_matter
from linli.doors.desk.show import openable, show
from linli.doors.desk.steps import form_for, new_key, scene_for, told_content, told_key
from linli.likeness.suggesting import Suggested
from linli.matters.command import CommandForm
from linli.matters.commands import NotAllowed, Refused, Saying, SentBefore, open_matter
from linli.matters.kind import Kind, kind_named
from linli.matters.state import State
from linli.place.models import Unit
from linli.staff.acts import roles_for
from linli.staff.posts import Held


@dataclass(frozen=True)
class Opening:
    """A new matter being filled in."""

    kind: Kind
    form: CommandForm
    key: str
    posts: tuple[Held, ...]
    post: Held
    before: str = ""
    """The number of what was opened with this very form, where it was sent again with other words."""
    looked: Looked | None = None
    """The likely repeats of what is typed, where somebody looked for them."""
    suggested: Suggested | None = None
    """The likely categories of what is typed."""


@require_GET
@staffed
def new(visit: Visit) -> HttpResponse:
    """Straight to the form when there is only one kind to open."""
    kinds = openable(visit.who)
    if not kinds:
        raise PermissionDenied(_(NOT_YOURS))
    if len(kinds) == 1:
        return to_fresh_form(kinds[0])
    return show(visit, "desk/new.html", kinds=kinds)


@require_http_methods(["GET", "POST"])
@staffed
def open_kind(visit: Visit, kind: str) -> HttpResponse:
    if visit.posted:
        return _opened(visit, opening_of(visit, kind))
    chosen, _posts = who_opens(visit, kind)
    key = asked_key(visit)
    elsewhere = sent_already(visit, chosen, key) if key else to_fresh_form(chosen)
    return elsewhere or opening_page(visit, replace(opening_of(visit, kind), key=key))


def opening_of(visit: Visit, kind: str) -> Opening:
    """The new matter as far as it is filled in. Raises Http404 and PermissionDenied."""
    chosen, posts = who_opens(visit, kind)
    wanted = visit.request.POST.get("post", "")
    post = next((one for one in posts if str(one.post_id) == wanted), posts[0])
    scene = scene_for(visit, State(kind=chosen.name), by=post, number="")
    if not visit.posted:
        return Opening(chosen, form_for(chosen.opening, scene), new_key(), posts, post)
    form = form_for(chosen.opening, scene, data=visit.request.POST, files=visit.request.FILES)
    return Opening(chosen, form, told_key(visit.request.POST), posts, post)


def who_opens(visit: Visit, kind: str) -> tuple[Kind, tuple[Held, ...]]:
    """The kind, and the posts from which the viewer may open one. Raises Http404 and PermissionDenied."""
    try:
        chosen = kind_named(kind)
    except KeyError as error:
        raise Http404(kind) from error
    posts = tuple(post for post in visit.who.posts if post.role in roles_for(chosen.opening.act))
    if not posts:
        raise PermissionDenied(_(NOT_YOURS))
    return chosen, posts


def _opened(visit: Visit, opening: Opening) -> HttpResponse:
    if not opening.form.is_valid():
        return _unfit(visit, opening)
    content = told_content(visit.request, f"open {opening.kind.name}")
    saying = Saying(visit.who, visit.at, opening.key, request=visit.id, content=content)
    unit = Unit.objects.get(pk=opening.post.unit_id)
    try:
        done = open_matter(opening.kind, unit=unit, told=opening.form.cleaned_data, saying=saying)
    except SentBefore as refused:
        return _taken_before(visit, opening, number_before(visit, opening.key), problem=str(refused))
    except Refused as refused:
        return opening_page(visit, opening, status=409, problem=str(refused))
    except NotAllowed as refused:
        raise PermissionDenied(_(NOT_YOURS)) from refused
    return to_matter(visit, done.matter, again=done.again)


def _unfit(visit: Visit, opening: Opening) -> HttpResponse:
    """What is wrong with it; of a form that was put right and taken in since, as after going back, that it was."""
    if before := number_before(visit, opening.key):
        opening.form.errors.clear()
        return _taken_before(visit, opening, before, problem="")
    return opening_page(visit, opening, status=422)


def _taken_before(visit: Visit, opening: Opening, before: str, *, problem: str) -> HttpResponse:
    """What was typed stays, under a key of its own: sent once more it is another matter."""
    problem = _(OTHERWISE).format(number=before) if before else problem
    return opening_page(visit, replace(opening, key=new_key(), before=before), status=409, problem=problem)


def opening_page(visit: Visit, opening: Opening, *, status: int = 200, problem: str = "") -> HttpResponse:
    """The form with all that was typed; the likely categories stay beside it in every answer."""
    if visit.posted and opening.kind.tells_stories and opening.suggested is None:
        opening = replace(opening, suggested=suggested_while_typing(visit, opening.kind))
    units = [(post.post_id, visit.units[post.unit_id]) for post in one_a_unit(opening)]
    fields = {"story": story_field(opening.kind), "looked_at": looking_fields(opening.kind)}
    return show(visit, "desk/open.html", status=status, opening=opening, problem=problem, units=units, **fields)


def one_a_unit(opening: Opening) -> list[Held]:
    """Of several posts in one unit the one it is being recorded with, else one's own before one stood in for."""
    order = (opening.post, *sorted(opening.posts, key=lambda post: post.for_user_id is not None))
    by_unit: dict[int, Held] = {}
    for post in order:
        by_unit.setdefault(post.unit_id, post)
    return list(by_unit.values())
