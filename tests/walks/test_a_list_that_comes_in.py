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


def test_a_mistyped_category_is_marked_and_only_those_of_requests_are_suggested(
    visitor: Visitor, tmp_path: Path
) -> None:
    file = tmp_path / "噪声.csv"
    file.write_text(
        "工单编号,受理时间,诉求内容,诉求类别,承办单位,满意度\n"
        "1,2026-03-01 09:00,夜间施工太吵,噪音扰民-施工,无,未评价\n",
        encoding="utf-8",
    )
    visitor.sign_in("mei")
    visitor.go("/imports/")
    visitor.page.set_input_files("[name=file]", file)
    visitor.page.click("form:has([name=file]) button.primary")
    visitor.go(f"{visitor.page.url.removeprefix(visitor.address)}columns/")
    visitor.page.fill("#source", "热线")
    visitor.page.click("[data-busy]")
    word = visitor.page.locator("[name=word_code][data-look-up=categories]")
    expect(visitor.page.locator("[name=word_blank_proposed]")).to_be_checked()
    visitor.picture("asked")
    word.fill("施工噪音")
    visitor.page.click("form:has([name=word_code]) button.primary")
    expect(visitor.page.locator("[aria-invalid=true]")).to_have_value("施工噪音")
    visitor.picture("refused")
    word.fill("")
    word.press_sequentially("噪声")
    suggested = visitor.page.locator(f"datalist#{word.get_attribute('list')} option")
    expect(suggested.first).to_be_attached()
    assert {one.get_attribute("label") for one in suggested.all()} == {"诉求"}
    word.fill(suggested.first.get_attribute("value") or "")
    visitor.page.click("form:has([name=word_code]) button.primary")
    expect(visitor.page.locator("[name=word_code]")).to_have_count(0)
