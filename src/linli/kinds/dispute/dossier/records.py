"""Documents 5 and 7: the record of an inquiry, left to the hand, and the record of each session."""

from datetime import datetime

from linli.ground.clock import local
from linli.kinds.dispute.dossier import hand, standing
from linli.kinds.dispute.dossier.standing import Who
from linli.kinds.dispute.facts.mediators import MediatorsNamed
from linli.kinds.dispute.facts.noted import UndisputedNoted
from linli.kinds.dispute.facts.sessions import SessionHeld
from linli.matters.papers import WHOLE, Happened, Source, in_chinese
from linli.paper.grid import ruled
from linli.paper.letter import Block, Letter

WORDS = {"agreed": "调解成功", "failed": "调解不成", "continued": "有待继续调解"}
RIGHTS = {"told": "已告知", "not": "未告知"}
OPEN = {"open": "公开", "closed": "不公开"}
TOLD = "人民调解委员会已将人民调解的相关规定告知各方当事人。"


@in_chinese
def inquiry_record(source: Source) -> Letter:
    body = (
        hand.fields(
            (("时　　间", ""), ("地　　点", "")),
            (("调查人", ""), ("记录人", "")),
            (("被调查人", ""), ("联系方式", "")),
            (("单位或住址", ""),),
            (("事　　由", f"{standing.opponents(source)}{source.category}"),),
        ),
        hand.said("调查记录："),
        ruled(9),
        hand.signatures(["被调查人（签名）：", "调查人（签名）：", "记录人（签名）："]),
    )
    return Letter("人民调解调查记录", body=body)


@in_chinese
def session_record(source: Source) -> Letter:
    """Of the session it is about, or the newest; of none, a form for the hand."""
    one = session_at(source)
    held = one.fact if one and isinstance(one.fact, SessionHeld) else None
    body: tuple[Block, ...] = (
        hand.fields(
            (("时　　间", _time(source, held)),),
            (("地　　点", held.place if held else ""),),
            (("当 事 人", _present(source, held)),),
            (("参 加 人", _others(source, held)),),
            (("人民调解员", mediating_at(source, one) if one else standing.mediators(source)),),
        ),
        *_ways(held),
        *hand.under("调解记录", held.record if held else "", lines=8),
        *_result(source, held),
        hand.signatures(
            [*hand.by_side(source, _parties(source, one)), "人民调解员（签名）：", "记录人（签名）："],
            on=source.day_of(held.held_at) if held else None,
        ),
    )
    number = f"（第{held.number}次）" if held and len(source.every(SessionHeld)) > 1 else ""
    return Letter(f"人民调解记录{number}", body=body)


@in_chinese
def undisputed_facts(source: Source) -> Letter:
    """What all sides accept: signed, it stands even when mediation fails."""
    told = [one.undisputed for one in source.every(UndisputedNoted)]
    body: tuple[Block, ...] = (
        hand.said("经人民调解员记载并经各方当事人确认，下列事实各方没有争议："),
        *(hand.said(text) for text in told),
        hand.signatures([*hand.by_side(source, standing.parties(source)), "人民调解员（签名）："]),
    )
    return Letter("无争议事实记载", body=body)


def session_at(source: Source) -> Happened | None:
    held = [one for one in source.told if isinstance(one.fact, SessionHeld)]
    return next((one for one in held if one.seq == source.about), held[-1] if held else None)


def _parties(source: Source, one: Happened | None) -> list[Who]:
    return standing.parties(source, until=one.seq if one else WHOLE)


def mediating_at(source: Source, one: Happened) -> str:
    """Those who were named as mediators last before this session."""
    named = [before.fact for before in source.told if before.seq < one.seq and isinstance(before.fact, MediatorsNamed)]
    return standing.AND.join(source.people[user] for user in named[-1].users) if named else ""


def _time(source: Source, held: SessionHeld | None) -> str:
    if held is None:
        return ""
    begins = _clock(source, held.held_at)
    if held.ends_at is None:
        return begins
    same_day = source.day_of(held.held_at) == source.day_of(held.ends_at)
    ends = _clock(source, held.ends_at)
    return f"{begins}至{ends.partition('日')[2] if same_day else ends}"


def _clock(source: Source, at: datetime) -> str:
    told = local(at, zone=source.zone)
    return f"{told.year}年{told.month}月{told.day}日{told.hour}时{told.minute:02d}分"


def _present(source: Source, held: SessionHeld | None) -> str:
    people = [one for one in standing.everybody(source) if held and one.row["number"] in held.parties]
    return standing.side_by_side(source, people)


def _others(source: Source, held: SessionHeld | None) -> str:
    if held is None:
        return ""
    return standing.AND.join(one for one in (*(source.places[unit] for unit in held.member_units), held.others) if one)


def _ways(held: SessionHeld | None) -> tuple[Block, ...]:
    if held is None:
        return (hand.said(f"相关规定告知：{hand.ticked('', RIGHTS)}　　调解方式：{hand.ticked('', OPEN)}"),)
    told = hand.ticked("told" if held.rights_told else "not", RIGHTS)
    way = hand.ticked("open" if held.public else "closed", OPEN)
    return (hand.said(f"{TOLD if held.rights_told else ''}\n相关规定：{told}　　调解方式：{way}".strip()),)


def _result(source: Source, held: SessionHeld | None) -> tuple[Block, ...]:
    result = hand.said(f"调解结果：{hand.ticked(held.session_outcome if held else '', WORDS)}")
    if held is None or held.next_at is None:
        return (result,)
    return result, hand.said(f"下次调解时间：{_clock(source, held.next_at)}")
