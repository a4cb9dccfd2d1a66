"""The page has the measures of GB/T 9704-2012."""

from linli.paper.page import CHARACTERS, CLOSER, LINE, LINES, TEXT_HEIGHT, TEXT_WIDTH, twips
from tests.paper.reading import letter_of, opened, part, values

LETTER = letter_of()


def test_the_text_area_is_156_by_225_millimetres() -> None:
    assert abs(TEXT_WIDTH - twips(156)) <= 2
    assert abs(TEXT_HEIGHT - twips(225)) <= 2


def test_twenty_two_lines_fit_and_not_twenty_three() -> None:
    assert LINES * LINE <= TEXT_HEIGHT < (LINES + 1) * LINE


def test_twenty_eight_characters_fit_and_leave_less_than_a_tenth_of_one() -> None:
    advance = 16 * 20 + CLOSER
    assert 0 <= TEXT_WIDTH - CHARACTERS * advance < advance / 10


def test_the_file_says_a4_and_the_margins() -> None:
    section = opened(LETTER).sections[0]
    margins = (section.top_margin, section.left_margin, section.bottom_margin, section.right_margin)
    told = (section.page_width, section.page_height, *margins)
    assert [round(length.mm) for length in told if length is not None] == [210, 297, 37, 28, 35, 26]


def test_the_grid_of_lines_is_in_the_section() -> None:
    body = part(LETTER, "word/document.xml")
    assert values(body, "docGrid", key="linePitch") == [str(LINE)]
    assert values(body, "docGrid", key="type") == ["lines"]


def test_nothing_in_the_text_style_takes_a_page_off_its_lines() -> None:
    normal = next(style for style in part(LETTER, "word/styles.xml") if style.get(f"{style.tag[:-5]}default") == "1")
    off = ("widowControl", "overflowPunct", "autoSpaceDE", "autoSpaceDN")
    assert [values(normal, tag) for tag in off] == [["0"]] * len(off)
    assert values(normal, "kinsoku") == ["1"]
    assert values(normal, "spacing") == [str(CLOSER)]
