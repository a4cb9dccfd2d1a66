"""What is said to the invented matters, turn by turn: of disputes, cases, requests, and of what one goes on as."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from linli.demo import material
from linli.demo.cases.case import Case, Sequel, Step
from linli.demo.cases.handed import sequels
from linli.demo.cases.planning import cases
from linli.demo.requests.planning import requests
from linli.demo.requests.request import Request
from linli.demo.saying.cases import case_opening, case_step
from linli.demo.saying.opening import agents, opening
from linli.demo.saying.requests import request_opening, request_step
from linli.demo.saying.said import Known, Name, Said, Told
from linli.demo.saying.steps import say
from linli.demo.stories import plan
from linli.matters.converting import GOES_ON_AS
from linli.matters.kind import kinds
from linli.matters.state import State


@dataclass(frozen=True)
class Opened:
    """How a matter is opened: by whom, in which unit, told what."""

    by: str
    unit_code: str
    told: Callable[[Known], Told]
    at_counter: bool = False


@dataclass(frozen=True)
class Turn:
    """What is said at a moment to the matter of that name, or what opens it; `of` is what it came from."""

    at: datetime
    name: Name
    says: Callable[[State, Known], Iterable[Said]]
    opened: Opened | None = None
    of: Name | None = None
    tied: str = GOES_ON_AS
    """By which tie it is found from there."""


def turns(at: datetime, *, is_workday: Callable[[date], bool]) -> list[Turn]:
    """All turns of all matters in the order of time; those of one matter stay in their own order.

    Of a kind that was taken out nothing is told, and nothing goes on as one.
    """
    plans, dockets = plan(at, is_workday=is_workday), cases(at, is_workday=is_workday)
    found = [turn for each in plans for turn in _of_dispute(each)]
    found += [turn for case in dockets for turn in _of_case(case)]
    found += [turn for each in sequels(plans, dockets, at=at, is_workday=is_workday) for turn in _of_sequel(each)]
    found += [turn for each in requests(at, is_workday=is_workday) for turn in _of_request(each)]
    known = {kind.name for kind in kinds()}
    there = [turn for turn in found if turn.name[0] in known and (turn.of is None or turn.of[0] in known)]
    return sorted(there, key=lambda turn: turn.at)


def _of_dispute(each: material.Plan) -> Iterator[Turn]:
    name = ("dispute", each.title)
    opened = Opened(each.opened_by, each.community_code, partial(opening, each))
    yield Turn(each.opened_at, name, lambda state, known: agents(each), opened)
    for step in each.steps:
        yield Turn(step.told_at, name, partial(_say, step, each))


def _say(step: material.Step, each: material.Plan, state: State, known: Known) -> Iterator[Said]:
    return say(step, each, state, known)


def _of_case(case: Case) -> Iterator[Turn]:
    name = ("case", case.title)
    opened = Opened(case.opened_by, case.unit_code, partial(case_opening, case))
    yield Turn(case.opened_at, name, lambda state, known: (), opened)
    for step in case.steps:
        yield Turn(step.at, name, partial(_say_step, step))


def _of_sequel(each: Sequel) -> Iterator[Turn]:
    for step in each.steps:
        yield Turn(step.at, (each.kind, each.title), partial(_say_step, step), of=(each.of_kind, each.title))


def _say_step(step: Step, state: State, known: Known) -> Iterator[Said]:
    yield case_step(step, known)


def _of_request(request: Request) -> Iterator[Turn]:
    name = ("request", request.key)
    opened = Opened(request.opened_by, request.unit_code, partial(request_opening, request), request.at_counter)
    yield Turn(request.opened_at, name, lambda state, known: (), opened)
    for step in request.steps:
        yield Turn(step.at, name, partial(_say_to_request, step))
    for tie, step in request.sequels:
        part = ("request", f"{request.key} {tie}")
        yield Turn(step.at, part, partial(_say_to_request, step), of=name, tied=tie)


def _say_to_request(step: Step, state: State, known: Known) -> Iterator[Said]:
    yield request_step(step, state, known)
