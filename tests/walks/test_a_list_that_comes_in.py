"""The columns of a list that comes in: what a heading is chosen for is asked no more for all rows."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.walks.visitor import Visitor

pytestmark = pytest.mark.browser


def test_a_field_for_all_rows_goes_when_a_heading_is_chosen_for_it_and_comes_back(
    visitor: Visitor, tmp_path: Path
) -> None:
    file = tmp_path / "工单.csv"
    file.write_text("原编号,日期,说明,归类\n1,2026-03-01 09:00,路灯不亮,路灯\n", encoding="utf-8")
    visitor.sign_in("mei")
    visitor.go("/imports/")
    expect(visitor.page.locator("#id_kind")).to_have_value("request")
    visitor.page.set_input_files("[name=file]", file)
    visitor.page.click("form:has([name=file]) button.primary")
    visitor.go(f"{visitor.page.url.removeprefix(visitor.address)}columns/")
    heading, field = visitor.page.locator("[name=column-3]"), visitor.page.locator("[data-fixed=category]")
    expect(field).to_be_visible()
    heading.select_option("category")
    expect(field).to_be_hidden()
    visitor.picture("mapped")
    heading.select_option("")
    expect(field).to_be_visible()
