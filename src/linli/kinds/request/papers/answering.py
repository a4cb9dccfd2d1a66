"""What a resident is given while it is handled: that it takes longer, and the answer."""

from collections.abc import Iterator

from linli.ground.span import Span
from linli.ground.text import msg
from linli.kinds.request import cycles
from linli.kinds.request.facts.clock import ExtensionAsked, ExtensionGranted
from linli.kinds.request.facts.handling import Replied
from linli.kinds.request.facts.intake import AnsweredNow
from linli.kinds.request.papers.wording import FIELDS, addressed, asked, on, resident_seq
from linli.matters.papers import PaperForm, Source, in_chinese
from linli.matters.state import DESK, State
from linli.paper.letter import Block, Heading, Letter, Paragraph, numbered

NOT_EXTENDED = msg("No more time was given.")
NOT_ANSWERED = msg("It was not answered yet.")
ANSWERED_THERE = msg("It was answered where it came from, not here. No reply letter is written of that.")


def extensions(state: State) -> tuple[int, ...]:
    asked_ = state.data.get("extension") or {}
    return (asked_["decided_seq"],) if asked_.get("state") == "granted" else ()


def answers(state: State) -> tuple[int, ...]:
    """The answers of this office that hold: what was answered elsewhere no paper of today says once more."""
    replies = tuple(row["seq"] for row in _holding(state) if not cycles.given_there(row))
    return (*replies, state.data["ending"]["seq"]) if state.outcome == "answered" else replies


def extended(state: State) -> str:
    return "" if extensions(state) else NOT_EXTENDED


def answered(state: State) -> str:
    if answers(state):
        return ""
    return ANSWERED_THERE if _holding(state) else NOT_ANSWERED


def _holding(state: State) -> list[cycles.Row]:
    """The replies after which it had not to be done again."""
    again = {row["of"] for row in state.data.get("redos", ())}
    return [row for row in state.data.get("cycles", ()) if row["seq"] not in again]


@in_chinese
def extension(source: Source) -> Letter:
    one = source.happened(source.about)
    given = one.fact if one else None
    assert isinstance(given, ExtensionGranted)
    asked_for = source.last(ExtensionAsked)
    reason = asked_for.why.rstrip("。；; ") if asked_for else ""
    basis = f"依据{asked_for.legal_basis.rstrip('。；; ')}，" if asked_for and asked_for.legal_basis else ""
    return Letter(
        "延期告知书",
        number=source.number,
        to=addressed(source),
        body=(
            Paragraph(f"{asked(source)}正在办理。因{reason}，不能在原定期限内办结。"),
            Paragraph(
                f"{basis}经审批，办理期限延长{_more(given)}，答复期限延至{on(source.day_of(given.reply.at))}。"
                "我们将抓紧办理，办结后及时向您答复。"
            ),
            Paragraph("特此告知，敬请谅解。"),
        ),
        signed=source.unit,
        dated=source.day,
    )


def _more(given: ExtensionGranted) -> str:
    """How much longer, in the sort of days that the limit is counted in."""
    span = Span.parse(str(given.reply.basis.get("span", "1wd")))
    return f"{given.days}{'日' if span.unit == 'd' else '个工作日'}"


@in_chinese
def reply(source: Source) -> Letter:
    return Letter(
        f"关于“{source.title}”事项的答复函",
        organ=source.unit,
        number=source.number,
        to=addressed(source),
        body=numbered(_answered(source)),
        signed=source.unit,
        dated=source.day,
    )


def _answered(source: Source) -> Iterator[Block]:
    yield Paragraph(f"{asked(source)}收悉。经调查办理，现答复如下：")
    one = source.happened(source.about)
    if one and isinstance(one.fact, Replied):
        yield from _told(source, one.fact)
    elif one and isinstance(one.fact, AnsweredNow):
        yield Paragraph(one.fact.text)
    yield Paragraph("感谢您的关心和监督。后续将就办理情况进行回访，您如有不同意见，可在回访时提出。")
    yield Paragraph("专此函复。")


def _told(source: Source, fact: Replied) -> Iterator[Block]:
    yield Heading(1, "办理情况")
    yield Paragraph(fact.text)
    if fact.measures:
        yield Heading(1, "采取的措施")
        yield Paragraph(fact.measures)
    if fact.legal_basis:
        yield Heading(1, "办理依据")
        yield Paragraph(fact.legal_basis)
    yield Heading(1, "办理结果")
    yield Paragraph(f"{source.label('result', fact.result)}。")


EXTENSION_NOTICE = PaperForm(
    "extension_notice",
    msg("Extension notice"),
    extension,
    needs=extended,
    series="request.extension",
    public=True,
    each=extensions,
    opens=resident_seq,
    signs=DESK,
    fields=FIELDS,
)
REPLY_LETTER = PaperForm(
    "reply_letter",
    msg("Reply letter"),
    reply,
    needs=answered,
    series="request.reply",
    public=True,
    each=answers,
    opens=resident_seq,
    fields=FIELDS,
)
