"""What the desk writes to the unit that handles a request: never does it show a resident who asked for secrecy."""

from collections.abc import Iterator

from linli.ground.text import msg
from linli.kinds.request import secrecy
from linli.kinds.request.facts.describing import KeptConfidential
from linli.kinds.request.facts.opening import TakenIn
from linli.kinds.request.facts.routing import Dispatched
from linli.kinds.request.facts.supervision import Supervised
from linli.kinds.request.papers.wording import FIELDS, ended, on
from linli.matters.papers import PaperForm, Source, in_chinese
from linli.matters.state import DESK, State
from linli.paper.letter import Block, Heading, Letter, Paragraph, numbered

NOT_DISPATCHED = msg("It was not dispatched yet. Dispatch it first.")
DISPATCHED_THERE = msg("It was dispatched elsewhere, before the list brought it here.")
NO_NOTICE_YET = msg("No notice was given to the unit.")
KEPT = "来件人要求保密。本函不载明其身份和来件原文，请勿查问；确需向其核实的，由我单位代为联系。"
OPEN = "来件人的姓名和联系方式请经办人登录系统，按规定说明用途后查看，不得向与办理无关的人员提供。"


def dispatches(state: State) -> tuple[int, ...]:
    """Of those from here: what was dispatched elsewhere had its letter there."""
    return tuple(row["seq"] for row in state.data.get("dispatches", ()) if not row.get("there"))


def notices(state: State) -> tuple[int, ...]:
    given = state.data.get("supervision")
    return (given["seq"],) if given else ()


def dispatched(state: State) -> str:
    if dispatches(state):
        return ""
    return DISPATCHED_THERE if state.data.get("dispatches") else NOT_DISPATCHED


def supervised(state: State) -> str:
    return "" if notices(state) else NO_NOTICE_YET


@in_chinese
def transfer(source: Source) -> Letter:
    sent = _sent(source)
    to = source.places[sent.unit] if sent else ""
    return Letter(
        f"关于转办“{source.title}”事项的函",
        organ=source.unit,
        number=source.number,
        to=f"{to}：",
        body=numbered(_transferred(source, sent)),
        signed=source.unit,
        dated=source.day,
    )


@in_chinese
def supervision(source: Source) -> Letter:
    given = next((one.fact for one in source.told if one.seq == source.about), None)
    assert isinstance(given, Supervised)
    sent = source.last(Dispatched)
    return Letter(
        "督办通知书",
        organ=source.unit,
        number=source.number,
        to=f"{source.places[sent.unit]}：" if sent else "",
        body=(
            Paragraph(
                f"你单位承办的“{source.title}”事项（编号{source.matter}），因"
                f"{source.label('supervise_ground', given.supervise_ground)}，属于"
                f"“{source.label('exception', given.exception)}”的情形，现予{source.label('level', given.level)}。"
            ),
            *_noticed(source, given),
            Paragraph(
                f"请你单位于{on(source.day_of(given.supervision.at))}前整改到位，并书面说明未按要求办理的原因和已取得的"
                "阶段性结果。逾期未整改的，将按规定提级督办。"
            ),
            Paragraph("特此通知。"),
        ),
        signed=source.unit,
        dated=source.day,
    )


def _noticed(source: Source, given: Supervised) -> Iterator[Block]:
    """What the notice said; not what was written before it was kept confidential."""
    if source.about not in secrecy.withheld(source.state):
        yield Paragraph(given.said)


def _sent(source: Source) -> Dispatched | None:
    one = source.happened(source.about)
    return one.fact if one and isinstance(one.fact, Dispatched) else source.last(Dispatched)


def _transferred(source: Source, sent: Dispatched | None) -> Iterator[Block]:
    secret = bool(source.state.data["confidential"])
    yield Paragraph(f"现将“{source.title}”事项（编号{source.matter}）转你单位办理，有关事项函告如下：")
    yield Heading(1, "诉求内容")
    yield Paragraph(_task(source, sent) if secret else _story(source))
    yield Heading(1, "承办依据")
    yield Paragraph(ended((sent.basis or _why(source, sent) if sent else "") or "按职责分工办理"))
    if sent and sent.assisting_units:
        yield Heading(1, "协办单位")
        yield Paragraph("、".join(source.places[unit] for unit in sent.assisting_units) + "。")
    yield Heading(1, "办理要求")
    sign = f"请于{on(source.day_of(sent.sign.at))}前签收，" if sent and sent.sign else ""
    yield Paragraph(
        f"{sign}于{on(source.due('reply'))}前办结并反馈办理结果。认为明显不属于本单位职责的，应在签收期限内说明理由并申请退回。"
    )
    yield Paragraph(KEPT if secret else OPEN)
    yield Paragraph("此函。")


def _task(source: Source, sent: Dispatched | None) -> str:
    """What the unit is to do, as the desk wrote it last: with the dispatch, or to keep it confidential after it."""
    place = _place(source, sent)
    anew = [one.fact.task for one in source.told if isinstance(one.fact, KeptConfidential) and one.seq > place]
    return (anew[-1] if anew else "") or (sent.task if sent else "") or source.title


def _why(source: Source, sent: Dispatched) -> str:
    """Why it went there; not what was written before it was kept confidential."""
    return "" if _place(source, sent) in secrecy.withheld(source.state) else sent.why


def _place(source: Source, sent: Dispatched | None) -> int:
    return next((one.seq for one in source.told if one.fact is sent), 0)


def _story(source: Source) -> str:
    """What was told."""
    taken = source.last(TakenIn)
    if taken is None:
        return source.title
    return taken.story + (f"\n地点：{taken.place}" if taken.place else "")


TRANSFER_LETTER = PaperForm(
    "transfer_letter",
    msg("Transfer letter"),
    transfer,
    needs=dispatched,
    series="request.transfer",
    each=dispatches,
    signs=DESK,
    fields={name: find for name, find in FIELDS.items() if name != "来件人"},
)
SUPERVISION_NOTICE = PaperForm(
    "supervision_notice",
    msg("Supervision notice"),
    supervision,
    needs=supervised,
    series="request.supervision",
    each=notices,
    signs=DESK,
    fields={name: find for name, find in FIELDS.items() if name != "来件人"},
)
