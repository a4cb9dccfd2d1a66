"""What a resident is given at intake: the receipt of what was accepted, or the notice of what was not."""

from django.utils.translation import gettext as _
from django.utils.translation import override

from linli.ground.text import msg
from linli.kinds.request.choices.intake import ANSWERS
from linli.kinds.request.facts.intake import Accepted, NotAccepted
from linli.kinds.request.papers.wording import FIELDS, addressed, asked, on, resident_seq
from linli.matters.papers import PaperForm, Source, in_chinese
from linli.matters.state import DESK, State
from linli.paper.letter import Letter, Paragraph, Table

NOT_YET_ACCEPTED = msg("It was not accepted yet. Accept it first.")
NOT_REFUSED = msg("It was not refused: this notice is for what is not accepted.")


def accepted(state: State) -> str:
    return "" if state.stage == "accepted" or state.data.get("dispatches") else NOT_YET_ACCEPTED


def refused(state: State) -> str:
    return "" if state.outcome == "not_accepted" else NOT_REFUSED


@in_chinese
def receipt(source: Source) -> Letter:
    taken, known = source.last(Accepted), source.state.data
    rows = (
        ("事项编号", source.matter),
        ("诉求性质", source.label("sort", known["sort"])),
        ("诉求类别", source.category or "—"),
        ("受理日期", on(source.last_day(Accepted))),
        ("答复期限", on(source.day_of(taken.reply.at) if taken else source.due("reply"))),
    )
    return Letter(
        "受理回执",
        number=source.number,
        to=addressed(source),
        body=(
            Paragraph(f"{asked(source)}收悉。经审查，属于本单位受理范围，现予受理，有关情况告知如下："),
            Table(("项目", "内容"), rows, widths=(1, 3)),
            Paragraph("我们将依照职责转交承办单位办理，并在答复期限内向您反馈。需要延长办理时间的，将另行告知。"),
            Paragraph("您可凭登记时取得的查询码查询办理进度。"),
        ),
        signed=source.unit,
        dated=source.day,
    )


@in_chinese
def not_accepted(source: Source) -> Letter:
    fact = source.last(NotAccepted)
    ground, said = (fact.refusal_ground, fact.answer) if fact else ("", "")
    return Letter(
        "不予受理告知书",
        number=source.number,
        to=addressed(source),
        body=(
            Paragraph(
                f"{asked(source)}收悉。经审查，该事项属于“{source.label('refusal_ground', ground)}”的情形，"
                "依照政务服务热线受理的有关规定，决定不予受理，并答复如下："
            ),
            Paragraph(lawful_answer(ground, said)),
            Paragraph("您如有新的事实和理由，可以再次提出；对本告知有疑问的，可向本单位咨询。"),
            Paragraph("特此告知。"),
        ),
        signed=source.unit,
        dated=source.day,
    )


def lawful_answer(ground: str, said: str) -> str:
    """The desk's own answer where it wrote one; else that of the ground, in whatever language it was kept."""
    usual = ANSWERS.get(ground, "")
    with override("en"):
        in_english = _(usual) if usual else ""
    lawful = _(usual) if usual else ""
    return lawful if said in ("", usual, in_english, lawful) else said


ACCEPTANCE_RECEIPT = PaperForm(
    "acceptance_receipt",
    msg("Acceptance receipt"),
    receipt,
    needs=accepted,
    series="request.receipt",
    public=True,
    opens=resident_seq,
    signs=DESK,
    fields=FIELDS,
)
NOT_ACCEPTED_NOTICE = PaperForm(
    "not_accepted_notice",
    msg("Notice that it is not accepted"),
    not_accepted,
    needs=refused,
    series="request.refusal",
    public=True,
    opens=resident_seq,
    signs=DESK,
    fields=FIELDS,
)
