"""The six papers of a request, told in hand: what stands in each, and of whom nothing does."""

import pytest
from django.utils.translation import gettext as _
from django.utils.translation import override

from linli.kinds.request.choices.intake import ANSWERS
from linli.kinds.request.kind import REQUEST
from linli.matters.drawing_up import said_in
from linli.matters.paper_source import source_in_hand
from linli.matters.papers import PAPER, Source
from linli.paper.document import docx
from linli.paper.letter import Letter
from tests.kinds.request.pure import DAY, HE, MONDAY, NORTH, SOUTH, Told, accepted, in_hand, replied, taken_in
from tests.kinds.request.told import CALL, NAME, say, sending

MORE = {"days": 5, "why": "等待配件到货。", "legal_basis": "热线管理办法第十五条"}
NOTICE = {"level": "yellow", "exception": "should_handle", "supervise_ground": "bad_effect", "said": "三日内修复。"}
PLACES = {7: "柳树街道综治中心", 8: "北社区居民委员会", 9: "南社区居民委员会"}


def refused(ground: str = "outside") -> Told:
    return taken_in().say(say.not_accept, at=MONDAY, refusal_ground=ground, answer="")


def extended() -> Told:
    asked = in_hand().say(say.ask_extension, at=MONDAY + DAY, by=HE, **MORE)
    return asked.say(say.grant_extension, at=MONDAY + DAY)


def noticed(told: Told) -> Told:
    return told.say(say.supervise, at=MONDAY + DAY, **NOTICE)


def in_confidence() -> Told:
    sent = accepted(confidential=True).say(say.dispatch, at=MONDAY, **sending(NORTH, task="修复路灯"))
    return sent.say(say.sign, at=MONDAY, by=HE)


def source(told: Told, name: str) -> Source:
    form = REQUEST.paper(name)
    assert form is not None
    assert form.needs(told.state) == ""
    about = form.each(told.state)[-1]
    more = {"number": "诉〔2026〕1号", "unit": PLACES[7], "places": PLACES, "category": "路灯", "about": about}
    return source_in_hand(told.timeline, **more)


def letter(told: Told, name: str) -> Letter:
    form = REQUEST.paper(name)
    assert form is not None
    return form.write(source(told, name))


def text(told: Letter, of: Source) -> str:
    return "\n".join(said_in(told, of).values())


@pytest.mark.parametrize(
    ("told", "name", "to", "words"),
    [
        (
            accepted(),
            "acceptance_receipt",
            f"{NAME}：",
            ("现予受理", "您于2026年3月2日通过", "柳树街路灯不亮", "REQUEST-2026-000001", "路灯"),
        ),
        (refused(), "not_accepted_notice", f"{NAME}：", ("不予受理", "不属于")),
        (
            in_hand(),
            "transfer_letter",
            f"{PLACES[8]}：",
            ("3号楼门口的路灯坏了三天。", "柳树街3号楼", "前签收"),
        ),
        (extended(), "extension_notice", f"{NAME}：", ("因等待配件到货，", "依据热线管理办法第十五条，", "延长5")),
        (noticed(in_hand()), "supervision_notice", f"{PLACES[8]}：", ("黄牌", "三日内修复。")),
        (replied(in_hand()), "reply_letter", f"{NAME}：", ("路灯已修好。", "更换灯具。", "一、办理情况")),
    ],
)
def test_each_paper_says_what_was_decided_and_is_signed(told: Told, name: str, to: str, words: tuple[str, ...]) -> None:
    written, of = letter(told, name), source(told, name)
    assert (written.to, written.number, written.signed, written.dated) == (to, of.number, of.unit, of.day)
    assert [word for word in words if word not in text(written, of)] == []
    assert "None" not in text(written, of)
    assert docx(written) == docx(letter(told, name))


@pytest.mark.parametrize("name", ["transfer_letter", "supervision_notice"])
def test_what_goes_to_the_unit_never_shows_a_resident_who_asked_for_secrecy(name: str) -> None:
    told, open_ = noticed(in_confidence()), noticed(in_hand())
    written = text(letter(told, name), source(told, name))
    assert [word for word in (NAME, CALL, "3号楼") if word in written] == []
    assert [word for word in (NAME, CALL) if word in text(letter(open_, name), source(open_, name))] == []


def test_a_transfer_letter_says_what_is_to_be_done_where_it_was_kept_confidential_after_it_was_sent() -> None:
    why, anew = "阿婆住三楼", {"title": "路灯报修", "task": "修复路灯"}
    for task in ("", "到三楼查看"):
        told = accepted().say(say.dispatch, at=MONDAY, **sending(NORTH, why=why, task=task))
        told.say(say.keep_confidential, at=MONDAY, **anew)
        written = text(letter(told, "transfer_letter"), source(told, "transfer_letter"))
        assert (anew["task"] in written, "三楼" in written, "按职责分工办理" in written) == (True, False, True)
        told.say(say.re_dispatch, at=MONDAY, **sending(SOUTH, why="灯箱归其管护", task="检修灯箱"))
        later = text(letter(told, "transfer_letter"), source(told, "transfer_letter"))
        words = ("检修灯箱", "灯箱归其管护", anew["task"])
        assert [word in later for word in words] == [True, True, False]


def test_a_notice_from_before_it_was_kept_confidential_is_written_without_its_words() -> None:
    told = noticed(in_hand())
    assert NOTICE["said"] in text(letter(told, "supervision_notice"), source(told, "supervision_notice"))
    told.say(say.keep_confidential, at=MONDAY + DAY, title="路灯报修", task="修复路灯")
    written = text(letter(told, "supervision_notice"), source(told, "supervision_notice"))
    assert (NOTICE["said"] in written, "黄牌" in written) == (False, True)


@pytest.mark.parametrize("name", ["acceptance_receipt", "reply_letter"])
def test_a_paper_to_a_resident_who_asked_for_secrecy_names_nobody(name: str) -> None:
    told, form = replied(in_confidence()), REQUEST.paper(name)
    assert form is not None
    assert form.opens(told.state) == frozenset()
    assert NAME not in text(letter(told, name), source(told, name))


@pytest.mark.parametrize("ground", ANSWERS)
def test_each_of_the_six_grounds_has_its_own_lawful_answer_in_chinese(ground: str) -> None:
    with override("en"):
        told = refused(ground)
    written = text(letter(told, "not_accepted_notice"), source(told, "not_accepted_notice"))
    with override(PAPER):
        assert _(ANSWERS[ground]) in written
    own = taken_in().say(say.not_accept, at=MONDAY, refusal_ground=ground, answer="请找县水务局。")
    assert "请找县水务局。" in text(letter(own, "not_accepted_notice"), source(own, "not_accepted_notice"))


def test_none_is_issued_before_anything_was_decided() -> None:
    told = taken_in()
    assert len(REQUEST.papers) == 6
    assert [paper.name for paper in REQUEST.papers if not paper.needs(told.state)] == []


def test_an_answer_that_did_not_hold_is_no_letter_any_more() -> None:
    told, form = replied(in_hand()), REQUEST.paper("reply_letter")
    assert form is not None
    assert len(form.each(told.state)) == 1
    told = told.say(say.order_redo, at=MONDAY + DAY, why="现场核查未修复")
    assert (form.each(told.state), bool(form.needs(told.state))) == ((), True)
    again = form.each(replied(told, at=MONDAY + DAY).state)
    assert [seq > told.state.data["redos"][0]["seq"] for seq in again] == [True]
