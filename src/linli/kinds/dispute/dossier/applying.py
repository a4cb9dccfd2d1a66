"""Document 1: the application of a party, or the register in which mediation was taken on."""

from datetime import date

from linli.kinds.dispute.choices import ORIGINS
from linli.kinds.dispute.dossier import hand, standing
from linli.kinds.dispute.dossier.standing import Who
from linli.kinds.dispute.facts.opening import Opened
from linli.kinds.dispute.facts.taking_on import Accepted
from linli.matters.papers import Source, in_chinese
from linli.paper.grid import Grid, Row, plain
from linli.paper.letter import Block, Letter
from linli.paper.numerals import day

FREE_WILL = "人民调解委员会已将申请人民调解的相关规定告知我，现自愿申请人民调解委员会进行调解。"
APPLICANT = "a"
"""Who applies is written down first, on side A."""


@in_chinese
def application(source: Source) -> Letter:
    opened = source.last(Opened)
    assert opened is not None
    body: tuple[Block, ...] = (
        *people_of(source, standing.there(source), first="申请人", others="被申请人"),
        *hand.under("纠纷简要情况陈述", _facts(opened), lines=5),
        *hand.under("当事人申请事项", asked(opened.requests)),
        hand.said(FREE_WILL),
        hand.signatures([f"申请人{hand.HAND}"], on=opened_on(source)),
    )
    return Letter("人民调解申请书", body=body)


@in_chinese
def registration(source: Source) -> Letter:
    opened = source.last(Opened)
    assert opened is not None
    how = "经当事人申请" if opened.origin == "application" else "经当事人同意"
    intro = (
        f"{hand.day_or_blank(_taken_on(source))}，本人民调解委员会{how}，调解{standing.opponents(source)}之间的纠纷。"
    )
    rows = hand.boxes(
        (("事项编号", source.matter), ("登记日期", hand.day_or_blank(opened_on(source)))),
        (("纠纷类型", source.category), ("涉及户数", f"{source.state.data['households']}户")),
        (("案件来源", hand.ticked(opened.origin, {code: source.label("origin", code) for code in ORIGINS})),),
        (("当事人", _reached(source)),),
        (("纠纷简要情况", _facts(opened)),),
        (("当事人申请事项", asked(opened.requests)),),
    )
    last = hand.boxes((("备注", "此表由人民调解委员会填写。"),))
    form = Grid(hand.FIELDS, (*rows, *hand.signed_boxes(source, "登记人", on=opened_on(source)), *last), after=0.2)
    return Letter("人民调解受理登记表", body=(hand.said(intro), form))


def people_of(source: Source, people: list[Who], *, first: str, others: str) -> list[Grid]:
    """Each with name, telephone and address on lines, those of the first side under the first word."""
    return [_lines(source, one, word=first if one.row["side"] == APPLICANT else others) for one in people]


def asked(requests: str) -> str:
    """What is asked for, line by line, each with its number unless it has one."""
    lines = [line.strip() for line in requests.split("\n") if line.strip()]
    return "\n".join(line if line[0].isdigit() else f"{place}、{line}" for place, line in enumerate(lines, 1))


def opened_on(source: Source) -> date | None:
    return source.day_of(source.state.opened_at) if source.state.opened_at else None


def _taken_on(source: Source) -> date | None:
    accepted = source.last(Accepted)
    return (accepted.accepted_on or source.last_day(Accepted)) if accepted else None


def _lines(source: Source, one: Who, *, word: str) -> Grid:
    role = "" if one.is_party else f"{source.label('party_role', one.row['role'])}"
    title = f"{word}（{source.label('side', one.row['side'])}{role}）"
    called = "名　　称" if one.is_organisation else "姓　　名"
    rows = hand.fields(
        ((called, one.name), ("联系方式", one.phone)),
        (("与当事人关系", one.relation), ("职务", "")) if not one.is_party else (("职业或职务", ""),),
        (("单位或住址", one.address),),
    ).rows
    return Grid(hand.FIELDS, (Row((plain(title, span=4),)), *rows), after=1)


def _facts(opened: Opened) -> str:
    when = f"发生时间：{day(opened.happened_on)}" if opened.happened_on else ""
    where = f"发生地点：{opened.place}" if opened.place else ""
    return "\n".join(part for part in (opened.story, "　".join(one for one in (when, where) if one)) if part)


def _reached(source: Source) -> str:
    return "\n".join(standing.reached(source, one) for one in standing.there(source))
