"""Deadlines of the official calendar, asked for and shown in a few words."""

from linli.ground.clock import local, parse_moment
from linli.ground.due import Deadline, Pause, due
from linli.ground.span import Limit, Span
from tests.ground.official import CALENDAR


def counted(
    start: str, span: str, *pauses: Pause, starts: str = "next", rolls: bool = False, extra: str = ""
) -> Deadline:
    limit = Limit(Span.parse(span), starts=starts, rolls=rolls)
    more = Span.parse(extra) if extra else None
    return due(parse_moment(start), limit, calendar=CALENDAR, pauses=pauses, extra=more)


def shown(deadline: Deadline) -> str:
    return f"{local(deadline.at):%Y-%m-%d %H:%M:%S}"


def paused(from_text: str, until_text: str) -> Pause:
    return Pause(parse_moment(from_text), parse_moment(until_text))
