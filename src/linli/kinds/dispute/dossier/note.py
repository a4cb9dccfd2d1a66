"""Document 12: what is out of the ordinary about the file, each thing with its day."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from linli.kinds.dispute.dossier import hand, standing
from linli.kinds.dispute.dossier.attached import files_of
from linli.kinds.dispute.facts.clock import Paused, Resumed
from linli.kinds.dispute.facts.closing import Reopened
from linli.kinds.dispute.facts.converting import Converted
from linli.kinds.dispute.facts.corrections import PartyRemoved
from linli.kinds.dispute.facts.default import Defaulted
from linli.kinds.dispute.facts.ending import Terminated
from linli.kinds.dispute.facts.extension import Extended
from linli.kinds.dispute.facts.joint import Joined
from linli.kinds.dispute.facts.mediators import MediatorsChanged, Recused
from linli.kinds.dispute.facts.opening import Opened
from linli.kinds.dispute.facts.papers import PapersReturned
from linli.kinds.dispute.facts.routing import HandedTo
from linli.kinds.dispute.facts.takeover import TakenOver, TakenOverUrgently
from linli.kinds.dispute.facts.taking_on import Declined
from linli.matters.everyday import Erased
from linli.matters.facts import Fact
from linli.matters.papers import Source, in_chinese
from linli.paper.letter import Letter
from linli.paper.numerals import day

Told = Callable[[Source, Any], str]


@in_chinese
def note_on_the_file(source: Source) -> Letter:
    body = [hand.said(f"{place}. {text}") for place, text in enumerate(points(source), 1)]
    others = files_of(source, "other", "record")
    if others:
        body.append(hand.said(f"卷内另附材料{len(others)}件。"))
    return Letter("卷宗情况说明", body=(*body, hand.signatures(["立卷人（签名）："])))


def points(source: Source) -> list[str]:
    """One sentence for each thing, in the order in which it happened."""
    return list(_points(source))


def unusual(source: Source) -> bool:
    """Whether there is anything to be said."""
    return any(_teller(source, one.fact) for one in source.told)


def _points(source: Source) -> Iterator[str]:
    for one in source.told:
        if teller := _teller(source, one.fact):
            yield f"{day(source.day_of(one.at))}，{teller(source, one.fact)}"


def _teller(source: Source, fact: Fact) -> Told | None:
    """Only what came from a court or from another matter is told of an opening."""
    if type(fact) is Opened and not fact.court_stage:
        return None
    return TELLERS.get(type(fact))


def _opened(source: Source, fact: Opened) -> str:
    number = f"，{fact.commission}" if fact.commission else ""
    stage = source.label("court_stage", fact.court_stage)
    on = f"，{day(fact.received_on)}签收材料" if fact.received_on else ""
    return f"受{fact.court or '人民法院'}委派、委托调解（{stage}{number}{on}）。"


def _taken_over(source: Source, fact: TakenOver) -> str:
    return f"由{fact.from_number}号事项转入。"


def _users(source: Source, fact: MediatorsChanged) -> str:
    return f"调解员更换为{standing.AND.join(source.people[user] for user in fact.users)}。"


def _terminated(source: Source, fact: Terminated) -> str:
    ways = standing.AND.join(source.label("way", way) for way in fact.ways)
    return f"终止调解：{source.label('termination_reason', fact.termination_reason)}；已告知其他合法途径：{ways}。"


def _closing(text: str) -> Told:
    return lambda source, fact: text


def _with(text: str, field: str) -> Told:
    """A sentence with what the fact says in its own words."""
    return lambda source, fact: text.format(getattr(fact, field) or "（未说明）")


TELLERS: Mapping[type[Fact], Told] = {
    Opened: _opened,
    TakenOver: _taken_over,
    TakenOverUrgently: _taken_over,
    Declined: lambda source, fact: f"不予受理：{source.label('decline_reason', fact.decline_reason)}。",
    PartyRemoved: _with("一名当事人退出：{}", "why"),
    HandedTo: lambda source, fact: f"移交{source.places[fact.unit]}办理。",
    MediatorsChanged: _users,
    Recused: lambda source, fact: f"调解员{source.people[fact.user]}回避。",
    Joined: lambda source, fact: f"{source.places[fact.unit]}参加联合调解。",
    Paused: lambda source, fact: f"中止计时：{source.label('pause_reason', fact.pause_reason)}。",
    Resumed: _closing("恢复计时。"),
    Extended: _with("经各方同意，调解期限延长{}日。", "days"),
    Defaulted: _with("协议第{}期逾期未履行。", "number"),
    Terminated: _terminated,
    PapersReturned: lambda source, fact: f"{day(fact.returned_on)}将材料退还委派、委托的人民法院。",
    Converted: _with("转为{}号事项继续办理。", "to_number"),
    Reopened: _with("重新启动调解：{}", "why"),
    Erased: _closing("依规删除卷内部分文字，删除处以“（已删除）”标示。"),
}
