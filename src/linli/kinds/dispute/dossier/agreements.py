"""Document 8: the written agreement, or the register in which an oral one stands."""

from linli.kinds.dispute import course
from linli.kinds.dispute.dossier import hand, standing
from linli.kinds.dispute.dossier.applying import people_of
from linli.kinds.dispute.dossier.standing import Who
from linli.kinds.dispute.facts.agreement import Agreed
from linli.kinds.dispute.facts.instalments import Instalment
from linli.matters.papers import WHOLE, Happened, Source, in_chinese
from linli.paper.grid import Grid
from linli.paper.letter import Block, Letter
from linli.paper.numerals import chinese, day

PERFORMING = ("期次", "履行方", "履行内容", "金额", "履行期限")


@in_chinese
def written_agreement(source: Source) -> Letter:
    """The agreement it is about, or the newest; of none, a form for the hand."""
    agreed = agreement_at(source)
    copies = chinese(agreed.copies) if agreed and agreed.copies else "　　"
    body: tuple[Block, ...] = (
        *people_of(source, standing.there(source, until=_seq(source)), first="当事人", others="当事人"),
        *hand.under("纠纷主要事实、争议事项", _facts(agreed)),
        *hand.under("经调解，自愿达成如下协议", agreed.terms if agreed else "", lines=4),
        *_performed_how(source, agreed),
        hand.said(f"本协议一式{copies}份，当事人、人民调解委员会各持一份。"),
        _signed(source, agreed),
    )
    return Letter("人民调解协议书", number=f"编号：{number_of(source)}", body=body)


@in_chinese
def oral_register(source: Source) -> Letter:
    agreed = agreement_at(source)
    rows = hand.boxes(
        (("当事人", _people(source)),),
        (("纠纷主要事实、争议事项", _facts(agreed)),),
        (("协议内容", agreed.terms if agreed else ""),),
        (("履行方式、时限", _performing(source, agreed)),),
    )
    on = agreed.effective_on if agreed else None
    form = Grid(hand.FIELDS, (*rows, *hand.signed_boxes(source, "人民调解员", "记录人", on=on)), after=0.2)
    return Letter("人民调解口头协议登记表", number=f"编号：{number_of(source)}", body=(form,))


def agreements(source: Source) -> list[Happened]:
    return [one for one in source.told if isinstance(one.fact, Agreed)]


def agreement_at(source: Source) -> Agreed | None:
    one = source.happened(_seq(source))
    return one.fact if one and isinstance(one.fact, Agreed) else None


def number_of(source: Source) -> str:
    """The number of the agreement that stood at what it is about, or of the newest: as it was issued, or is now;
    otherwise that of the matter, a later agreement with its place."""
    places = [one.seq for one in agreements(source)]
    before = [seq for seq in places if seq <= source.about] or places
    about, place = (before[-1], len(before)) if before else (0, 0)
    issued = source.state.paper("agreement", about=about) or source.state.paper("oral", about=about)
    mine = source.number if source.about in places else ""
    return (issued.number if issued else mine) or (f"{source.matter}-{place}" if place > 1 else source.matter)


def yuan(fen: int) -> str:
    return f"{fen // 100:,}.{fen % 100:02d}元" if fen else ""


def _seq(source: Source) -> int:
    """Of the agreement it is about, or the newest; nothing where there is none."""
    found = [one.seq for one in agreements(source)]
    return source.about if source.about in found else found[-1] if found else WHOLE


def _facts(agreed: Agreed | None) -> str:
    return "\n".join(part for part in (agreed.main_facts, agreed.disputed) if part) if agreed else ""


def _people(source: Source) -> str:
    return "\n".join(standing.reached(source, one) for one in standing.there(source, until=_seq(source)))


def _performed_how(source: Source, agreed: Agreed | None) -> tuple[Block, ...]:
    """Way and time, and the instalments as a table, which may be all that is to be said of them."""
    table = _instalments(source, agreed)
    heading, *text = hand.under("履行方式、时限", agreed.manner if agreed else "", lines=1)
    return (heading, *table) if table and agreed and not agreed.manner else (heading, *text, *table)


def _performing(source: Source, agreed: Agreed | None) -> str:
    """How and by when, the instalments each on a line."""
    if agreed is None:
        return ""
    items = agreed.items.split("\n")
    told = (_instalment(source, part, items) for part in agreed.instalments)
    lines = (f"第{number}期：" + "，".join(text for text in rest if text) for number, *rest in told)
    return "\n".join(line for line in (agreed.manner, *lines) if line)


def _instalments(source: Source, agreed: Agreed | None) -> tuple[Grid, ...]:
    if agreed is None:
        return ()
    items = agreed.items.split("\n")
    rows = [_instalment(source, part, items) for part in agreed.instalments]
    return (hand.listed(PERFORMING, rows, widths=(1, 1.4, 3.4, 2.1, 3.3), least=1),)


def _instalment(source: Source, part: Instalment, items: list[str]) -> tuple[str, ...]:
    what = items[part.number - 1] if part.number <= len(items) else ""
    return str(part.number), source.label("by_side", part.by_side), what, yuan(part.amount_fen), f"{day(part.due_on)}前"


def _signed(source: Source, agreed: Agreed | None) -> Grid:
    return hand.signatures(
        [*hand.by_side(source, _parties(source)), "人民调解员（签名）：", "记录人（签名）："],
        on=agreed.effective_on if agreed else None,
        seal=standing.committee(source),
    )


def _parties(source: Source) -> list[Who]:
    return standing.parties(source, until=_seq(source))


def copies_short(source: Source, row: course.Row) -> bool:
    """Fewer copies than parties and one for the file."""
    return bool(row["form"] == "written" and row["copies"] < course.copies_needed(source.state))
