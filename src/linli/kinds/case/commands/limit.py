"""The lawful limit of an administrative case: counted, paused, given more time. A criminal case has none."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from linli.ground.clock import parse_moment
from linli.ground.due import Pause
from linli.ground.span import Span
from linli.kinds.case import course
from linli.kinds.case.commands.told import today
from linli.kinds.case.course import Row
from linli.matters.command import Refused, Scene
from linli.matters.facts import Dated
from linli.policy.book import NoTerm

TERM = "case.administrative"


def limit_from_now(scene: Scene, *, case_class: str, category: str = "") -> Dated | None:
    """The limit of a case of this class that begins now."""
    return scene.date("limit", TERM, category=category) if case_class == "administrative" else None


def limit_as(scene: Scene, *, case_class: str, category: str) -> Dated | None:
    """The limit of a case that becomes one of this class: the one it had before goes on, as if it had never ended."""
    aside = course.limit_aside(scene.state)
    if aside and case_class == "administrative":
        return _counted(scene, aside, category=category)
    return limit_from_now(scene, case_class=case_class, category=category)


def limit_again(scene: Scene, *, until_at: datetime | None = None, extra: Span | None = None) -> Dated | None:
    """The limit counted anew, with the pause that ends at `until_at` or with more time."""
    if "limit" not in scene.state.marks:
        return None
    paused_at = scene.state.data["paused_at"]
    pause = [Pause(parse_moment(paused_at), until_at)] if until_at and paused_at else []
    return _counted(scene, scene.state.marks["limit"].basis, pauses=pause, extra=extra)


def _counted(
    scene: Scene, basis: Row, *, category: str = "", pauses: Sequence[Pause] = (), extra: Span | None = None
) -> Dated:
    before = [Pause(parse_moment(start), parse_moment(end)) for start, end in basis["pauses"]]
    return scene.date(
        "limit",
        basis["term"],
        start_at=parse_moment(basis["start_at"]),
        category=category,
        pauses=[*before, *pauses],
        extra=extra or (Span.parse(basis["extra"]) if basis["extra"] else None),
    )


def limit_extended(scene: Scene) -> Dated:
    limit = limit_again(scene, extra=_more_time(scene))
    if limit is None:
        raise Refused(_("There is no lawful limit any more that could be extended. Refuse the request."))
    return limit


def refuse_when_over(scene: Scene) -> None:
    if scene.at > scene.state.marks["limit"].at:
        raise Refused(_("The limit has run out and can no longer be extended. Report the result."))


def _more_time(scene: Scene) -> Span:
    try:
        term = scene.book.term("case.extension", kind="case", category=scene.state.category, on=today(scene))
    except NoTerm as missing:
        raise Refused(str(missing)) from missing
    return Span.parse(term.span)
