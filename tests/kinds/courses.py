"""Matters of every kind in the hand, and what can be said to them in any order, as far as it is lawful."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from linli.ground.clock import day_of, moment
from linli.matters.command import Command
from linli.matters.everyday import note
from linli.matters.timeline import begin
from linli.place.models import Unit
from tests.kinds.case import pure as case
from tests.kinds.case import told as of_case
from tests.kinds.dispute import pure as dispute
from tests.kinds.dispute import told as of_dispute
from tests.kinds.in_hand import OTHER_UNIT, UNIT, InHand
from tests.kinds.request import pure as request
from tests.kinds.request import told as of_request
from tests.laws.test_replay import BOOK
from tests.pebble import commands
from tests.pebble.kind import PEBBLE

MONDAY, DAY = moment(date(2026, 3, 2), clock=time(9)), timedelta(days=1)
HE, GU, CHEN = 22, 23, 24
FIRST, SECOND = 21, 25


@dataclass(frozen=True)
class Move:
    """One step as it would be said at that moment."""

    command: Command
    by: int = 0
    told: Callable[[datetime], Mapping[str, Any]] = field(default=lambda at: {})


def move(command: Command, by: int = 0, **told: Any) -> Move:
    return Move(command, by, lambda at: told)


class Pebble(InHand):
    """The least of all kinds, which names its unit as such."""

    def __init__(self) -> None:
        self.timeline = begin(PEBBLE, number="PEBBLE-2026-000001")
        self.policy, self.usual = lambda at: BOOK, HE
        self.say(commands.find, at=MONDAY, unit=Unit(pk=UNIT), title="石子")


NOTE = move(note, text="记一笔")
GOOD = {"contacted": "yes", "solved": "yes", "satisfaction": "satisfied"}
BAD = {"contacted": "yes", "solved": "no", "satisfaction": "dissatisfied", "reason": "not_done"}

say = of_request.say
REQUESTS = (
    NOTE,
    move(say.accept),
    move(say.dispatch, **of_request.sending(request.NORTH)),
    move(say.sign, HE),
    move(say.contact, HE, contact_way="phone"),
    move(say.send_back, HE, return_ground="not_our_duty", why="属于城管职责"),
    move(say.uphold_return),
    move(say.re_dispatch, **of_request.sending(request.SOUTH)),
    move(say.re_dispatch, **of_request.sending(request.NORTH)),
    move(say.designate, **of_request.sending(request.NORTH)),
    move(say.suspend, CHEN, why="等待鉴定结论"),
    move(say.resume, CHEN, why="结论已出"),
    move(say.reply, HE, **of_request.answer()),
    move(say.call_back, SECOND, **GOOD),
    move(say.call_back, SECOND, **BAD),
    move(say.order_redo, SECOND, why="抽查未修复"),
    Move(say.park, SECOND, lambda at: {"why": "待立项", "review_on": day_of(at) + 20 * DAY}),
    move(say.take_up, SECOND, why="资金已到位"),
    move(say.close, SECOND),
    move(say.archive, SECOND),
    move(say.reopen, CHEN, why="隐患复发"),
)

say = of_dispute.say
DISPUTES = (
    NOTE,
    move(say.accept),
    move(say.consent, side="a", agreed=True, rights_told=True),
    move(say.consent, side="b", agreed=True, rights_told=True),
    move(say.name_mediator, mediator=dispute.WANG),
    move(say.change_mediator, mediator=dispute.GU, note="双方选定"),
    move(say.hand_to, to_unit=OTHER_UNIT, why="属地"),
    move(say.hand_to, to_unit=UNIT, why="属地"),
    move(say.pause, pause_reason="appraisal"),
    move(say.resume),
    Move(say.hold_session, 0, of_dispute.session),
    Move(say.agree, 0, lambda at: of_dispute.agreement(at, 10)),
    Move(say.perform, 0, lambda at: {"number": 1, "performed_on": day_of(at), "proof": "收条"}),
    Move(say.visit, 0, lambda at: of_dispute.visiting(day_of(at))),
    move(say.terminate, termination_reason="too_far_apart", ways=["court"]),
    move(say.decline, decline_reason="in_court", told="等待法院"),
    move(say.close),
    move(say.reopen, CHEN, why="又漏水了"),
)

say = of_case.say
CASES = (
    NOTE,
    move(say.take_on),
    Move(say.file, 0, lambda at: of_case.filing(day_of(at))),
    move(say.assign, officer=HE),
    move(say.assign, officer=GU),
    move(say.assess, **of_case.assessing()),
    move(say.hand_to, to_unit=OTHER_UNIT, why="属地"),
    move(say.hand_to, to_unit=UNIT, why="属地"),
    move(say.report_result, HE, result="suspended", report="等待鉴定", solved_on=None),
    Move(say.report_result, HE, lambda at: of_case.solved(day_of(at))),
    move(say.approve_result, CHEN),
    move(say.send_back, CHEN, why="补充证据"),
    move(say.resume, why="鉴定意见已出"),
    move(say.decline_filing, CHEN, decline_reason="no_crime", why="无犯罪事实", told="已告知"),
    move(say.reopen, CHEN, why="另有隐情"),
)

PEBBLES = (
    NOTE,
    move(commands.warn),
    move(commands.carry),
    move(commands.pass_on, unit=Unit(pk=OTHER_UNIT)),
    move(commands.bring_home),
)

COURSES: Mapping[str, tuple[Callable[[], InHand], tuple[Move, ...]]] = {
    "case": (case.criminal, CASES),
    "dispute": (lambda: dispute.Told(MONDAY, dangers=[]), DISPUTES),
    "pebble": (Pebble, PEBBLES),
    "request": (request.taken_in, REQUESTS),
}
"""By kind: a matter just opened, and the steps."""
