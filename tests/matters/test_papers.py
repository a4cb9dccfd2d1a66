"""Issuing an official paper: a fact with a number of its own, written from what was told until then."""

from functools import partial

import pytest
from django.db import transaction

from linli.matters.access import Viewer
from linli.matters.command import Refused
from linli.matters.drawing_up import drawn_up
from linli.matters.everyday import erase, rename
from linli.matters.genuine import paper_code, picture_of
from linli.matters.issuing import issue_paper, void_paper
from linli.matters.models import Look, Matter, PaperCode
from linli.matters.paper_source import ERASED, MayNotOpen, source_for
from linli.matters.papers import Source
from linli.matters.verify import verify
from linli.paper.document import docx
from linli.paper.letter import Letter, Paragraph
from linli.paper.safe import unpacked
from linli.paper.template import blocks
from linli.policy.models import PaperTemplate, VoidNumber
from tests.pebble.commands import carry
from tests.pebble.papers import LABEL, SLIP
from tests.town import (
    FRIDAY,
    LONG_AGO,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    ZHOU,
    Town,
    facts_of,
    pebble,
    said,
    state_of,
    viewing,
)


def issued(town: Town, form: str = "slip") -> Matter:
    return said(issue_paper, pebble(town), by=town.mei, at=TUESDAY, form=form)


def source(matter: Matter, who: Viewer) -> Source:
    return source_for(SLIP, matter, who=who, at=FRIDAY, issued=state_of(matter).papers[0])


def test_a_paper_is_numbered_made_void_and_issued_anew_without_a_gap(town: Town) -> None:
    matter = issued(town)
    first = state_of(matter).papers[0]
    with pytest.raises(Refused, match="作废"):
        said(issue_paper, matter, by=town.mei, at=TUESDAY, form="slip")
    matter = said(void_paper, matter, by=town.gu, at=WEDNESDAY, issued=first.seq, void_reason="mistake", note="字错了")
    matter = said(issue_paper, matter, by=town.mei, at=WEDNESDAY, form="slip")
    papers = state_of(matter).papers
    assert [(one.number, bool(one.void_seq)) for one in papers] == [
        ("石收〔2026〕1号", True),
        ("石收〔2026〕2号", False),
    ]
    assert len({one.check for one in papers}) == 2
    assert VoidNumber.objects.values_list("number", "reason").get() == ("石收〔2026〕1号", "内容有误")
    assert facts_of(matter)[-3:] == ["PaperIssued", "PaperVoided", "PaperIssued"]
    assert verify().differences == ()


def test_a_code_that_was_lost_or_changed_beside_the_ledger_is_named(town: Town) -> None:
    matter = issued(town)
    for change in (PaperCode.objects.all().delete, lambda: PaperCode.objects.update(digest="0" * 64)):
        with transaction.atomic():
            change()
            assert [one.number for one in verify().differences] == [matter.number]
            transaction.set_rollback(True)
    assert verify().differences == ()


def test_what_may_not_be_issued_says_why_and_takes_no_number(town: Town) -> None:
    matter = pebble(town)
    for told, why in (
        ({"form": "label"}, "Nobody carries"),
        ({"form": "slip", "about": 7}, "没有可供"),
        ({"form": "no"}, "没有可出具"),
    ):
        with pytest.raises(Refused, match=why):
            said(issue_paper, matter, by=town.mei, at=MONDAY, **told)
    with pytest.raises(Refused, match="没有尚未作废"):
        said(void_paper, matter, by=town.mei, at=MONDAY, issued=1, void_reason="mistake")
    assert state_of(issued(town)).papers[0].number == "石收〔2026〕1号"


def test_a_paper_stays_as_it_was_issued_and_forgets_what_is_erased(town: Town) -> None:
    matter = issued(town)
    matter = said(rename, matter, by=town.mei, at=WEDNESDAY, title="另一块")
    before = SLIP.write(source(matter, viewing(town.mei)))
    assert (before.to, before.number, before.signed) == (f"{ZHOU}：", "石收〔2026〕1号", "北社区")
    assert "桥头的石子" in str(before.body)
    matter = said(erase, matter, by=town.chen, at=FRIDAY, of=1, ground="mistake", fields=("finder", "title"))
    after = SLIP.write(source(matter, viewing(town.mei)))
    assert (after.to, ERASED in str(after.body)) == (f"{ERASED}：", True)


def test_each_personal_word_that_is_printed_is_a_look_and_all_others_are_masked(town: Town) -> None:
    matter = said(carry, issued(town), by=town.wang, at=TUESDAY)
    with pytest.raises(MayNotOpen):
        source(matter, viewing(town.lei))
    masked = LABEL.write(source_for(LABEL, matter, who=viewing(town.lei), at=FRIDAY))
    assert "周" in str(masked.body)
    assert ZHOU not in str(masked.body)
    assert not Look.objects.exists()
    source(matter, viewing(town.mei))
    assert list(Look.objects.values_list("seq", "purpose", "user")) == [(1, "paper", town.mei.pk)]


def test_the_offices_own_form_is_filled_while_it_is_in_force(town: Town) -> None:
    matter = issued(town)
    own = docx(
        Letter("本所收条", body=(Paragraph("{{文号}}，{{主送}}，{{大小}}，{{验真码}}"), Paragraph("{{二维码}}")))
    )
    PaperTemplate.objects.create(kind="pebble", form="slip", file=own, valid_from=LONG_AGO)
    paper, code = state_of(matter).papers[0], paper_code(matter.number, place=0)
    draw = partial(drawn_up, SLIP, matter, who=viewing(town.mei), at=FRIDAY, origin="https://x.cn", issued=paper)
    drawn = draw()
    assert drawn.name == "Slip for a pebble 石收〔2026〕1号.docx"
    parts = unpacked(drawn.content)
    assert f"石收〔2026〕1号，{ZHOU}，small，{code}" in parts["word/document.xml"].decode()
    assert parts["word/media/proof.png"] == picture_of(f"https://x.cn/paper/{code}/")
    draft = drawn_up(SLIP, pebble(town), who=viewing(town.mei), at=FRIDAY, origin="https://x.cn")
    mark, title, filled = [block.text for block in blocks(unpacked(draft.content)["word/document.xml"].decode())][:3]
    assert (draft.name[:4], mark[:4], title, filled) == ("【草稿】", "【草稿】", "本所收条", f"，{ZHOU}，small，")
    voided = said(void_paper, matter, by=town.mei, at=WEDNESDAY, issued=paper.seq, void_reason="mistake")
    gone = drawn_up(SLIP, voided, who=viewing(town.mei), at=FRIDAY, origin="", issued=state_of(voided).papers[0])
    assert "【已作废】石子收条" in unpacked(gone.content)["word/document.xml"].decode()
    PaperTemplate.objects.update(valid_until=LONG_AGO)
    assert "石子收条" in unpacked(draw().content)["word/document.xml"].decode()
