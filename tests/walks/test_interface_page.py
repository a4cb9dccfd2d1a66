"""The page of the JSON interface, wide and on a telephone: every word stays whole, and it is not endless."""

import pytest

from tests.walks.test_pages import NARROW, WIDE, overflow, violations
from tests.walks.visitor import Visitor

pytestmark = pytest.mark.browser

PAGE = "/api/v1/"
SCREENS = 8
"""How many heights of a telephone the page is long before anything on it is opened."""
BROKEN = """[...document.querySelectorAll('td code, td:first-child')].filter(one => {
    const words = document.createRange();
    words.selectNodeContents(one);
    return new Set([...words.getClientRects()].map(line => Math.round(line.bottom))).size > 1;
}).map(one => one.innerText)"""


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_page_is_read_on_a_telephone_as_on_a_desk(visitor: Visitor, language: str) -> None:
    visitor.go(PAGE)
    visitor.page.click(f".tongue [value={language}]")
    for view in (WIDE, NARROW):
        visitor.page.set_viewport_size({"width": view["width"], "height": view["height"]})
        visitor.go(PAGE)
        long: int = visitor.page.evaluate("document.documentElement.scrollHeight")
        assert long < SCREENS * NARROW["height"]
        visitor.picture(f"interface-{view['width']}")
        visitor.page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        assert overflow(visitor.page) == 0
        assert visitor.page.evaluate(BROKEN) == []
        assert violations(visitor.page) == []
