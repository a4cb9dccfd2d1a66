"""The parts beside the text: fonts, styles, page numbers, and an archive without a date of its own."""

from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from linli.paper.document import docx
from linli.paper.letter import Listed
from linli.paper.styles import STYLES
from tests.paper.minutes import MINUTES
from tests.paper.reading import W, letter_of, part, values


def style(key: str) -> ElementTree.Element:
    return next(one for one in part(MINUTES, "word/styles.xml") if one.get(f"{W}styleId") == key)


@pytest.mark.parametrize(
    ("key", "font", "half_points"),
    [
        ("Title", "方正小标宋简体", "44"),
        ("Heading1", "黑体", ""),
        ("Heading2", "楷体", ""),
        ("Heading3", "仿宋", ""),
        ("Heading4", "仿宋", ""),
        ("Caption", "黑体", "28"),
        ("Footer", "宋体", "28"),
    ],
)
def test_each_part_of_the_paper_has_its_font_and_size(key: str, font: str, half_points: str) -> None:
    assert values(style(key), "rFonts", key="eastAsia") == [font]
    assert values(style(key), "sz") == ([half_points] if half_points else [])


def test_the_text_is_fangsong_of_size_three_with_latin_in_times() -> None:
    defaults = part(MINUTES, "word/styles.xml")[0]
    assert values(defaults, "rFonts", key="eastAsia") == ["仿宋"]
    assert values(defaults, "rFonts", key="ascii") == ["Times New Roman"]
    assert values(defaults, "sz") == ["32"]


def test_paragraphs_begin_two_characters_in() -> None:
    assert values(style("Body"), "ind", key="firstLineChars") == ["200"]
    assert values(style("Recipients"), "ind", key="firstLineChars") == []


def test_the_organ_is_red() -> None:
    assert values(style("Organ"), "color") == ["FF0000"]


def test_every_style_that_is_used_is_there() -> None:
    used = set(values(part(MINUTES, "word/document.xml"), "pStyle"))
    assert used <= {one.key for one in STYLES}
    assert {"Organ", "Number", "Title", "Body", "Cell", "Head", "Middle"} <= used


@pytest.mark.parametrize(("name", "side", "indent"), [("odd", "right", "rightChars"), ("even", "left", "leftChars")])
def test_the_page_number_stands_outside_between_dashes(name: str, side: str, indent: str) -> None:
    footer = part(MINUTES, f"word/{name}.xml")
    assert "".join(footer.itertext()) == "— 1 —"
    assert values(footer, "fldSimple", key="instr") == [" PAGE "]
    assert values(footer, "jc") == [side]
    assert values(footer, "ind", key=indent) == ["100"]


def test_odd_and_even_pages_differ() -> None:
    assert part(MINUTES, "word/settings.xml").find(f"{W}evenAndOddHeaders") is not None
    section = part(MINUTES, "word/document.xml")
    assert values(section, "footerReference", key="type") == ["default", "even"]


def test_the_archive_has_no_date_of_its_own_and_no_empty_part() -> None:
    with ZipFile(BytesIO(docx(MINUTES))) as file:
        assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert all(entry.file_size for entry in file.infolist())
        assert file.testzip() is None


def test_a_label_is_black_where_it_is_to_stand_out_and_its_items_hang_behind_it() -> None:
    for strong, styles in ((True, ["Strong"]), (False, [])):
        body = part(letter_of(Listed("出席", ("甲", "乙"), strong=strong)), "word/document.xml")
        assert values(body, "rStyle") == styles
        assert values(body, "ind", key="hangingChars")[:2] == ["300", ""]
        assert values(body, "ind", key="leftChars") == ["500", "500"]
