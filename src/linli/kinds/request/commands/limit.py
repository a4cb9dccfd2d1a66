"""The limits of a request by the profile of the centre: counted, paused, given more time, one working day before."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from functools import lru_cache
from typing import Any

from linli.ground.clock import day_of, parse_moment, utc_text
from linli.ground.due import Pause
from linli.ground.span import WORKING_DAYS, Span
from linli.ground.workdays import DAY
from linli.kinds.request import choices
from linli.matters.command import Refused, Scene
from linli.matters.facts import Dated
from linli.matters.state import State
from linli.policy.book import NoTerm


def by_profile(profile: str, name: str) -> tuple[str, ...]:
    """The terms of that name, the profile's own before the one that all share."""
    return (f"request.{profile}.{name}", f"request.{name}")


def reply_terms(profile: str, *, sort: str, urgency: str) -> tuple[str, ...]:
    """The terms of the reply: by how urgent it is, else by what it is."""
    if urgency != choices.ORDINARY:
        return by_profile(profile, urgency)
    return (f"request.{profile}.{sort}", *by_profile(profile, "general"))


def first_term(scene: Scene, codes: Sequence[str], *, category: str = "") -> str:
    """The first of these terms that is in force. Raises Refused when the office has none: the words say what to do."""
    on = day_of(scene.at, zone=scene.book.calendar.zone)
    try:
        return scene.book.first_of(codes, kind="request", category=category or scene.state.category, on=on)
    except NoTerm as missing:
        raise Refused(str(missing)) from missing


def date_by(scene: Scene, name: str, codes: Sequence[str], *, category: str = "") -> Dated:
    """A mark by the first of these terms that is in force."""
    return scene.date(name, first_term(scene, codes, category=category), category=category)


def reply_from_now(scene: Scene, *, sort: str, urgency: str, category: str = "") -> Dated:
    return date_by(scene, "reply", reply_terms(scene.book.profile, sort=sort, urgency=urgency), category=category)


def soon_before(scene: Scene, reply: Dated) -> Dated:
    """The moment one working day before the reply is due.

    Of a limit in working days it is counted with one day less, so that it is dated again together with it.
    """
    if basis := _a_day_less(reply.basis):
        found = scene.book.walk(basis)
        return Dated(name="soon", at=found.at, provisional=found.provisional, basis=basis)
    calendar = scene.book.calendar
    last = day = day_of(reply.at, zone=calendar.zone)
    day -= DAY
    while not calendar.is_workday(day):
        day -= DAY
    return Dated(name="soon", at=reply.at - (last - day), provisional=False, basis={})


def given(reply: Dated, at: datetime) -> Dated:
    """The limit that came with a record from outside; the basis keeps by which term it would have been counted."""
    return replace(reply, at=at, provisional=False, basis={**reply.basis, "given": utc_text(at)})


def _a_day_less(basis: Mapping[str, Any]) -> dict[str, Any]:
    """The basis of a limit in working days with one of them less; empty where it is counted otherwise or has one."""
    if "given" in basis:
        return {}
    return {**basis, **less} if (less := _shorter(basis["span"], basis["extra"])) else {}


@lru_cache(maxsize=256)
def _shorter(span: str, extra: str | None) -> Mapping[str, str | None]:
    """The one of the two that is counted last, with a day less; nothing where none can be taken."""
    name = "extra" if extra else "span"
    spans = [Span.parse(text) for text in (span, extra) if text]
    last = spans[-1]
    if any(one.unit != WORKING_DAYS for one in spans) or (last.amount == 1 and name == "span"):
        return {}
    return {name: str(Span(last.amount - 1, WORKING_DAYS)) if last.amount > 1 else None}


def reply_again(
    scene: Scene,
    *,
    until_at: datetime | None = None,
    extra: Span | None = None,
    term: str = "",
    category: str = "",
) -> Dated | None:
    """The limit counted anew from when it began: with the pause that ends at `until_at`, more time or another term."""
    return _again(scene, "reply", until_at=until_at, extra=extra, term=term, category=category)


def contact_again(scene: Scene, *, until_at: datetime) -> Dated | None:
    """The first contact, where it is still to be made, with the pause that ends then."""
    return _again(scene, "contact", until_at=until_at)


def _again(
    scene: Scene,
    name: str,
    *,
    until_at: datetime | None,
    extra: Span | None = None,
    term: str = "",
    category: str = "",
) -> Dated | None:
    state = scene.state
    if name not in state.marks:
        return None
    basis = state.marks[name].basis
    before = [Pause(parse_moment(start), parse_moment(end)) for start, end in basis["pauses"]]
    return scene.date(
        name,
        term or basis["term"],
        start_at=parse_moment(basis["start_at"]),
        category=category,
        pauses=[*before, *_pause(state, until_at)],
        extra=extra or (Span.parse(basis["extra"]) if basis["extra"] else None),
    )


def _pause(state: State, until_at: datetime | None) -> list[Pause]:
    paused_at = state.data["paused_at"]
    return [Pause(parse_moment(paused_at), until_at)] if until_at and paused_at else []
