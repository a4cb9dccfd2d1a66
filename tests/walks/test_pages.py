"""The pages a mediator meets, wide and narrow, in both languages, light and dark: nothing overflows, axe is content."""

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.walks.visitor import Visitor

pytestmark = pytest.mark.browser

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
PAGES = {
    "today": "/",
    "matters": "/matters/",
    "new": "/new/dispute/",
    "meetings": "/meetings/",
    "board": "/board/",
}
LOOKS = (("zh-hans", "light"), ("en", "light"), ("zh-hans", "dark"))
"""Words change widths and the scheme changes contrasts, neither the other."""
WIDE, NARROW = {"width": 1440, "height": 900}, {"width": 390, "height": 844}


@pytest.mark.parametrize(("language", "scheme"), LOOKS)
def test_pages_hold_their_width_and_axe_finds_nothing(visitor: Visitor, language: str, scheme: str) -> None:
    visitor.sign_in("mei")
    visitor.speak(language)
    visitor.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for name, path in {**PAGES, **of_a_meeting(visitor), "matter": first_matter(visitor)}.items():
        for view in (WIDE, NARROW):
            visitor.page.set_viewport_size({"width": view["width"], "height": view["height"]})
            visitor.go(path)
            visitor.picture(f"{name}-{view['width']}")
            assert overflow(visitor.page) == 0, f"{name} at {view['width']} px is wider than the screen"
        assert violations(visitor.page) == [], name


def test_rows_are_ticked_with_a_thumb_and_taken_along(visitor: Visitor) -> None:
    visitor.sign_in("mei")
    visitor.page.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
    visitor.go("/matters/?kind=request")
    boxes = [visitor.page.locator("td.c-pick label").nth(place) for place in (0, 1)]
    for box in boxes:
        room = box.bounding_box()
        assert room
        assert min(room["width"], room["height"]) >= 44
        box.click()
    visitor.page.locator("#pick button:not([name])").click()
    assert visitor.page.url.count("pick=") == len(boxes)


def test_a_list_is_sorted_with_a_thumb_and_keeps_what_narrows_it(visitor: Visitor) -> None:
    visitor.sign_in("mei")
    visitor.go("/matters/?kind=request")
    expect(visitor.page.locator("#f-order")).to_be_hidden()
    visitor.page.set_viewport_size({"width": NARROW["width"], "height": NARROW["height"]})
    numbers = visitor.page.locator("td.c-number")
    for order, downwards in (("-number", True), ("number", False)):
        visitor.page.select_option("#f-order", order)
        button = visitor.page.locator(".order button")
        room = button.bounding_box()
        assert room
        assert room["height"] >= 44
        button.click()
        shown = numbers.all_inner_texts()
        assert shown == sorted(shown, reverse=downwards)
        assert "kind=request" in visitor.page.url
        expect(visitor.page.locator("#f-order")).to_have_value(order)
    visitor.picture("sorted-390")


def test_a_list_is_sorted_by_latest_movement_also_where_its_column_has_no_room(visitor: Visitor) -> None:
    visitor.sign_in("mei")
    visitor.speak("en")
    visitor.go("/matters/?kind=request")
    control, heading = visitor.page.locator("#f-order"), visitor.page.locator(".matters thead th").last
    for width in (390, 820, 821, 1440, 1500, 1501, 1920):
        visitor.page.set_viewport_size({"width": width, "height": WIDE["height"]})
        expect(control if width <= 1500 else heading).to_be_visible()
        expect(heading if width <= 1500 else control).to_be_hidden()
        assert overflow(visitor.page) == 0, width
        assert width > 820 or cut_off(visitor.page) == [], width
    visitor.page.set_viewport_size({"width": WIDE["width"], "height": WIDE["height"]})
    visitor.page.select_option("#f-order", "touched")
    visitor.page.click(".order button")
    expect(control).to_have_value("touched")
    visitor.picture("sorted-en-1440")


def of_a_meeting(visitor: Visitor) -> dict[str, str]:
    """The list live, frozen and on the wall; the first who asks convenes."""
    visitor.go("/meetings/")
    visitor.page.click("button[value=look]")
    live = visitor.page.url.removeprefix(visitor.address)
    visitor.go("/meetings/")
    if not visitor.page.locator("table a[href*='/meetings/CH-']").count():
        visitor.page.click("button[value=convene]")
        visitor.go("/meetings/")
    meeting = visitor.page.locator("table a[href*='/meetings/CH-']").first.get_attribute("href") or ""
    return {"live": live, "meeting": meeting, "wall": f"{meeting}wall/?at=2"}


def first_matter(visitor: Visitor) -> str:
    visitor.go("/matters/?colour=red&colour=orange&colour=yellow")
    return visitor.page.locator("a[href^='/m/']").first.get_attribute("href") or ""


def overflow(page: Page) -> int:
    """By how many pixels the page is wider than the screen."""
    wide: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return wide


def cut_off(page: Page) -> list[str]:
    """What of the list is written beyond the edge of its row."""
    beyond: list[str] = page.evaluate(
        "[...document.querySelectorAll('.matters tbody td')].filter(cell => cell.getBoundingClientRect().right >"
        " cell.parentElement.getBoundingClientRect().right + 1).map(cell => cell.innerText)"
    )
    return beyond


def violations(page: Page) -> list[str]:
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: list[dict[str, Any]] = page.evaluate("rules => axe.run(document, rules).then(r => r.violations)", RULES)
    return [f"{one['id']}: {[node['target'] for node in one['nodes']][:3]}" for one in found]
