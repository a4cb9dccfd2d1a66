"""A resident's telephone: hands something in at the counter, follows it with the code, and looks at every page."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from playwright.sync_api import FilePayload, Page, expect

from tests.desk.uploads import picture
from tests.walks.test_pages import overflow, violations

TARGETS = """() => [...document.querySelectorAll('a,button,input:not([type=hidden]),select,textarea,summary')]
  .filter(one => one.offsetParent && !one.classList.contains('unseen') && !one.closest('p,li,.summary,.skip'))
  .filter(one => !['checkbox', 'radio'].includes(one.type) && one.getBoundingClientRect().height < 44)
  .map(one => one.outerHTML.slice(0, 80))"""


LOOKS: tuple[tuple[Literal["light", "dark"], str], ...] = (("light", "0"), ("dark", "0"), ("light", "1"))


@dataclass
class Phone:
    """A telephone of some width, and what its browser complained of."""

    page: Page
    address: str
    pictures: Path
    scripts: bool
    complaints: list[str]

    def __post_init__(self) -> None:
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda said: self.complaints.append(said.text) if "Policy" in said.text else None)

    def looked_at(self, name: str) -> None:
        """A picture of the page; nothing is wider than the screen, too small for a finger or refused by axe."""
        self.page.screenshot(path=self.pictures / f"{name}.png", full_page=True)
        if self.scripts:
            assert overflow(self.page) == 0, name
            assert violations(self.page) == [], name
            assert self.page.evaluate(TARGETS) == [], name


@dataclass(frozen=True)
class Place:
    """A cell of the synthetic county, and where on the first map a tap hits it."""

    cell: str
    x: int
    y: int


def hand_in(phone: Phone, place: Place, *, category: str, sort: str, story: str, name: str, number: str) -> None:
    """The three steps with a photo and a tap on the map; the last one is filled in and not sent yet."""
    page = phone.page
    page.goto(f"{phone.address}/counter/request/")
    page.select_option("[name=category]", category)
    page.fill("[name=story]", story)
    photo: FilePayload = {"name": "IMG_7.jpg", "mimeType": "image/jpeg", "buffer": picture(size=(400, 300))}
    page.set_input_files("[name=pictures]", [photo])
    page.click(".go button.primary")
    page.click("input[name=map]", position={"x": place.x, "y": place.y})
    expect(page.locator(".marked")).to_contain_text(place.cell)
    page.click(".go button.primary")
    page.select_option("[name=sort]", sort)
    page.fill("[name=name]", name)
    page.fill("[name=phone]", number)
    page.check("[name=wants_reply]")


def handed_in(phone: Phone) -> str:
    """Send it. Returns the code to follow it by."""
    phone.looked_at("1-reach")
    phone.page.click(".go button.primary")
    phone.page.wait_for_url("**/kept/")
    phone.looked_at("2-kept")
    return phone.page.inner_text("#the-code")


def follow(phone: Phone, code: str, *, picture: str) -> str:
    """Type the code, and read the page that it opens. Returns what stands in it."""
    page = phone.page
    page.goto(f"{phone.address}/t/")
    page.fill("#code", code)
    page.click(".code-form button")
    expect(page.locator(".lines li").first).to_be_visible()
    phone.looked_at(picture)
    return page.content()


def look_every_way(phone: Phone, name: str) -> None:
    """The page with everything unfolded: light, dark, and in large type."""
    page = phone.page
    for scheme, large in LOOKS:
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.context.add_cookies([{"name": "linli_large", "value": large, "url": phone.address}])
        page.reload()
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        phone.looked_at(f"{name}-{scheme}{'-large' if large == '1' else ''}")
    page.emulate_media(color_scheme="light")
    page.context.clear_cookies(name="linli_large")
    page.reload()
