"""A resident's request from the telephone to "solved": returned once, designated, answered, done again, confirmed.

Told in Chinese through a real browser: the telephone of the resident beside the window of the staff.
"""

import pytest
from playwright.sync_api import expect

from tests.walks.telephone import Phone, Place, follow, hand_in, handed_in, look_every_way
from tests.walks.visitor import Visitor

pytestmark = pytest.mark.browser

COMMUNITY = "990001001008"
"""小满社区."""
PLACE = Place(f"{COMMUNITY}003", x=119, y=145)
STORY = "3号楼东侧通道堆着旧沙发和装修垃圾，挡住消防车通道。"
PUBLIC = "已联系清运队，明天上午进场。"
INTERNAL, CONTACTED, MEASURES = "该楼装修户已被约谈两次，先不要外传。", "约好明早到场。", "清运两车，现场核实。"
AMONG_COLLEAGUES = (INTERNAL, CONTACTED, MEASURES, "装修垃圾由城管部门负责", "阮青禾", "梅晓棠")
RETURN_REFUSED = "受理单位已指定由本单位承办，不得再退单"


def test_a_request_is_returned_once_designated_answered_done_again_and_confirmed(
    visitor: Visitor, resident: Phone
) -> None:
    earlier = [told_at_the_window(visitor, STORY), told_at_the_window(visitor, f"又来反映：{STORY}")]
    told = {"category": "bulky-waste", "sort": "help", "story": STORY, "name": "甄实诚", "number": "13800001234"}
    hand_in(resident, PLACE, **told)
    code = handed_in(resident)
    number = found_with_its_repeats(visitor, earlier)
    dispatched(visitor, number)
    returned_once_and_designated(visitor, number)
    reads(resident, code, "3-dispatched")
    cannot_be_returned_any_more(visitor, number)

    worked_on(visitor, number)
    replied(visitor, number, "通道已清空。")
    reads(resident, code, "4-replied", every_way=True)
    says(resident, "no", "dissatisfied", reason="half_done")
    reads(resident, code, "5-not-solved")
    red_and_owned_by_name(visitor, number)

    visitor.sign_in("ruan")
    replied(visitor, number, "剩下的砖渣也运走了，并装了提示牌。")
    reads(resident, code, "6-replied-again")
    says(resident, "yes", "satisfied")
    reads(resident, code, "7-solved", every_way=True)
    confirmed(visitor, number)


def told_at_the_window(visitor: Visitor, story: str) -> str:
    """What a neighbour says to the clerk, the second time shown with the first beside it. Returns its number."""
    if not visitor.page.url.startswith(f"{visitor.address}/m/"):
        visitor.sign_in("mei")
    visitor.go("/new/request/")
    told: dict[str, str | bool | list[str]] = {
        "title": "小满社区通道堆放大件垃圾",
        "category": "bulky-waste",
        "sort": "help",
        "urgency": "ordinary",
        "channel": "window",
        "cell": PLACE.cell,
        "anonymous": True,
        "story": story,
    }
    visitor.fill("form.open-form", told)
    visitor.page.click("form.open-form button.primary")
    expect(visitor.page.locator("#matter")).to_be_visible()
    return visitor.page.url.rstrip("/").rsplit("/", 1)[-1]


def found_with_its_repeats(visitor: Visitor, earlier: list[str]) -> str:
    """The clerk finds it in the list; beside it stand first the two that were told before, and why.

    The invented county, drawn anew each day, may have others of the kind at the same place: they are less alike.
    """
    visitor.go("/matters/?kind=request&stage=handed_in&q=建筑和大件垃圾&sort=-opened")
    row = visitor.page.locator("table.matters tbody tr").first
    visitor.picture("list")
    number = row.locator(".c-number").inner_text()
    row.locator("a").click()
    likely = visitor.page.locator("section:has(#repeats-title) .alike-one")
    for one in earlier:
        expect(likely.filter(has_text=one)).to_contain_text("类型相同 · 在同一网格 · 前后不超过一天 · 描述相近")
    first = [likely.nth(place).inner_text() for place in range(len(earlier))]
    assert all(any(one in text for text in first) for one in earlier), first
    visitor.reads("黄", "已提交，待受理")
    visitor.picture("handed-in")
    return number


def dispatched(visitor: Visitor, number: str) -> None:
    """The catalogue proposes the community; the clerk looks it up all the same."""
    visitor.step(number, "accept", {})
    visitor.reads("黄", "已受理，待派单")
    form = visitor.open(number, "dispatch")
    expect(visitor.page.locator(f"{form} [name=to_unit]")).to_have_value(f"小满社区 ({COMMUNITY})")
    visitor.look_up(f"{form} [name=to_unit]", "小满", chosen=COMMUNITY)
    visitor.picture("dispatching")
    visitor.send(form, {})
    visitor.reads("黄", "已派单，待签收")


def returned_once_and_designated(visitor: Visitor, number: str) -> None:
    visitor.sign_in("ruan")
    visitor.step(number, "send_back", {"return_ground": "not_our_duty", "why": "装修垃圾由城管部门负责。"})
    visitor.reads("黄", "已申请退单，待裁定")
    visitor.sign_in("mei")
    told = {"to_unit": f"小满社区 ({COMMUNITY})", "why": "通道在小区内，先由社区清理。"}
    visitor.step(number, "designate", dict(told))
    visitor.reads("黄", "已派单，待签收")


def cannot_be_returned_any_more(visitor: Visitor, number: str) -> None:
    """The step is not offered; asked for by its address it is refused in a sentence, and nothing is recorded."""
    visitor.sign_in("ruan")
    visitor.go(f"/m/{number}/")
    expect(visitor.page.locator(f".ways a[href='/m/{number}/send_back/']")).to_have_count(0)
    expect(visitor.page.locator(".ways .later")).to_contain_text(RETURN_REFUSED)
    version = visitor.page.get_attribute("#matter", "data-version")
    visitor.go(f"/m/{number}/send_back/")
    refusal = visitor.page.locator("#step .summary")
    expect(refusal).to_contain_text(RETURN_REFUSED)
    form = f"form.step-form[action='/m/{number}/send_back/']"
    visitor.fill(form, {"return_ground": "not_our_area", "why": "再退一次。"})
    with visitor.page.expect_response(lambda answer: answer.request.method == "POST") as answer:
        visitor.page.click(f"{form} button.primary")
    assert answer.value.status == 409
    expect(refusal).to_contain_text(RETURN_REFUSED)
    visitor.picture("return-refused")
    visitor.go(f"/m/{number}/")
    assert visitor.page.get_attribute("#matter", "data-version") == version


def worked_on(visitor: Visitor, number: str) -> None:
    visitor.step(number, "sign", {})
    visitor.step(number, "contact", {"contact_way": "phone", "note": CONTACTED})
    visitor.step(number, "note", {"text": INTERNAL})
    visitor.step(number, "note", {"text": PUBLIC, "public": True})
    visitor.reads("黄", "办理中，未超期")
    expect(visitor.page.locator("#timeline")).to_contain_text(INTERNAL)
    visitor.picture("in-hand")


def replied(visitor: Visitor, number: str, text: str) -> None:
    law = "《中华人民共和国消防法》第二十八条"
    visitor.step(number, "reply", {"result": "resolved", "text": text, "measures": MEASURES, "legal_basis": law})
    visitor.reads("黄", "已答复，待回访")
    card = visitor.page.locator("section:has(#cycles-title)")
    for words in (text, MEASURES, law):
        expect(card).to_contain_text(words)


def reads(resident: Phone, code: str, picture: str, *, every_way: bool = False) -> None:
    """What the resident finds by the code: never what was said among colleagues, nor who they are."""
    shown = follow(resident, code, picture=picture)
    assert [words for words in AMONG_COLLEAGUES if words in shown] == []
    if every_way:
        look_every_way(resident, picture)


def says(resident: Phone, solved: str, satisfaction: str, *, reason: str = "") -> None:
    """Below what the unit told the public, the resident answers the reply."""
    page = resident.page
    expect(page.locator(".lines")).to_contain_text(PUBLIC)
    page.check(f"#rate [name=solved][value={solved}]")
    page.check(f"#rate [name=satisfaction][value={satisfaction}]")
    if reason:
        page.select_option("#rate [name=reason]", reason)
    page.click("#rate .go button")
    expect(page.locator(".notice")).to_be_visible()
    assert [words for words in AMONG_COLLEAGUES if words in page.content()] == []


def red_and_owned_by_name(visitor: Visitor, number: str) -> None:
    """Red with its reason; the one who replied holds it by name, with a clock of its own."""
    visitor.sign_in("mei")
    visitor.go(f"/m/{number}/")
    visitor.reads("红", "诉求人反馈未解决，须重办", "答复后恢复")
    expect(visitor.page.locator(".held-list li").last).to_contain_text("阮青禾")
    expect(visitor.page.locator("section:has(#dispatch-title)")).to_contain_text("阮青禾 承办人")
    expect(visitor.page.locator(".verdict .dates")).to_contain_text("重办期限")
    expect(visitor.page.locator(".verdict .dates .is-due")).to_have_text("重办期限")
    expect(visitor.page.locator("section:has(#redos-title)")).to_contain_text("因诉求人的评价")
    visitor.picture("red")


def confirmed(visitor: Visitor, number: str) -> None:
    visitor.sign_in("mei")
    visitor.go(f"/m/{number}/")
    visitor.reads("绿", "已办结，诉求人已确认")
    expect(visitor.page.locator("section:has(#cycles-title)")).to_contain_text("已解决 · 满意")
    visitor.picture("green")
