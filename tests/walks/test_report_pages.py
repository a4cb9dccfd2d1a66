"""A leader's way through the reports: choose, look, follow a figure to its rows, issue, pin; axe is content."""

import pytest
from playwright.sync_api import expect

from tests.walks.test_request_pages import looked_at
from tests.walks.visitor import Visitor

pytestmark = pytest.mark.browser


def test_a_report_is_looked_at_followed_to_its_rows_issued_and_pinned(visitor: Visitor) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.sign_in("chen")
    looked_at(visitor, "gallery", "/reports/")
    visitor.page.click("a[href^='/reports/ready/dispute-monthly/']")
    expect(visitor.page.locator(".chart svg").first).to_be_visible()
    looked_at(visitor, "report")
    report = visitor.page.url.removeprefix(visitor.address)
    follow_a_figure(visitor)
    visitor.go(report)
    visitor.page.click("form[action*='/issue/'] button")
    expect(visitor.page.locator("main .notice").first).to_contain_text("BB-")
    looked_at(visitor, "issued")
    visitor.page.click("a[href$='/since/']")
    expect(visitor.page.locator(".nothing")).to_contain_text("没有变化")
    visitor.go(report)
    visitor.page.click(".pin-form button")
    expect(visitor.page.locator(".pinned")).to_contain_text("人民调解工作月报")
    looked_at(visitor, "own-forms", "/forms/")
    looked_at(visitor, "exports", "/exports/")


def follow_a_figure(visitor: Visitor) -> None:
    """The number in the row of totals is the number of rows that its link opens."""
    figure = visitor.page.locator(".report-rows .total td a").first
    told = figure.inner_text()
    figure.click()
    expect(visitor.page.locator("h1 .count")).to_have_text(told)
    looked_at(visitor, "rows")
