"""A complaint of a unit, told in confidence: only the desk knows who told it, and the unit never hears of it."""

import pytest
from playwright.sync_api import expect

from tests.walks.telephone import Phone, Place, hand_in, handed_in
from tests.walks.visitor import Visitor

pytestmark = pytest.mark.browser

COMPLAINED_OF, BUREAU = "990001001008", "990001900014"
"""小满社区, where 阮青禾 (ruan) works; 云棠县城市管理局, where 崔守洁 (cui) does."""
PLACE = Place(f"{COMPLAINED_OF}003", x=119, y=145)
NAME, NUMBER, STORY = "万难言", "13800007788", "我住社区办公室楼上，看见值班的人天天打牌。"
TRACES = (NAME, "万*", NUMBER, "138*", "*7788", STORY, "打牌", "办公室楼上", "IMG_", ".jpg")
"""The resident in full, masked, in their own words, and by the name of the photo."""
KEPT = 4
"""The words handed in, who told them, and the photo: as a file and by its name."""
TASK = "核查小满社区垃圾清运和值守情况，督促整改。"


def test_the_reporter_of_a_confidential_complaint_is_known_to_the_desk_alone(visitor: Visitor, resident: Phone) -> None:
    hand_in(resident, PLACE, category="litter", sort="complaint", story=STORY, name=NAME, number=NUMBER)
    resident.page.check("[name=confidential]")
    resident.page.select_option("[name=reported_unit]", COMPLAINED_OF)
    handed_in(resident)
    number = accepted(visitor)
    refused_to_the_unit_complained_of(visitor, number)
    masked_for_the_desk(visitor, number)
    hidden_from_the_unit_that_handles(visitor, number)
    unknown_to_the_unit_complained_of(visitor, number)


def accepted(visitor: Visitor) -> str:
    visitor.sign_in("mei")
    visitor.go("/matters/?kind=request&stage=handed_in&sort=-opened&q=暴露垃圾")
    row = visitor.page.locator("table.matters tbody tr").first
    number = row.locator(".c-number").inner_text()
    row.locator("a").click()
    expect(visitor.page.locator("#matter")).to_contain_text(STORY)
    visitor.step(number, "accept", {})
    return number


def refused_to_the_unit_complained_of(visitor: Visitor, number: str) -> None:
    """The catalogue would name the community; it is not proposed, nor taken when it is typed."""
    form = visitor.open(number, "dispatch")
    box = visitor.page.locator(f"{form} [name=to_unit]")
    expect(box).to_have_value("")
    visitor.fill(form, {"to_unit": f"小满社区 ({COMPLAINED_OF})", "why": "由主管部门核查。", "task": TASK})
    visitor.page.click(f"{form} button.primary")
    expect(visitor.page.locator("#step .summary")).to_contain_text("该单位是被反映单位或其下级")
    visitor.picture("complained-of-refused")
    visitor.look_up(f"{form} [name=to_unit]", "城市管理", chosen=BUREAU)
    visitor.send(form, {})


def masked_for_the_desk(visitor: Visitor, number: str) -> None:
    visitor.go(f"/m/{number}/")
    card = visitor.page.locator("section:has(#reporter-title)")
    expect(card).to_contain_text("万**")
    expect(card).to_contain_text("138****7788")
    expect(visitor.page.locator("#matter")).to_contain_text(STORY)
    expect(visitor.page.locator(".attachments a")).to_have_count(1)
    content = visitor.page.content()
    assert [words for words in (NAME, NUMBER) if words in content] == []
    visitor.picture("desk-sees-masked")


def hidden_from_the_unit_that_handles(visitor: Visitor, number: str) -> None:
    """On its page, in its lists, by search and behind every entry nothing of who asked, not even masked."""
    visitor.sign_in("cui")
    for path in (f"/m/{number}/", f"/m/{number}/?show=steps", "/matters/", "/", f"/matters/?q={number}"):
        visitor.go(path)
        content = visitor.page.content()
        assert number in content
        assert [trace for trace in TRACES if trace in content] == [], path
    visitor.go(f"/m/{number}/")
    expect(visitor.page.locator("#matter")).to_contain_text(TASK)
    expect(visitor.page.locator(".attachments")).to_contain_text("仅受理窗口可见")
    expect(visitor.page.locator(".attachments a")).to_have_count(0)
    visitor.picture("unit-sees-a-task")
    for asked in (NAME, NUMBER, "打牌"):
        visitor.go(f"/matters/?state=all&q={asked}")
        expect(visitor.page.locator("table.matters")).to_have_count(0)
    nothing_behind_any_entry(visitor, number)


def nothing_behind_any_entry(visitor: Visitor, number: str) -> None:
    """Asked for by address, what is the resident's is refused, and what is the desk's own names nobody."""
    refused = 0
    for seq in range(1, 9):
        for place in ("files", "reveal"):
            answer = visitor.page.request.get(f"{visitor.address}/m/{number}/{place}/{seq}/")
            refused += answer.status == 403
            assert [trace for trace in TRACES if trace in answer.text()] == [], f"{place}/{seq}"
    assert refused == KEPT


def unknown_to_the_unit_complained_of(visitor: Visitor, number: str) -> None:
    """To its people there is no such matter."""
    visitor.sign_in("ruan")
    visitor.go(f"/matters/?state=all&q={number}")
    expect(visitor.page.locator("table.matters")).to_have_count(0)
    assert visitor.page.request.get(f"{visitor.address}/m/{number}/").status == 404
    visitor.go("/")
    assert number not in visitor.page.content()
