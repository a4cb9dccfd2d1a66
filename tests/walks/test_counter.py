"""A resident on a telephone: hands in, keeps the code, follows, adds something; with and without scripts."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, FilePayload, expect

from tests.desk.uploads import picture
from tests.walks.conftest import ROOT
from tests.walks.telephone import Phone

pytestmark = pytest.mark.browser


@pytest.fixture(
    params=[
        ("390", "light", "", True),
        ("320", "light", "large", True),
        ("390", "dark", "", True),
        ("320", "dark", "en", True),
        ("390", "light", "", False),
    ],
    ids=["usual", "large", "dark", "english", "without scripts"],
)
def phone(browser: Browser, county: tuple[str, str], request: pytest.FixtureRequest) -> Iterator[Phone]:
    width, scheme, look, scripts = request.param
    context: BrowserContext = browser.new_context(
        viewport={"width": int(width), "height": 844}, locale="zh-CN", color_scheme=scheme, java_script_enabled=scripts
    )
    name, value = ("linli_large", "1") if look == "large" else ("django_language", look or "zh-hans")
    context.add_cookies([{"name": name, "value": value, "url": county[0]}])
    pictures = ROOT / "build" / "walks" / request.node.name
    pictures.mkdir(parents=True, exist_ok=True)
    held = Phone(context.new_page(), county[0], pictures, scripts, [])
    yield held
    context.close()
    assert held.complaints == []


def test_a_resident_applies_for_mediation_and_follows_it(phone: Phone) -> None:
    page = phone.page
    page.goto(f"{phone.address}/counter/")
    phone.looked_at("1-front")
    page.click("a[href='/counter/dispute/']")
    what(phone)
    where(phone)
    page.fill("[name=name]", "周小满")
    page.fill("[name=phone]", "13800000013")
    phone.looked_at("4-reach")
    page.click(".go button.primary")
    page.wait_for_url("**/kept/")
    phone.looked_at("5-kept")
    code = page.inner_text("#the-code")
    follow(phone, code)


def what(phone: Phone) -> None:
    page = phone.page
    page.click(".go button.primary")
    expect(page.locator(".summary")).to_be_visible()
    phone.looked_at("2-what-missing")
    page.select_option("[name=category]", index=1)
    page.fill("[name=title]", "楼上漏水")
    page.fill("[name=story]", "楼上卫生间漏水三个月。")
    taken: FilePayload = {"name": "IMG_1.jpg", "mimeType": "image/jpeg", "buffer": picture(size=(400, 300))}
    page.set_input_files("[name=pictures]", [taken])
    page.click(".go button.primary")


def where(phone: Phone) -> None:
    """Two taps: from the county to a cell; what was typed beside the map stays."""
    page = phone.page
    page.fill("[name=place]", "拂柳路 12 号")
    for _tap in range(2):
        page.click("input[name=map]", position={"x": 144, "y": 144})
    expect(page.locator(".marked")).to_contain_text("9900")
    expect(page.locator("[name=place]")).to_have_value("拂柳路 12 号")
    phone.looked_at("3-where")
    page.click(".go button.primary")


def follow(phone: Phone, code: str) -> None:
    page = phone.page
    page.goto(f"{phone.address}/t/")
    page.fill("#code", code.lower())
    page.click(".code-form button")
    expect(page.locator(".lines li")).to_have_count(2)
    page.click("#supplement > summary")
    page.fill("#supplement [name=text]", "今天又漏了。")
    phone.looked_at("6-followed")
    page.click("#supplement .go button")
    expect(page.locator(".lines li").first).to_contain_text("今天又漏了。")
    phone.looked_at("7-added")
