"""What the documents say, they say once, and what they point at is there."""

import re
from collections import Counter
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[2]
PAGES = sorted([*HOUSE.glob("*.md"), *HOUSE.glob("docs/**/*.md")])
LINK = re.compile(r"\]\((?!https?:)([^)#]+)")


def named(page: Path) -> str:
    return str(page.relative_to(HOUSE))


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_no_long_line_stands_twice(page: Path) -> None:
    lines = Counter(line for line in page.read_text(encoding="utf-8").splitlines() if len(line) > 60)
    assert [line for line, times in lines.items() if times > 1] == []


def test_the_house_tells_each_word_and_each_floor_once() -> None:
    text = (HOUSE / "docs/house.md").read_text(encoding="utf-8")
    told = Counter(re.findall(r"^(\| \*\*[^*]+\*\*| \d  )", text, re.MULTILINE))
    assert [one for one, times in told.items() if times > 1] == []


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_what_a_page_points_at_is_there(page: Path) -> None:
    pointed = LINK.findall(page.read_text(encoding="utf-8"))
    assert [one for one in pointed if not (page.parent / one).exists()] == []
