"""Documents 10 and 11: what a follow-up visit found, and what went to the court for confirmation."""

from linli.kinds.dispute.choices import PAPERS
from linli.kinds.dispute.dossier import hand, standing
from linli.kinds.dispute.dossier.agreements import number_of
from linli.kinds.dispute.dossier.attached import files_table
from linli.kinds.dispute.facts.confirmation import ConfirmationAnswered, ConfirmationApplied
from linli.kinds.dispute.facts.visits import Visited
from linli.matters.papers import Happened, Source, in_chinese
from linli.paper.letter import Block, Letter
from linli.paper.numerals import day

SIGNS = {"yes": "有", "no": "无"}


@in_chinese
def visit_record(source: Source) -> Letter:
    """Of the visit it is about, or the newest; of none, a form for the hand."""
    one = visit_at(source)
    visited = one.fact if one and isinstance(one.fact, Visited) else None
    found = {code: source.label("performance_found", code) for code in ("yes", "partly", "no", "none")}
    satisfied = source.label("satisfaction", visited.satisfaction) if visited else ""
    signs = ("yes" if visited.escalation else "no") if visited else ""
    body: tuple[Block, ...] = (
        hand.fields(
            (("当 事 人", standing.side_by_side(source, standing.parties(source))),),
            (("调解协议编号", number_of(source) if source.state.data["agreement"] else ""),),
            (("回访事由", f"{standing.opponents(source)}{source.category}"),),
            (("满意程度", satisfied),),
        ),
        hand.said(f"协议履行情况：{hand.ticked(visited.performance_found if visited else '', found)}"),
        hand.said(f"纠纷激化或者反复的迹象：{hand.ticked(signs, SIGNS)}"),
        *hand.under("回访情况", visited.findings if visited else "", lines=6),
        hand.signatures(["回访人（签名）："], on=visited.visited_on if visited else None),
    )
    return Letter("人民调解回访记录", body=body)


@in_chinese
def confirmation_papers(source: Source) -> Letter:
    applied, answered = source.last(ConfirmationApplied), source.last(ConfirmationAnswered)
    body = (
        hand.fields(
            (("申请人", standing.names(standing.parties(source))),),
            (("调解协议编号", number_of(source)),),
            (("申请日期", day(applied.applied_on) if applied else ""), ("法　　院", applied.court if applied else "")),
            (
                ("法院答复", source.label("confirmation_result", answered.confirmation_result) if answered else ""),
                ("答复日期", day(answered.decided_on) if answered else ""),
            ),
            (("文书编号", answered.document if answered else ""),),
        ),
        hand.said("提交材料：" + "　".join(_ticks(source, applied))),
        files_table(source, "confirmation", least=3),
        hand.pasting("（申请书、裁定书等材料粘贴处）", height=60),
    )
    return Letter("司法确认有关材料", body=body)


def visit_at(source: Source) -> Happened | None:
    made = [one for one in source.told if isinstance(one.fact, Visited)]
    return next((one for one in made if one.seq == source.about), made[-1] if made else None)


def _ticks(source: Source, applied: ConfirmationApplied | None) -> list[str]:
    given = applied.papers if applied else ()
    return [f"{'☑' if code in given else '☐'}{source.label('paper', code)}" for code in PAPERS]
