"""The panel beside an own form asks the server for what fits a figure, and takes away nothing that was chosen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.paper.form.made import form
from tests.walks.visitor import Visitor

pytestmark = pytest.mark.browser
SHEET = {"A1": "诉求月报", "B2": "本月", "C2": "上月", "A3": "街道环境", "A4": "环卫"}


@pytest.fixture
def panel(visitor: Visitor, tmp_path: Path) -> Iterator[Page]:
    """The panel of a form that was just brought."""
    file = tmp_path / "诉求月报.xlsx"
    file.write_bytes(form(SHEET))
    visitor.sign_in("tang")
    visitor.go("/forms/")
    visitor.page.fill("[name=title]", tmp_path.name)
    visitor.page.set_input_files("[name=file]", file)
    visitor.page.click("form:has([name=file]) footer button")
    expect(visitor.page.locator("#panel")).to_be_visible()
    visitor.page.wait_for_load_state("load")
    yield visitor.page
    visitor.picture("panel")


def test_what_is_chosen_while_the_panel_is_asked_for_stays(panel: Page) -> None:
    waiting: list[Route] = []

    def hold(route: Route) -> None:
        waiting.append(route)

    panel.route("**/forms/*/?*", hold)
    with panel.expect_request("**/forms/*/?*"):
        panel.select_option("#panel [name=indicator]", "request.opened")
    panel.select_option("#panel [name=period]", "before")
    while not waiting:
        panel.wait_for_timeout(20)
    waiting.pop().continue_()
    panel.unroute("**/forms/*/?*")
    expect(field(panel, "sort")).to_be_attached()
    expect(field(panel, "period")).to_have_value("before")
    expect(field(panel, "indicator")).to_have_value("request.opened")


def test_what_was_chosen_before_the_cell_stays_and_another_cell_has_its_own(panel: Page) -> None:
    panel.select_option("#panel [name=indicator]", "request.opened")
    expect(field(panel, "sort")).to_be_attached()
    panel.select_option("#panel [name=period]", "before")
    panel.click("td[data-at=B3]")
    expect(field(panel, "cells")).to_have_value("B3")
    expect(field(panel, "indicator")).to_have_value("request.opened")
    expect(field(panel, "period")).to_have_value("before")
    panel.click("#panel button[value=bind]")
    panel.click("td[data-at=C4]")
    expect(field(panel, "cells")).to_have_value("C4")
    expect(field(panel, "indicator")).to_have_value("")
    panel.select_option("#panel [name=indicator]", "request.closed")
    expect(field(panel, "sort")).to_be_attached()
    panel.click("td[data-at=B3]")
    expect(field(panel, "cells")).to_have_value("B3")
    expect(field(panel, "indicator")).to_have_value("request.opened")


def test_a_category_stays_when_another_kind_was_looked_at(panel: Page) -> None:
    panel.select_option("#panel [name=indicator]", "request.opened")
    panel.click("#panel details summary")
    panel.select_option("#panel [name=category]", "street-light")
    for figure in ("dispute.opened", "request.closed"):
        panel.select_option("#panel [name=indicator]", figure)
        expect(field(panel, "indicator")).to_have_value(figure)
        panel.wait_for_load_state("networkidle")
    expect(field(panel, "category")).to_have_value("street-light")
    expect(panel.locator("#panel details[open] .count")).to_have_text("1")


def field(panel: Page, name: str) -> Locator:
    return panel.locator(f"#panel [name={name}]")
