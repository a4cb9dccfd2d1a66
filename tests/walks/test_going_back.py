"""Back in the browser after a matter was taken in: it is led to, never taken in a second time."""

import pytest
from playwright.sync_api import expect

from tests.walks.visitor import Visitor

pytestmark = pytest.mark.browser
FORM = "form.open-form"
TOLD: dict[str, str | bool | list[str]] = {
    "title": "楼道灯不亮",
    "category": "street-light",
    "sort": "help",
    "urgency": "ordinary",
    "channel": "window",
    "anonymous": True,
    "story": "三号楼的楼道灯坏了。",
}


def test_going_back_after_taking_in_leads_to_the_matter(visitor: Visitor) -> None:
    visitor.sign_in("mei")
    first = taken_in(visitor)
    visitor.page.go_back()
    expect(visitor.page).to_have_url(first)
    expect(visitor.page.locator(".notice")).to_contain_text(f"已登记为 {number(first)}")
    visitor.picture("led-to-the-matter")
    assert taken_in(visitor) != first, "the same words in a form opened afresh are another matter"


def test_a_page_the_browser_kept_is_not_taken_in_twice(visitor: Visitor) -> None:
    """A page kept in a second window is sent with the key it was given, as one is that the browser did not ask for."""
    visitor.sign_in("mei")
    visitor.go("/new/request/")
    visitor.fill(FORM, TOLD)
    kept = visitor.page.context.new_page()
    kept.goto(visitor.page.url)
    visitor.page.click(f"{FORM} button.primary")
    expect(visitor.page.locator("#matter")).to_be_visible()
    first, visitor.page = visitor.page.url, kept
    visitor.fill(FORM, TOLD)
    kept.click(f"{FORM} button.primary")
    expect(kept).to_have_url(first)
    expect(kept.locator(".notice")).to_contain_text(f"已登记为 {number(first)}")


def test_other_words_from_a_kept_page_are_asked_about_before_they_are_another_matter(visitor: Visitor) -> None:
    visitor.sign_in("mei")
    visitor.go("/new/request/")
    kept = visitor.page.context.new_page()
    kept.goto(visitor.page.url)
    visitor.fill(FORM, TOLD)
    visitor.page.click(f"{FORM} button.primary")
    expect(visitor.page.locator("#matter")).to_be_visible()
    first, visitor.page = visitor.page.url, kept
    visitor.fill(FORM, {**TOLD, "title": "楼道灯又不亮"})
    kept.click(f"{FORM} button.primary")
    said = kept.locator(f"{FORM} .summary")
    expect(said).to_contain_text(f"登记为 {number(first)}")
    expect(said).to_be_focused()
    kept.click(f"{FORM} button.primary")
    expect(kept.locator("#matter")).to_be_visible()
    assert kept.url != first


def taken_in(visitor: Visitor) -> str:
    """The address of what was taken in from a form opened afresh."""
    visitor.go("/matters/")
    visitor.page.click('a[data-key="n"]')
    visitor.page.click('a[href="/new/request/"]')
    visitor.fill(FORM, TOLD)
    visitor.page.click(f"{FORM} button.primary")
    expect(visitor.page.locator("#matter")).to_be_visible()
    return visitor.page.url


def number(address: str) -> str:
    return address.rstrip("/").rsplit("/", 1)[-1]
