"""What the papers of a request have in common: whom they speak to, how it is called, and whose name may be printed."""

from collections.abc import Callable, Mapping
from datetime import date

from linli.kinds.request.facts.opening import TakenIn
from linli.matters.papers import Source
from linli.matters.state import State
from linli.paper.numerals import day

NOBODY = "来件人"


def resident_seq(state: State) -> frozenset[int]:
    """The entry that names who asked; of a confidential request none: its papers speak to nobody by name."""
    reporter = state.data.get("reporter")
    return frozenset({reporter["seq"]}) if reporter and not state.data["confidential"] else frozenset()


def resident(source: Source) -> str:
    """Who asked, as a paper to them addresses them."""
    seqs = resident_seq(source.state)
    return next((name for seq in seqs if (name := source.word(seq, "name"))), "") or NOBODY


def addressed(source: Source) -> str:
    return f"{resident(source)}："


def asked(source: Source) -> str:
    """When, how and for what it was asked: 您于2026年5月6日通过来电反映的“路灯不亮”事项."""
    opened = source.state.opened_at
    when = f"于{day(source.day_of(opened))}" if opened else ""
    taken = source.last(TakenIn)
    channel = f"通过{source.label('channel', taken.channel)}" if taken and taken.channel in TOLD_BY else ""
    return f"您{when}{channel}反映的“{source.title}”事项（编号{source.matter}）"


def ended(text: str) -> str:
    """A clause as a sentence of its own."""
    return text if text.endswith(("。", "！", "？")) else f"{text.rstrip('；;，,. ')}。"


def on(day_: date | None) -> str:
    return day(day_) if day_ else "—"


TOLD_BY = frozenset({"phone", "sms", "mailbox", "app", "mini_program", "window", "site"})
FIELDS: Mapping[str, Callable[[Source], str]] = {
    "来件人": resident,
    "诉求类别": lambda source: source.category,
    "诉求性质": lambda source: source.label("sort", source.state.data["sort"]),
    "发生网格": lambda source: source.cell,
    "登记日期": lambda source: on(source.day_of(source.state.opened_at) if source.state.opened_at else None),
    "答复期限": lambda source: on(source.due("reply")),
}
