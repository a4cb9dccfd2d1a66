"""Documents that are papers from elsewhere: a sheet that lists what is attached, and a place to paste it on."""

from linli.kinds.dispute.dossier import hand, standing
from linli.kinds.dispute.facts.performance import Performed
from linli.matters.attaching import Attached
from linli.matters.papers import Happened, Source, in_chinese
from linli.paper.grid import Grid
from linli.paper.letter import Letter
from linli.paper.numerals import day

FILES = ("序号", "材料名称", "提供人", "登记日期")
FILE_WIDTHS = (1, 5, 2, 2.6)


@in_chinese
def identity(source: Source) -> Letter:
    people = [
        (str(place), f"{source.label('side', one.row['side'])}　{one.name}", "", "")
        for place, one in enumerate(standing.there(source), 1)
    ]
    body = (
        hand.listed(("序号", "当事人（代理人）", "证件种类", "证件号码"), people, widths=(1, 4, 2.6, 4), least=2),
        files_table(source, "identity", least=1),
        hand.pasting("（证件复印件粘贴处）"),
    )
    return Letter("当事人身份证明", body=body)


@in_chinese
def evidence(source: Source) -> Letter:
    return Letter("人民调解证据材料", body=(files_table(source, "evidence", "resident", least=8),))


@in_chinese
def performance_proof(source: Source) -> Letter:
    kept = [(str(one.number), day(one.performed_on), one.proof) for one in source.every(Performed)]
    body = (
        hand.listed(("期次", "履行日期", "履行情况和凭证"), kept, widths=(1, 3, 6.6), least=2),
        files_table(source, "performance", least=2),
        hand.pasting("（收条、汇款单等凭证粘贴处）", height=70),
    )
    return Letter("履行凭证", body=body)


def files_of(source: Source, *labels: str) -> list[Happened]:
    """The attachments so labelled that were not taken away, in the order in which they were added."""
    kept = {file.seq for file in source.state.files if file.label in labels and not file.removed}
    return [one for one in source.told if one.seq in kept]


def files_table(source: Source, *labels: str, least: int) -> Grid:
    rows = [
        (str(place), _name(one), "当事人" if _label(one) == "resident" else "", day(source.day_of(one.at)))
        for place, one in enumerate(files_of(source, *labels), 1)
    ]
    return hand.listed(FILES, rows, widths=FILE_WIDTHS, least=least)


def _name(one: Happened) -> str:
    return one.fact.name if isinstance(one.fact, Attached) else ""


def _label(one: Happened) -> str:
    return one.fact.label if isinstance(one.fact, Attached) else ""
