"""Each document of a mediation's file says what was told, and leaves to the hand what nobody told."""

from typing import Any

import pytest

from linli.kinds.dispute.dossier.cover import NO_DAY, back, contents, cover
from linli.kinds.dispute.dossier.form import DOSSIER
from linli.kinds.dispute.dossier.hand import BLANK_DAY
from linli.kinds.dispute.dossier.papers import PAPERS
from linli.matters.filing import bound_file
from linli.matters.genuine import paper_code
from linli.matters.issuing import PaperIssued, PaperVoided
from linli.paper.document import docx
from linli.paper.grid import Grid
from linli.paper.letter import Letter
from linli.paper.safe import unpacked
from tests.kinds.dispute.filed import attached, letters, lines, parts, source, texts
from tests.kinds.dispute.pure import GU, HE, WANG, Told
from tests.kinds.dispute.stages import (
    DAY,
    MONDAY,
    TODAY,
    accepted,
    agreed,
    checked,
    closed,
    mediating,
    terminated,
    visited,
)
from tests.kinds.dispute.told import PARTIES, agreement, application, say, session
from tests.kinds.in_hand import UNIT

AGENT = {
    "side": "b",
    "party_role": "agent",
    "name": "孙小敏",
    "phone": "13800000013",
    "acts_for": 2,
    "powers": "special",
}
COURT = {"origin": "court", "channel": "court", "court_stage": "before_filing"}
ELECTED = {"side": "a", "party_role": "representative", "name": "赵淑芬"}


def one(told: Told, place: int) -> Letter:
    (letter,) = letters(told, place)
    return letter


def test_an_application_names_both_sides_the_facts_and_what_is_asked_for() -> None:
    told = checked(requests="修好阳台\n2、赔偿一千元", happened_on=TODAY - DAY)
    letter = one(told, 1)
    said = texts(letter)
    assert letter.title == "人民调解申请书"
    assert lines(letter)["姓　　名"] == "周桂兰"
    assert {"申请人（甲方）", "被申请人（乙方）", "孙大勇", "13800000012", "楼上阳台渗水，两家争执不下。"} <= set(said)
    assert {"1、修好阳台", "2、赔偿一千元", "发生时间：2026年3月1日　发生地点：柳树街3号楼"} <= set(said)
    assert said[-1] == "2026年3月2日"


@pytest.mark.parametrize("word", ["性别", "民族", "年龄", "出生"])
def test_no_document_asks_for_sex_ethnic_group_or_age(word: str) -> None:
    for place in parts(closed()):
        assert word not in "".join(text for letter in letters(closed(), place) for text in texts(letter))


@pytest.mark.parametrize(
    ("told", "ticked"),
    [
        ({"origin": "own_round", "channel": "round"}, "☑主动排查发现"),
        ({"origin": "police", "channel": "police"}, "☑公安机关移送"),
        (COURT, "☑法院委派、委托"),
    ],
)
def test_what_nobody_applied_for_stands_in_the_register_with_its_origin(told: dict[str, str], ticked: str) -> None:
    letter = one(accepted(**told), 1)
    origin = lines(letter)["案件来源"]
    assert letter.title == "人民调解受理登记表"
    assert (ticked in origin, origin.count("☑")) == (True, 1)
    assert texts(letter)[2] == "2026年3月2日，本人民调解委员会经当事人同意，调解周桂兰与孙大勇之间的纠纷。"


def test_before_it_is_taken_on_the_day_of_that_is_left_open() -> None:
    assert texts(one(checked(origin="own_round"), 1))[2].startswith(BLANK_DAY)


def test_the_notice_says_on_which_day_which_side_was_told() -> None:
    told = accepted().say(say.consent, at=MONDAY, side="a", agreed=True, rights_told=True)
    told.say(say.consent, at=MONDAY + DAY, side="b", agreed=True, rights_told=True)
    assert "告知情况：2026年3月2日已告知甲方；2026年3月3日已告知乙方。" in texts(one(told, 2))
    silent = accepted().say(say.consent, at=MONDAY, side="a", agreed=False, rights_told=False)
    assert not [text for text in texts(one(silent, 2)) if text.startswith("告知情况")]


def test_proof_of_identity_lists_everybody_and_what_is_attached() -> None:
    told = attached(accepted(parties=(*PARTIES, AGENT)), "identity", at=MONDAY)
    assert {"甲方　周桂兰", "乙方　孙小敏", "identity.jpg"} <= set(texts(one(told, 3)))


def test_an_agent_has_a_power_and_a_representative_an_election() -> None:
    election, power = letters(accepted(parties=(*PARTIES, AGENT, ELECTED)), 4)
    assert (power.title, election.title) == ("授权委托书", "代表人推选书")
    assert (lines(power)["委托人"], lines(power)["受托人"]) == ("孙大勇", "孙小敏")
    assert any("☐一般授权　☑特别授权" in text for text in texts(power))
    assert (lines(election)["代表人"], "推选人：周桂兰" in texts(election)) == ("赵淑芬", True)


def test_each_session_has_a_record_with_who_was_there_and_what_came_of_it() -> None:
    told, at = mediating(parties=(*PARTIES, AGENT)), MONDAY + DAY
    more: dict[str, Any] = {
        "parties": [1, 3],
        "others": "楼长赵淑芬",
        "next_at": at + DAY,
        "public": True,
    }
    told.say(say.hold_session, at=at, **session(at - DAY / 24, "continued", ends_at=at, **more))
    told.say(say.change_mediator, at=at, mediator=GU, note="双方选定")
    told.say(say.hold_session, at=at + DAY, **session(at + DAY, "agreed", parties=[1, 2, 3]))
    first, second = letters(told, 7)
    assert (first.title, second.title) == ("人民调解记录（第1次）", "人民调解记录（第2次）")
    assert lines(first)["时　　间"] == "2026年3月3日8时00分至9时00分"
    assert lines(first)["当 事 人"] == "甲方：周桂兰\n乙方：孙小敏"
    assert (lines(first)["参 加 人"], lines(second)["参 加 人"]) == ("楼长赵淑芬", "")
    assert (lines(first)["人民调解员"], lines(second)["人民调解员"]) == ("王建国", "顾芳")
    assert "调解结果：☐调解成功　☐调解不成　☑有待继续调解" in texts(first)
    assert "调解结果：☑调解成功　☐调解不成　☐有待继续调解" in texts(second)
    assert {"下次调解时间：2026年3月4日9时00分", "相关规定：☑已告知　☐未告知　　调解方式：☑公开　☐不公开"} <= set(
        texts(first)
    )


def test_undisputed_facts_have_a_sheet_and_a_concession_stands_nowhere() -> None:
    told = mediating().say(say.note_undisputed, at=MONDAY, undisputed="渗水属实。")
    told.say(say.note_concession, at=MONDAY, side="b", concession="愿意多赔五百元")
    told.say(say.hold_session, at=MONDAY, **session(MONDAY, "failed"))
    sheets = letters(told, 7)
    assert [letter.title for letter in sheets] == ["人民调解记录", "无争议事实记载"]
    assert "渗水属实。" in texts(sheets[-1])
    everything = [text for place in parts(told) for letter in letters(told, place) for text in texts(letter)]
    assert not [text for text in everything if "五百元" in text]


def test_a_written_agreement_has_its_terms_instalments_and_copies() -> None:
    letter = one(agreed(10, 40, manner="转账支付", disputed="赔多少。"), 8)
    said = texts(letter)
    assert (letter.title, letter.number) == ("人民调解协议书", "编号：DISPUTE-2026-000001")
    assert {"楼上阳台渗水属实。", "赔多少。", "乙方修好阳台并赔偿。", "转账支付", "赔偿款", "1,000.00元"} <= set(said)
    assert {"2026年3月12日前", "2026年4月11日前", "本协议一式三份，当事人、人民调解委员会各持一份。"} <= set(said)
    assert {"（柳浦社区人民调解委员会印章）", "2026年3月2日"} <= set(said)


def test_an_oral_agreement_stands_in_a_register_without_copies() -> None:
    letter = one(agreed(10, agreement_form="oral"), 8)
    assert letter.title == "人民调解口头协议登记表"
    assert lines(letter)["履行方式、时限"] == "第1期：乙方，赔偿款，1,000.00元，2026年3月12日前"
    assert not [text for text in texts(letter) if "一式" in text]


def test_a_mediation_that_failed_has_its_notice_where_the_agreement_would_be_and_otherwise_behind_it() -> None:
    told = mediating().say(say.hold_session, at=MONDAY, **session(MONDAY, "failed"))
    told.say(say.terminate, at=MONDAY + DAY, termination_reason="too_far_apart", ways=["court", "arbitration"])
    letter, said = one(told, 8), texts(one(told, 8))
    assert (letter.title, letter.number) == ("终止调解书面说明", "编号：〔　　　　〕人调终字第　　号")
    assert (lines(letter)["受理日期"], lines(letter)["终止日期"]) == ("2026年3月2日", "2026年3月3日")
    assert lines(letter)["当 事 人"] == "甲方：周桂兰\n乙方：孙大勇"
    assert {"周桂兰与孙大勇之间的邻里纠纷，经一次调解，未能达成调解协议。", "分歧过大"} <= set(said)
    assert {"向人民法院提起诉讼、仲裁", "（柳浦社区人民调解委员会印章）"} <= set(said)
    assert "本说明一式三份，当事人、人民调解委员会各持一份。" in said
    broken = agreed(5).say(say.terminate, at=MONDAY + DAY, termination_reason="refuses_to_sign", ways=["court"])
    assert [letter.title for letter in letters(broken, 8)] == ["人民调解协议书", "终止调解书面说明"]
    assert parts(broken)[8].word == "Mediation agreement"


def test_an_agreement_of_an_earlier_course_stays_in_the_file_with_its_own_number() -> None:
    told, at = closed().say(say.reopen, by=24, at=MONDAY + 11 * DAY, why="又漏水了"), MONDAY + 12 * DAY
    told.say(say.hold_session, at=at, **session(at)).say(say.agree, at=at, **agreement(at, 5))
    assert [letter.number for letter in letters(told, 8)] == [
        "编号：DISPUTE-2026-000001",
        "编号：DISPUTE-2026-000001-2",
    ]
    assert lines(one(told, 10))["调解协议编号"] == "DISPUTE-2026-000001"


def test_an_agreement_stays_between_those_who_made_it_as_they_were_called_then() -> None:
    told = agreed().say(say.add_party, at=MONDAY + DAY, by=WANG, **AGENT)
    told = told.say(say.correct_party, at=MONDAY + DAY, by=WANG, number=1, phone="13900000099", why="换号")
    agreement_, identity = texts(one(told, 8)), texts(one(told, 3))
    assert [word for word in ("孙小敏", "13900000099") if word in agreement_] == []
    assert {"周桂兰", "孙大勇", "13800000011"} <= set(agreement_)
    assert "乙方　孙小敏" in identity


def test_performance_and_the_visit_are_told_as_they_were_found() -> None:
    told = visited(performance_found="yes", satisfaction="very_satisfied")
    assert {"2026年3月3日", "收条"} <= set(texts(one(told, 9)))
    visit = one(told, 10)
    assert lines(visit)["调解协议编号"] == "DISPUTE-2026-000001"
    assert {"纠纷激化或者反复的迹象：☐有　☑无", "协议已履行，双方和好。", "2026年3月11日"} <= set(texts(visit))


def test_the_papers_of_the_court_are_ticked_and_its_answer_is_told() -> None:
    told = agreed(10).say(say.apply_confirmation, at=MONDAY, **application(TODAY))
    asked = lines(one(told, 11))
    assert (asked["申请日期"], asked["法院答复"], asked["文书编号"]) == ("2026年3月2日", "", "")
    answer = {"confirmation_result": "confirmed", "decided_on": TODAY + DAY, "document": "（2026）民特5号"}
    answered = one(told.say(say.confirmation_result, at=MONDAY + DAY, **answer), 11)
    assert (lines(answered)["法　　院"], lines(answered)["文书编号"]) == ("云棠县人民法院", "（2026）民特5号")
    assert [text.count("☑") for text in texts(answered) if text.startswith("提交材料")] == [4]


def test_the_note_tells_only_what_is_out_of_the_ordinary() -> None:
    assert letters(closed(), 12) == []
    told = accepted(
        origin="court", channel="court", court_stage="before_filing", court="云棠县人民法院", commission="12号"
    )
    told.say(say.terminate, at=MONDAY + DAY, termination_reason="unreachable", ways=["court"])
    told.say(say.return_papers, at=MONDAY + 2 * DAY, returned_on=TODAY + DAY)
    assert texts(one(told, 12))[2:5] == [
        "1. 2026年3月2日，受云棠县人民法院委派、委托调解（立案前委派，12号，2026年3月2日签收材料）。",
        "2. 2026年3月3日，终止调解：期限内无法联系一方当事人；已告知其他合法途径：向人民法院提起诉讼。",
        "3. 2026年3月4日，2026年3月3日将材料退还委派、委托的人民法院。",
    ]


def test_the_cover_names_the_sides_the_mediators_and_the_days_and_leaves_the_filing_to_the_hand() -> None:
    told = lines_of_cover(agreed(10))
    assert told["卷　　名"] == "周桂兰与孙大勇邻里纠纷"
    assert (told["人民调解员"], told["调解日期"]) == ("王建国", "2026年3月2日　至　2026年3月2日")
    assert (told["立 卷 人"], told["保管期限"], told["卷　　号"]) == ("", "", "（　　　）人调字第　　　号")
    assert lines_of_cover(checked())["调解日期"].count(NO_DAY) == 2


def test_what_came_of_it_gives_the_file_its_number_and_is_proved_in_it_as_by_itself() -> None:
    told = terminated()
    seq = told.state.data["ending"]["seq"]
    issued = PaperIssued(form="termination", about=seq, number="〔2026〕人调终字第3号", check="", unit=UNIT)
    told.timeline.say(issued, by=None, at=MONDAY)
    assert lines_of_cover(told)["卷　　号"] == "〔2026〕人调终字第3号"
    assert one(told, 8).number == "编号：〔2026〕人调终字第3号"
    code = paper_code(told.timeline.number, place=0)
    for origin, there in (("https://x.cn", True), ("", False)):
        file = unpacked(bound_file(DOSSIER, source(told), origin=origin))
        assert (code in file["word/document.xml"].decode(), "word/media/proof.png" in file) == (there, there)
    told.timeline.say(PaperVoided(told.state.papers[0].seq, "termination", "3", "mistake"), by=None, at=MONDAY)
    assert "（　　　）" in lines_of_cover(told)["卷　　号"]


def test_the_contents_name_all_thirteen_and_the_page_of_what_is_there() -> None:
    from_ = source(attached(closed(), "identity", "identity", at=MONDAY + 11 * DAY))
    (grid,) = contents(from_, DOSSIER.parts(from_)).body
    assert isinstance(grid, Grid)
    rows = grid.rows[1:]
    assert [row.boxes[0].text for row in rows] == [str(place) for place in range(1, 14)]
    paged = {int(row.boxes[0].text) for row in rows if row.boxes[2].page_of}
    assert paged == {1, 2, 3, 7, 8, 9, 10}
    assert rows[4].boxes[3].text == "按需（本卷无）"
    assert rows[12].boxes[3].text == "必须"
    assert rows[2].boxes[3].text == "必须，附件2件"


def test_two_mediators_and_a_third_party_are_all_named() -> None:
    parties = (*PARTIES, {"side": "b", "name": "孙二勇"}, {"side": "b", "name": "孙三勇"})
    told = accepted(parties=parties).say(say.name_mediator, at=MONDAY, mediator=WANG, others=[HE])
    assert lines_of_cover(told)["卷　　名"] == "周桂兰与孙大勇等3人邻里纠纷"


def test_every_document_of_every_stage_can_be_printed() -> None:
    for told in (checked(), accepted(), mediating(), agreed(10), agreed(agreement_form="oral"), terminated(), closed()):
        from_ = source(told)
        written = [sheet.written(from_) for part in DOSSIER.parts(from_) for sheet in part.sheets]
        for letter in (cover(from_), contents(from_, DOSSIER.parts(from_)), *written, back(from_)):
            assert docx(letter)


def test_a_paper_waits_for_its_moment_and_each_session_has_its_own() -> None:
    names = {paper.name for paper in PAPERS if not paper.needs(checked().state)}
    assert names == set()
    told = closed().state
    assert {paper.name for paper in PAPERS if paper.needs(told)} == {"oral", "termination"}
    assert [len(paper.each(told)) for paper in PAPERS if paper.name in ("session", "agreement", "visit")] == [1, 1, 1]


def lines_of_cover(told: Told) -> dict[str, str]:
    """The lines of the cover, behind whose names there is a narrow gap."""
    (grid,) = cover(source(told)).body
    assert isinstance(grid, Grid)
    return {row.boxes[0].text: row.boxes[2].text for row in grid.rows if len(row.boxes) == 3}
