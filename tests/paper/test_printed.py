"""What comes out of a printer: the page, its lines and characters, nothing outside the text area."""

from datetime import date

import pytest

from linli.paper.document import docx
from linli.paper.letter import Letter, PageBreak, Paragraph, Table
from linli.paper.page import BOTTOM, CHARACTERS, HEIGHT, LEFT, LINES, POINT, RIGHT, WIDTH
from tests.paper.forms import file
from tests.paper.minutes import MINUTES
from tests.paper.printing import Page, missing, printed

TEXT = "柳树街道综治中心受理矛盾纠纷调解回访核验登记统计研判报告公示督办移交"
HARD = Letter(
    "关于" + "很长" * 40 + "的报告",
    organ="街" * 30,
    to="各社区：" * 20,
    body=(
        Paragraph("W" * 200 + " 2026" + "a" * 100),
        Table(("编号", "x" * 80), (("A" * 120, "x" * 300), ("1", "长" * 3000)), widths=(1, 3)),
        PageBreak(),
        Paragraph("，。、；" * 100),
    ),
    signed="柳树街道社会治安综合治理中心矛盾纠纷调解委员会",
    dated=date(2026, 11, 5),
)
PAPERS = {"plain": Letter("题", body=(Paragraph(TEXT * 60),)), "minutes": MINUTES, "hard": HARD}


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Page]]:
    if reason := missing():
        pytest.skip(reason)
    told = {"bundle": file(), **{name: docx(letter) for name, letter in PAPERS.items()}}
    return printed(told, folder=tmp_path_factory.mktemp("printed"))


@pytest.fixture(scope="module")
def papers(everything: dict[str, list[Page]]) -> dict[str, list[Page]]:
    return {name: everything[name] for name in PAPERS}


def test_the_contents_of_a_bundle_name_the_pages_on_which_its_parts_are(everything: dict[str, list[Page]]) -> None:
    cover, contents, *parts, back = everything["bundle"]
    told = [line for line in contents.lines if line.startswith(("1文书", "2文书", "3文书", "共"))]
    assert told == ["1文书11", "2文书22", "3文书34", "共4"]
    assert [page.number for page in parts] == ["—1—", "—2—", "—3—", "—4—"]
    assert [page.lines for page in (cover, back)] == [("卷宗",), ("封底",)]


def test_a_page_of_text_has_22_lines_of_28_characters(papers: dict[str, list[Page]]) -> None:
    full = papers["plain"][1]
    assert [len(line) for line in full.lines[:-1]] == [CHARACTERS] * LINES


def test_every_page_is_a4(papers: dict[str, list[Page]]) -> None:
    sizes = {(round(page.width), round(page.height)) for pages in papers.values() for page in pages}
    assert sizes == {(595, 842)}


def test_pages_are_numbered_odd_at_the_right_and_even_at_the_left(papers: dict[str, list[Page]]) -> None:
    for pages in papers.values():
        assert [page.number for page in pages] == [f"—{number}—" for number in range(1, len(pages) + 1)]
        for number, page in enumerate(pages, 1):
            dashes = [word.left for word in page.words if word.text == "—"][-2:]
            assert all(left > page.width / 2 for left in dashes) == bool(number % 2)


@pytest.mark.parametrize("name", PAPERS)
def test_nothing_stands_outside_the_text_area(papers: dict[str, list[Page]], name: str) -> None:
    for page in papers[name]:
        assert page.text
        assert min(word.left for word in page.text) >= LEFT / POINT - 1
        assert max(word.right for word in page.text) <= (WIDTH - RIGHT) / POINT + 1
        assert max(word.bottom for word in page.text) <= (HEIGHT - BOTTOM) / POINT + 1


def test_the_minutes_have_three_pages_and_the_head_of_the_table_on_each_it_reaches(
    papers: dict[str, list[Page]],
) -> None:
    pages = papers["minutes"]
    assert len(pages) == 3
    for page in pages:
        rows = any("TJ-2026-" in line for line in page.lines)
        assert ("序号事项编号事由承办单位期限" in page.lines) == rows
    assert pages[-1].lines[-4:-1] == ("柳树街道综治中心", "2026年11月25日", "（此件公开发布）")
