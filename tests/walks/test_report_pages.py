"""A leader's way through the reports: choose, look, follow a figure to its rows, issue, pin; axe is content."""

import pytest
from playwright.sync_api import expect

from tests.walks.test_request_pages import looked_at
from tests.walks.visitor import Visitor

pytestmark = pytest.mark.browser
LINES = """figure => {
  const told = document.createRange();
  told.selectNodeContents(figure);
  return new Set([...told.getClientRects()].map(line => Math.round(line.bottom))).size;
}"""
"""In how many lines the words of an element stand."""
ROOM = """chart => {
  const told = JSON.parse(chart.dataset.chart), names = told.series.map(one => one.name);
  const texts = [...chart.querySelectorAll("text")].map(one => [one.textContent, one.getBoundingClientRect()]);
  const legend = texts.filter(([text]) => names.includes(text)).map(([, box]) => box);
  const first = texts.find(([text]) => text === told.labels[0])[1];
  return [new Set(legend.map(box => Math.round(box.top))).size, first.top - Math.max(...legend.map(box => box.bottom))];
}"""
"""In how many lines a legend stands, and how far above the name of the first bar it ends."""


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


def test_on_a_telephone_a_figure_and_its_sign_stay_in_one_line(visitor: Visitor) -> None:
    visitor.sign_in("he")
    visitor.page.set_viewport_size({"width": 390, "height": 844})
    visitor.go("/reports/ready/request-unit/")
    figures = visitor.page.locator(".report-rows summary", has_text="%")
    expect(figures.first).to_be_visible()
    assert [figure for figure in figures.all() if figure.evaluate(LINES) > 1] == []


def test_on_a_telephone_a_legend_has_the_room_for_all_its_lines(visitor: Visitor) -> None:
    visitor.sign_in("he")
    visitor.speak("en")
    lines, room = {}, {}
    for width in (390, 1440):
        visitor.page.set_viewport_size({"width": width, "height": 844})
        visitor.go("/reports/ready/request-unit/?period=2020-01-01..2099-12-31")
        chart = visitor.page.locator(".chart")
        expect(chart.locator("svg")).to_be_visible()
        lines[width], room[width] = chart.evaluate(ROOM)
    assert lines == {390: 2, 1440: 1}
    assert room[390] > room[1440] - 4 > 0


def follow_a_figure(visitor: Visitor) -> None:
    """The number in the row of totals is the number of rows that its link opens."""
    figure = visitor.page.locator(".report-rows .total td a").first
    told = figure.inner_text()
    figure.click()
    expect(visitor.page.locator("h1 .count")).to_have_text(told)
    looked_at(visitor, "rows")
