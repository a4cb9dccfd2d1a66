"""Head, title, body and signature stand where GB/T 9704-2012 puts them."""

from datetime import date

import pytest

from linli.paper.document import docx, flow, mark_size, signature_indents
from linli.paper.letter import Letter, PageBreak, Paragraph, Table
from linli.paper.numerals import day, width
from tests.paper.minutes import HEARD, MINUTES
from tests.paper.reading import opened, part, values

DATE = date(2026, 11, 25)


def styles_and_texts(letter: Letter) -> list[tuple[str, str]]:
    told = []
    for paragraph in opened(letter).paragraphs:
        assert paragraph.style is not None
        told.append((str(paragraph.style.style_id), paragraph.text))
    return told


def test_the_minutes_stand_in_their_order() -> None:
    told = styles_and_texts(MINUTES)
    assert told[:6] == [
        ("Organ", "柳树街道综治中心会议纪要"),
        ("Number", "柳综治纪〔2026〕12号"),
        ("Title", "柳树街道综治中心2026年第12次\n矛盾纠纷研判会议纪要"),
        ("Recipients", "各社区居民委员会，街道各办、所、中心："),
        ("Body", HEARD),
        ("Heading1", "一、本周总体情况"),
    ]
    assert told[-5:-2] == [
        ("Listed", "出席：街道综治中心、司法所、柳树派出所负责人，北柳、南柳社区居民委员会主任"),
        ("Listed", "列席：人民调解委员会专职调解员"),
        ("Signed", "柳树街道综治中心"),
    ]
    assert told[-2:] == [("Signed", "2026年11月25日"), ("Body", "（此件公开发布）")]


def test_a_paper_without_an_organ_has_no_red_and_its_number_below_the_title() -> None:
    letter = Letter("关于回访的报告", number="柳综治〔2026〕31号", body=(Paragraph("正文"),))
    assert [style for style, _ in styles_and_texts(letter)] == ["Title", "Number", "Body"]
    assert values(part(letter, "word/document.xml"), "pBdr", key="val") == []


def test_a_red_line_as_wide_as_the_text_ends_the_head() -> None:
    for letter in (MINUTES, Letter("题", organ="柳树街道")):
        bottoms = list(part(letter, "word/document.xml").iterfind(".//{*}pPr/{*}pBdr/{*}bottom"))
        assert len(bottoms) == 1
        assert list(bottoms[0].attrib.values())[-1] == "FF0000"


@pytest.mark.parametrize(("organ", "size"), [("柳树街道", 48), ("柳树街道综治中心会议纪要", 36.5), ("街" * 40, 22)])
def test_the_mark_of_the_organ_is_as_large_as_fits_a_line(organ: str, size: float) -> None:
    assert mark_size(organ) == size


@pytest.mark.parametrize("signed", ["柳树街道", "柳树街道综治中心", "柳树街道社会治安综合治理中心调解委员会"])
def test_the_signature_is_centred_above_the_date_and_neither_leaves_the_text(signed: str) -> None:
    of_signed, of_date = signature_indents(signed, dated=DATE)
    assert of_signed + width(signed) / 2 == of_date + width(day(DATE)) / 2
    assert of_signed >= 0
    assert of_date >= 4


def test_a_date_alone_stands_four_characters_from_the_right() -> None:
    assert signature_indents("", dated=DATE) == (4, 4)


def test_the_last_line_of_the_body_stays_with_the_signature() -> None:
    last = opened(Letter("题", body=(Paragraph("甲"), Paragraph("乙")), signed="街道", dated=DATE)).paragraphs[-4:]
    assert [paragraph.paragraph_format.keep_with_next for paragraph in last] == [None, True, True, None]


def test_a_page_break_leaves_no_empty_line() -> None:
    letter = Letter("题", body=(PageBreak(), Paragraph("甲"), PageBreak(), PageBreak()), signed="街道")
    told = [(one.text, one.paragraph_format.page_break_before) for one in opened(letter).paragraphs]
    assert told == [("题", None), ("甲", True), ("街道", True)]


def test_a_page_can_begin_with_a_table() -> None:
    letter = Letter("题", body=(PageBreak(), Table(("甲",), ())))
    assert [one.paragraph_format.page_break_before for one in opened(letter).paragraphs] == [None, True, None]


def test_nothing_but_a_title_is_a_paper_too() -> None:
    assert len(flow(Letter("题"))) == 1
    assert styles_and_texts(Letter("题", signed="街道"))[-1] == ("Signed", "街道")


def test_the_same_letter_gives_the_same_bytes_and_one_date() -> None:
    assert docx(MINUTES) == docx(MINUTES)
    properties = opened(MINUTES).core_properties
    assert properties.created is not None
    assert properties.created.date() == DATE
    assert (properties.title, properties.author) == (MINUTES.title, MINUTES.signed)
