"""The cover, the contents with the page of each document, and the back of the file."""

from django.utils.translation import gettext as _

from linli.kinds.dispute.dossier import standing
from linli.kinds.dispute.dossier.ending import NAME as TERMINATION
from linli.kinds.dispute.facts.agreement import Agreed
from linli.kinds.dispute.facts.ending import Terminated
from linli.kinds.dispute.facts.taking_on import Accepted
from linli.matters.dossier import Part
from linli.matters.papers import Source, in_chinese
from linli.paper.bundle import LAST
from linli.paper.grid import Box, Grid, Row, label, on_line, plain
from linli.paper.letter import Letter
from linli.paper.numerals import day

TITLE, CONTENTS = "人民调解卷宗", "卷内目录"
NUMBER = "（　　　）人调字第　　　号"
NUMBERED = ("agreement", "oral", TERMINATION)
NO_DAY = "　　年　　月　　日"
MUST, NEEDED = "必须", "按需"
BACK = 13
"""The back is the paper on which it stands."""


@in_chinese
def cover(source: Source) -> Letter:
    rows = (
        ("卷　　名", f"{standing.opponents(source)}{source.category}"),
        ("卷　　号", number_of_file(source)),
        ("人民调解员", standing.mediators(source)),
        ("调解日期", _from_to(source)),
        ("立 卷 人", ""),
        ("立卷日期", ""),
        ("保管期限", ""),
        ("备　　注", f"事项编号：{source.matter}"),
    )
    head = (
        Row((plain(standing.committee(source), span=3, align="center", style="CoverBody"),), height=30),
        Row((plain("调 解 卷 宗", span=3, align="center", style="CoverTitle"),), height=55),
    )
    lines = tuple(
        Row((plain(name, align="", style="CoverLabel"), plain(""), on_line(text, style="CoverFilled")), height=16)
        for name, text in rows
    )
    return Letter(TITLE, untitled=True, body=(Grid((10, 2, 28), (*head, *lines)),))


def number_of_file(source: Source) -> str:
    """That of the newest numbered document of what came of it; a gap with its caption where none was issued."""
    numbered = [one.number for one in source.state.papers if one.form in NUMBERED and not one.void_seq]
    return numbered[-1] if numbered else NUMBER


def contents(source: Source, parts: tuple[Part, ...]) -> Letter:
    """All documents of the list, with the page of those that are in the file."""
    head = Row(tuple(label(text) for text in ("序号", "文书名称", "页号", "备注")), height=12)
    rows = (_entry(part) for part in parts)
    return Letter(CONTENTS, body=(Grid((1, 6, 1.2, 2.6), (head, *rows)),))


@in_chinese
def back(source: Source) -> Letter:
    rows = (
        Row((label("本卷宗页数"), Box(page_of=LAST, align="center")), height=14),
        *(Row((label(text), Box("")), height=14) for text in ("立 卷 人", "检 查 人", "立卷日期")),
        Row((label("备　　注"), Box("")), height=60),
    )
    room = Row((plain("", span=2),), height=95)
    return Letter("封底", untitled=True, body=(Grid((1, 3), (room, *rows)),))


def _entry(part: Part) -> Row:
    told = [MUST if part.must else NEEDED]
    if not part.there and part.place != BACK:
        told[0] += "（本卷无）"
    if len(part.sheets) > 1:
        told.append(f"共{len(part.sheets)}份")
    if part.files:
        told.append(f"附件{len(part.files)}件")
    remark = "，".join(told)
    paged = Box(page_of=part.place, align="center") if part.sheets else Box("—", align="center")
    return Row((Box(str(part.place), align="center"), Box(_(part.word)), paged, Box(remark, align="center")), height=12)


def _from_to(source: Source) -> str:
    """From the day it was taken on until the sides agreed or mediation ended, at the latest."""
    accepted = source.last(Accepted)
    begins = (accepted.accepted_on or source.last_day(Accepted)) if accepted else None
    ends = [source.day_of(one.at) for one in source.told if isinstance(one.fact, Agreed | Terminated)]
    return f"{day(begins) if begins else NO_DAY}　至　{day(ends[-1]) if ends else NO_DAY}"
