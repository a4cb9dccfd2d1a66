"""Document 4: the power of attorney of an agent, or the election of a representative; for whoever it is about."""

from linli.kinds.dispute.dossier import hand, standing
from linli.kinds.dispute.dossier.standing import Who
from linli.matters.papers import Source, in_chinese
from linli.paper.letter import Block, Letter

WORDS = {"general": "一般授权", "special": "特别授权（代为承认、变更、放弃调解请求，进行和解，签订调解协议）"}


@in_chinese
def power_of_attorney(source: Source) -> Letter:
    """Of the agent who was added by the event it is about; of nobody known, an empty one."""
    one = next((one for one in standing.everybody(source) if one.row["seqs"][0] == source.about), None)
    if one and one.row["role"] == "representative":
        return _election(source, one)
    return Letter("授权委托书", body=_power(source, one))


def _power(source: Source, one: Who | None) -> tuple[Block, ...]:
    principals = standing.acting_for(source, one) if one else []
    return (
        hand.fields(*_principals(principals)),
        hand.fields(
            (("受托人", one.name if one else ""), ("联系方式", one.phone if one else "")),
            (("单位或住址", one.address if one else ""),),
            (("与委托人关系", one.relation if one else ""),),
        ),
        hand.said(
            f"委托人就{standing.opponents(source)}{source.category}一案，委托上列受托人作为人民调解活动中的代理人。"
        ),
        hand.said(f"代理权限：\n{hand.ticked(one.row['powers'] if one else '', WORDS)}"),
        hand.signatures([f"委托人{hand.HAND}", f"受托人{hand.HAND}"]),
    )


def _principals(people: list[Who]) -> list[tuple[tuple[str, str], ...]]:
    return [row for one in people for row in _principal(one)] or [(("委托人", ""), ("联系方式", ""))]


def _principal(one: Who) -> tuple[tuple[tuple[str, str], ...], ...]:
    return (("委托人", one.name), ("联系方式", one.phone)), (("单位或住址", one.address),)


def _election(source: Source, one: Who) -> Letter:
    electors = standing.acting_for(source, one)
    text = f"就{standing.opponents(source)}{source.category}一案，我方当事人推选上列人员为代表人，参加人民调解活动。"
    body = (
        hand.fields((("代表人", one.name), ("联系方式", one.phone)), (("单位或住址", one.address),)),
        hand.said(text),
        hand.said(f"推选人：{standing.names(electors)}"),
        hand.signatures([f"推选人{hand.HAND}", f"代表人{hand.HAND}"]),
    )
    return Letter("代表人推选书", body=body)
