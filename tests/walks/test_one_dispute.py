"""Two disputes from the first word to the end, through a real browser, in Chinese, asserting what a person reads."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import expect

from tests.walks.visitor import Visitor

pytestmark = pytest.mark.browser

TODAY = datetime.now(ZoneInfo("Asia/Shanghai")).date()
CALM = dict.fromkeys(
    (
        "violence_threatened",
        "weapon_at_hand",
        "came_to_blows",
        "self_harm_spoken",
        "weak_at_risk",
        "crowd_gathering",
        "police_called_again",
    ),
    "no",
)


def test_a_dangerous_dispute_is_mediated_jointly_performed_confirmed_and_followed_up(visitor: Visitor) -> None:
    number = register(visitor, title="楼上漏水引发争吵", dangers=["violence_threatened"])
    visitor.reads("红", "可能有人受到伤害", "重新评估且各项均为否时解除")
    visitor.picture("red")

    both_sides_agree(visitor, number)
    joint_mediation_lifts_the_danger(visitor, number)
    visitor.reads("黄", "一般纠纷，正在办理")
    visitor.picture("danger-lifted")

    visitor.sign_in("lin")
    agree_in_two_instalments(visitor, number)
    visitor.picture("agreed")
    the_court_confirms(visitor, number)
    for instalment in ("1", "2"):
        visitor.step(number, "perform", {"number": instalment, "proof": "转账回单，双方签收。"})
    visit_and_close(visitor, number)
    visitor.reads("绿", "已化解并回访")
    visitor.picture("green")


def test_when_a_side_does_not_agree_mediation_ends_and_the_other_lawful_ways_are_told(visitor: Visitor) -> None:
    number = register(visitor, title="院墙滴水相邻争执", dangers=[])
    visitor.sign_in("mei")
    visitor.step(number, "accept", {"note": ""})
    visitor.step(number, "consent", {"side": "a", "agreed": "yes", "rights_told": True})
    visitor.step(number, "consent", {"side": "b", "agreed": "no"})
    visitor.picture("refused")
    visitor.sign_in("lin")
    visitor.step(
        number,
        "terminate",
        {"termination_reason": "unwilling", "ways": ["court"], "told": "告知可向人民法院起诉。"},
    )
    visitor.step(number, "close", {"note": "已告知其他途径。"})
    visitor.reads("绿", "未调成结案，已告知其他合法途径")
    expect(visitor.page.locator("#timeline")).to_contain_text("人民法院")
    visitor.picture("closed")


def register(visitor: Visitor, *, title: str, dangers: list[str]) -> str:
    """Mei writes down what a neighbour says at the window. Returns the number the matter got."""
    visitor.sign_in("mei")
    visitor.picture("today")
    visitor.go("/new/dispute/")
    visitor.fill(
        "form.open-form",
        {
            "title": title,
            "story": "三楼卫生间渗水到二楼客厅，双方为修理和赔偿争执不下。",
            "category": "NB",
            "dispute_class": "not_police_led",
            "channel": "window",
            "origin": "application",
            "parties-0-name": "甄有理",
            "parties-0-phone": "13800001234",
            "parties-1-name": "贾不让",
            "danger_asked": "some" if dangers else "none",
            "dangers": dangers,
            "place": "柳荫里3号楼",
        },
    )
    visitor.picture("new")
    visitor.page.click("form.open-form button.primary")
    expect(visitor.page.locator("#matter h1")).to_have_text(title)
    return visitor.page.url.rstrip("/").rsplit("/", 1)[-1]


def both_sides_agree(visitor: Visitor, number: str) -> None:
    visitor.step(number, "accept", {"note": "双方愿意调解。"})
    for side in ("a", "b"):
        visitor.step(number, "consent", {"side": side, "agreed": "yes", "rights_told": True})


def joint_mediation_lifts_the_danger(visitor: Visitor, number: str) -> None:
    visitor.sign_in("zheng")
    visitor.step(number, "name_mediator", {"mediator": "林解忧 (lin)", "note": "双方共同选定"})
    visitor.step(number, "join", {"member": "云棠县公安局", "member_kind": "police"})
    visitor.step(number, "opine", {"opinion": "已当面告诫，建议错开见面，由人民调解主持民事部分。"})
    visitor.step(number, "assess", {**CALM, "steps": "双方分开冷静，家属看护。"})


def agree_in_two_instalments(visitor: Visitor, number: str) -> None:
    record = "双方讲清经过，就赔偿数额达成一致。"
    visitor.step(
        number,
        "hold_session",
        {
            "place": "拂柳街道调解室",
            "parties": ["1", "2"],
            "rights_told": True,
            "record": record,
            "session_outcome": "agreed",
        },
    )
    visitor.step(
        number,
        "agree",
        {
            "agreement_form": "written",
            "main_facts": "三楼卫生间防水层损坏，渗水至二楼客厅。",
            "terms": "三楼修复防水，并赔偿二楼三千元，分两期付清。",
            "amount_fen": "3000",
            "instalments-0-due_on": TODAY.isoformat(),
            "instalments-0-by_side": "b",
            "instalments-0-amount_fen": "1500",
            "instalments-1-due_on": (TODAY + timedelta(days=30)).isoformat(),
            "instalments-1-by_side": "b",
            "instalments-1-amount_fen": "1500",
        },
    )


def the_court_confirms(visitor: Visitor, number: str) -> None:
    papers = ["agreement", "body", "identity", "contact"]
    visitor.step(number, "apply_confirmation", {"court": "云棠县人民法院", "jointly": "yes", "papers": papers})
    visitor.step(number, "confirmation_result", {"confirmation_result": "confirmed", "document": "（2026）司确1号"})


def visit_and_close(visitor: Visitor, number: str) -> None:
    visitor.step(
        number,
        "visit",
        {
            "performance_found": "yes",
            "satisfaction": "very_satisfied",
            "escalation": "no",
            "findings": "漏水已修好，双方见面打招呼。",
        },
    )
    visitor.step(number, "close", {"note": "归档。"})
