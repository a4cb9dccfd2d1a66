"""The desk's pages of requests: the list, a matter in each stage, its forms, a step in many; axe is content."""

from typing import Literal

import pytest

from tests.walks.test_pages import NARROW, WIDE, overflow, violations
from tests.walks.visitor import Visitor

pytestmark = pytest.mark.browser

STAGES = {
    "handed_in": "not_accept/",
    "accepted": "dispatch/",
    "return_asked": "designate/",
    "in_progress": "",
    "redo": "",
    "replied": "call_back/",
    "closed": "",
}
"""The page of a request in a stage, and the step that is open in the midst of it."""

LOOKS: tuple[tuple[dict[str, int], Literal["light", "dark"]], ...] = ((WIDE, "light"), (NARROW, "dark"))


def test_pages_of_requests_hold_their_width_and_axe_finds_nothing(visitor: Visitor) -> None:
    visitor.page.emulate_media(reduced_motion="reduce")
    visitor.sign_in("mei")
    looked_at(visitor, "list", "/matters/?kind=request")
    looked_at(visitor, "awaiting", "/matters/?kind=request&awaiting=yes")
    looked_at(visitor, "new", "/new/request/")
    for stage, step in STAGES.items():
        looked_at(visitor, stage, f"{first(visitor, stage)}{step}")
    one_step_in_many(visitor)


def looked_at(visitor: Visitor, name: str, path: str = "") -> None:
    """Light on a wide screen, dark on a narrow one; the page is opened once."""
    if path:
        visitor.go(path)
    for view, scheme in LOOKS:
        visitor.page.emulate_media(color_scheme=scheme)
        visitor.page.set_viewport_size({"width": view["width"], "height": view["height"]})
        visitor.picture(f"{name}-{scheme}")
        assert overflow(visitor.page) == 0, f"{name} at {view['width']} px is wider than the screen"
        assert violations(visitor.page) == [], f"{name}, {scheme}"


def first(visitor: Visitor, stage: str) -> str:
    """The address of the first request in the list that stands there."""
    visitor.go(f"/matters/?kind=request&stage={stage}&state=all")
    return visitor.page.locator("table.matters a[href^='/m/']").first.get_attribute("href") or ""


def one_step_in_many(visitor: Visitor) -> None:
    """From what is ticked in the list to the preview; nothing is recorded."""
    visitor.page.set_viewport_size({"width": WIDE["width"], "height": WIDE["height"]})
    visitor.go("/matters/?kind=request&stage=handed_in")
    visitor.page.check("[data-pick-page]")
    visitor.page.click("#pick button:not([name=all])")
    looked_at(visitor, "bulk")
    visitor.page.click(".bulk-steps a[href*='/bulk/request/accept/']")
    looked_at(visitor, "bulk-form")
    visitor.page.click("form.open-form button.primary")
    looked_at(visitor, "bulk-preview")
