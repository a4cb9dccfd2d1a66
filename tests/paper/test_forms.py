"""Forms stand box by box, and papers bound together keep their pages and their names for the contents."""

from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document

from linli.paper.bundle import LAST
from linli.paper.grid import Box, Grid, Row, filling, signing
from linli.paper.letter import Letter, Paragraph
from linli.paper.page import TEXT_WIDTH
from tests.paper.forms import COVER, FORM, LEAVES, file
from tests.paper.reading import W, letter_of, opened, part, values


@pytest.fixture(scope="module")
def bundle() -> Document:
    return docx.Document(BytesIO(file()))


@pytest.fixture(scope="module")
def body() -> ElementTree.Element:
    with ZipFile(BytesIO(file())) as parts:
        return ElementTree.fromstring(parts.read("word/document.xml"))


def test_a_form_has_its_boxes_where_they_were_put() -> None:
    table = opened(letter_of(FORM)).tables[0]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["当事人", "甲方", "周桂兰"],
        ["当事人", "乙方", "孙大勇"],
        ["事由", "阳台渗水", "阳台渗水"],
    ]


def test_a_form_fills_the_width_and_each_row_spans_all_of_it() -> None:
    rows = list(part(letter_of(FORM), "word/document.xml").iter(f"{W}tr"))
    for row in rows:
        assert sum(int(width) for width in values(row, "tcW", key="w")) == TEXT_WIDTH


def test_what_is_known_stands_on_its_line_and_a_line_is_ruled_only_below() -> None:
    form = letter_of(filling(("姓名", "周桂兰"), ("联系方式", "")))
    assert [cell.text for cell in opened(form).tables[0].rows[0].cells] == ["姓名", "周桂兰", "联系方式", ""]
    edges = part(form, "word/document.xml").iter(f"{W}tcBorders")
    assert [[side.tag.removeprefix(W) for side in edge] for edge in edges] == [["bottom"], ["bottom"]]


def test_each_signature_has_a_row_of_its_own_that_is_not_broken() -> None:
    rows = list(part(letter_of(signing(("甲方：", "乙方："))), "word/document.xml").iter(f"{W}tr"))
    assert [row.find(f".//{W}cantSplit") is not None for row in rows] == [True, True]


def test_a_line_of_a_box_is_a_paragraph_of_its_own() -> None:
    table = opened(letter_of(Grid((1,), (Row((Box("一\n二"),), whole=False),)))).tables[0]
    assert [one.text for one in table.rows[0].cells[0].paragraphs] == ["一", "二"]


@pytest.mark.parametrize("boxes", [(), (Box(),), (Box(span=3),)])
def test_a_row_that_does_not_fit_its_form_is_refused(boxes: tuple[Box, ...]) -> None:
    with pytest.raises(ValueError, match=r"Row 1 spans . columns; the form has 2"):
        Grid((1, 1), (Row(boxes),))


@pytest.mark.parametrize("told", [{"edge": "left"}, {"down": "up"}, {"span": 0}])
def test_a_box_of_no_known_sort_is_refused(told: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="A box spans"):
        Box(**told)  # type: ignore[arg-type]


def test_signatures_never_stand_alone_on_a_page_but_stay_with_the_line_before_them() -> None:
    told = Letter("题", body=(Paragraph("一"), Paragraph("二\n三"), Grid((1,), (Row((Box(""),)),), together=True)))
    lines = [line for line in opened(told).paragraphs if line.text in ("一", "二", "三")]
    assert [bool(line.paragraph_format.keep_with_next) for line in lines] == [False, False, True]
    loose = Letter("题", body=(Paragraph("一"), Grid((1,), (Row((Box(""),)),))))
    assert not opened(loose).paragraphs[1].paragraph_format.keep_with_next


def test_a_cover_prints_no_title_of_its_own_but_the_file_has_one() -> None:
    assert [one.text for one in opened(COVER).paragraphs if one.text] == []
    assert opened(COVER).core_properties.title == "卷宗"


def test_a_bundle_has_a_section_for_the_pages_that_count_and_others_for_those_that_do_not(bundle: Document) -> None:
    assert len(bundle.sections) == 3
    told = [section.footer.paragraphs[0].text for section in bundle.sections]
    assert ["—" in one for one in told] == [False, True, False]


def test_each_part_begins_a_page_and_bears_the_mark_that_the_contents_name(body: ElementTree.Element) -> None:
    asked = [one.text.split()[1] for one in body.iter(f"{W}instrText") if one.text]
    there = values(body, "bookmarkStart", key="name")
    assert asked == ["part1", "part2", "part3", f"part{LAST}"]
    assert there == asked
    assert len(list(body.iter(f"{W}pageBreakBefore"))) == len(LEAVES) - 3 + 1


def test_a_bundle_asks_to_have_its_pages_counted_and_a_letter_does_not() -> None:
    with ZipFile(BytesIO(file())) as parts:
        assert b"updateFields" in parts.read("word/settings.xml")
    assert values(part(Letter("题"), "word/settings.xml"), "updateFields") == []


def test_the_same_leaves_give_the_same_bytes() -> None:
    assert file() == file()


def test_a_letter_can_be_bound_that_begins_with_a_form() -> None:
    assert opened(Letter("题", untitled=True, body=(FORM, Paragraph("正文")))).paragraphs[-1].text == "正文"


def test_the_text_of_a_form_is_small_and_what_leads_it_stays_with_it() -> None:
    leads, text, plain = opened(
        letter_of(Paragraph("事由：", small=True, leads=True), Paragraph("渗水", small=True), Paragraph("正文"))
    ).paragraphs[1:]
    styles = [one.style.style_id for one in (leads, text, plain) if one.style]
    assert styles == ["TextLead", "Text", "Body"]
    assert [one.paragraph_format.keep_with_next for one in (leads, text)] == [True, None]
