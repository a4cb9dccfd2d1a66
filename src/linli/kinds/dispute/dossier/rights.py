"""Document 2: what mediation is, and the rights and duties of the parties, as the law has them."""

from collections.abc import Iterator
from datetime import date

from linli.kinds.dispute.dossier import hand, standing
from linli.kinds.dispute.facts.consent import ConsentGiven, ConsentRefused
from linli.matters.papers import Source, in_chinese
from linli.paper.letter import Block, Letter
from linli.paper.numerals import day

TOLD = (
    "根据《中华人民共和国人民调解法》的规定，现将人民调解的性质、原则和效力，以及当事人在人民调解活动中享有的权利、"
    "承担的义务告知如下：",
    "一、人民调解委员会是依法设立的调解民间纠纷的群众性组织。调解民间纠纷，不收取任何费用。",
    "二、人民调解在当事人自愿、平等的基础上进行，不违背法律、法规和国家政策，尊重当事人的权利，不因调解而阻止当事人依法"
    "通过仲裁、行政、司法等途径维护自己的权利。",
    "三、当事人享有下列权利：（一）选择或者接受人民调解员；（二）接受调解、拒绝调解或者要求终止调解；（三）要求调解公开"
    "进行或者不公开进行；（四）自主表达意愿、自愿达成调解协议。",
    "四、当事人履行下列义务：（一）如实陈述纠纷事实；（二）遵守调解现场秩序，尊重人民调解员；（三）尊重对方当事人行使权利。",
    "五、经人民调解委员会调解达成的调解协议，具有法律约束力，当事人应当按照约定履行。对协议的履行或者内容发生争议的，"
    "一方当事人可以向人民法院提起诉讼。",
    "六、达成调解协议后，双方当事人认为有必要的，可以自调解协议生效之日起三十日内共同向人民法院申请司法确认。经确认有效的"
    "协议，一方拒绝履行或者未全部履行的，对方可以向人民法院申请强制执行。",
    "七、调解不成的，当事人可以依法通过仲裁、行政、司法等途径维护自己的权利。",
    "以上内容已告知我（单位），我（单位）已知悉。",
)


@in_chinese
def notice_of_rights(source: Source) -> Letter:
    body: list[Block] = [hand.said(text) for text in TOLD]
    if told := "；".join(_sentences(source)):
        body.append(hand.said(f"告知情况：{told}。"))
    return Letter(
        "人民调解当事人权利义务告知书",
        body=(*body, hand.signatures(hand.by_side(source, standing.parties(source)))),
    )


def told_to(source: Source) -> dict[str, date]:
    """The sides to which rights and duties were told when they were asked, each with the day on which they were."""
    found = {}
    for one in source.told:
        if isinstance(one.fact, ConsentGiven | ConsentRefused) and one.fact.rights_told:
            given = one.fact.given_on if isinstance(one.fact, ConsentGiven) else None
            found[one.fact.side] = given or source.day_of(one.at)
    return found


def _sentences(source: Source) -> Iterator[str]:
    """The sides that were told on one day in one sentence."""
    told = told_to(source)
    for on in sorted(set(told.values())):
        sides = standing.AND.join(source.label("side", side) for side in sorted(told) if told[side] == on)
        yield f"{day(on)}已告知{sides}"
