"""The screen on walls of every shape: nothing overflows, nothing is small, axe is content, and lost data are told."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.walks.test_pages import overflow, violations

pytestmark = pytest.mark.browser

PICTURES = Path(__file__).resolve().parents[2] / "build" / "walks" / "screen"
WALLS = {"1080p": (1920, 1080), "4k": (3840, 2160), "32-9": (5120, 1440)}
TOO_SMALL = """least => [...document.querySelectorAll("body *")].filter(one => {
  const says = [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
  const map = one.closest("svg.ground");
  const size = parseFloat(getComputedStyle(one).fontSize) * (map ? map.getScreenCTM().a : 1);
  return says && !one.closest(".unseen") && size < 0.99 * least;
}).map(one => one.textContent)"""


@pytest.fixture
def wall(browser: Browser, started: tuple[str, str, str]) -> Page:
    PICTURES.mkdir(parents=True, exist_ok=True)
    page = browser.new_context(locale="zh-CN", timezone_id="Asia/Shanghai").new_page()
    page.goto(started[2])
    expect(page).to_have_url(f"{started[0]}/screen/")
    return page


@pytest.mark.parametrize(("look", "language"), [("dark", "zh-hans"), ("light", "en")])
def test_every_wall_shows_the_whole_picture(wall: Page, look: str, language: str) -> None:
    complaints: list[str] = []
    wall.on("console", lambda said: complaints.append(said.text))
    wall.goto(f"{wall.url}?look={look}&language={language}")
    for name, (wide, high) in WALLS.items():
        wall.set_viewport_size({"width": wide, "height": high})
        wall.screenshot(path=PICTURES / f"{name}-{look}-{language}.png")
        assert overflow(wall) == 0, name
        assert wall.evaluate("document.documentElement.scrollHeight - innerHeight") == 0, name
        assert wall.evaluate(TOO_SMALL, 24 * min(wide / 1920, high / 1080)) == [], name
    assert violations(wall) == []
    assert complaints == []
    wall.context.close()


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_of_a_line_the_kind_gives_way_before_the_place_is_cut(wall: Page, language: str) -> None:
    wall.set_viewport_size({"width": 1440, "height": 900})
    wall.goto(f"{wall.url}?language={language}")
    places = wall.locator(".list .where")
    assert places.count() > 10
    assert places.evaluate_all("all => all.filter(one => one.scrollWidth > one.clientWidth).length") == 0
    wall.context.close()


def test_lost_data_are_told_and_the_last_picture_stays(wall: Page) -> None:
    wall.clock.install()
    wall.reload()
    wall.route("**/screen/fresh/**", lambda asked: asked.abort())
    wall.clock.run_for(20_000)
    expect(wall.locator("#stale")).to_be_hidden()
    wall.clock.run_for(20_000)
    expect(wall.locator("#stale")).to_be_visible()
    expect(wall.locator("#picture svg.ground")).to_be_visible()
    wall.unroute("**/screen/fresh/**")
    with wall.expect_response("**/screen/fresh/**"):
        wall.clock.run_for(15_500)
    wall.clock.run_for(1_500)
    expect(wall.locator("#stale")).to_be_hidden()
    wall.context.close()
