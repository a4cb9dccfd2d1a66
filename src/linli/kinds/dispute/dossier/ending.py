"""Document 8 where nothing was settled: the written notice that mediation ended, why, and which other ways are open."""

from linli.kinds.dispute.dossier import hand, standing
from linli.kinds.dispute.facts.agreement import Agreed
from linli.kinds.dispute.facts.ending import Terminated
from linli.kinds.dispute.facts.sessions import SessionHeld
from linli.kinds.dispute.facts.taking_on import Accepted
from linli.matters.papers import WHOLE, Happened, Source, in_chinese
from linli.matters.state import State
from linli.paper.letter import Letter
from linli.paper.numerals import chinese, day

NAME = "termination"
NO_NUMBER = "〔　　　　〕人调终字第　　号"
LAW = (
    "根据《中华人民共和国人民调解法》第二十六条的规定，终止调解。"
    "当事人可以依法通过仲裁、行政、司法等途径维护自己的权利。"
)


@in_chinese
def termination_notice(source: Source) -> Letter:
    """Of the ending it is about, or the newest."""
    one = ended_at(source)
    ended = one.fact if one and isinstance(one.fact, Terminated) else None
    people, until = standing.parties(source, until=one.seq if one else WHOLE), one.seq if one else WHOLE
    on = (ended.ended_on or source.day_of(one.at)) if ended and one else None
    ways = standing.AND.join(source.label("way", way) for way in ended.ways) if ended else ""
    body = (
        hand.fields(
            (("当 事 人", standing.side_by_side(source, people)),),
            (("纠纷类型", source.category), ("人民调解员", standing.mediators(source))),
            (("受理日期", _taken_on(source, until)), ("终止日期", day(on) if on else "")),
        ),
        hand.said(_course(source, until)),
        *hand.under("终止调解的原因", source.label("termination_reason", ended.termination_reason) if ended else ""),
        hand.said(LAW),
        *hand.under("已告知当事人的其他途径", ways, lines=1),
        hand.said(f"本说明一式{chinese(len(people) + 1)}份，当事人、人民调解委员会各持一份。"),
        hand.signatures(
            [*hand.by_side(source, people), "人民调解员（签名）："], on=on, seal=standing.committee(source)
        ),
    )
    return Letter("终止调解书面说明", number=f"编号：{number_of(source, until)}", body=body)


def endings(source: Source) -> list[Happened]:
    return [one for one in source.told if isinstance(one.fact, Terminated)]


def ended_at(source: Source) -> Happened | None:
    found = endings(source)
    return next((one for one in found if one.seq == source.about), found[-1] if found else None)


def ended(state: State) -> tuple[int, ...]:
    """The ending of the present course, where it is one without a settlement."""
    return (state.data["ending"]["seq"],) if "unsettled" in state.flags and state.data["ending"] else ()


def number_of(source: Source, seq: int) -> str:
    """As it was issued; until then a gap that shows what belongs there."""
    issued = source.state.paper(NAME, about=seq)
    return source.number or (issued.number if issued else NO_NUMBER)


def _course(source: Source, until: int) -> str:
    """What was tried before: how often they met, and whether there was an agreement at all."""
    told = [one.fact for one in source.told if one.seq <= until]
    met = sum(isinstance(fact, SessionHeld) for fact in told)
    tried = f"经{chinese(met)}次调解" if met else "经人民调解委员会工作"
    came = (
        "所达成的调解协议未能履行或者未能生效" if any(isinstance(fact, Agreed) for fact in told) else "未能达成调解协议"
    )
    return f"{standing.opponents(source)}之间的{source.category or '纠纷'}，{tried}，{came}。"


def _taken_on(source: Source, until: int) -> str:
    """In the course that ended so; a later one has a day of its own."""
    taken = [one for one in source.told if isinstance(one.fact, Accepted) and one.seq <= until]
    fact = taken[-1].fact if taken else None
    return day(fact.accepted_on or source.day_of(taken[-1].at)) if isinstance(fact, Accepted) else ""
