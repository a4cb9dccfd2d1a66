"""Tables fill the text, repeat their head and keep their rows whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.paper.letter import Table
from linli.paper.page import TEXT_WIDTH
from linli.paper.tables import columns, lines
from tests.paper.minutes import LIST
from tests.paper.reading import W, letter_of, opened, part, values


def test_every_cell_is_where_it_was_given() -> None:
    table = opened(letter_of(LIST)).tables[0]
    assert [tuple(cell.text for cell in row.cells) for row in table.rows] == [LIST.head, *LIST.rows]


@given(st.lists(st.floats(1, 4), min_size=1, max_size=5))
def test_the_columns_fill_the_text_exactly_and_keep_their_proportion(widths: list[float]) -> None:
    across = columns(widths)
    assert sum(across) == TEXT_WIDTH
    for one, twips in zip(widths, across, strict=True):
        assert twips == pytest.approx(TEXT_WIDTH * one / sum(widths), abs=1)


def test_the_head_is_repeated_and_rows_stay_whole() -> None:
    rows = list(part(letter_of(LIST), "word/document.xml").iter(f"{W}tr"))
    assert [row.find(f".//{W}tblHeader") is not None for row in rows] == [True] + [False] * 25
    assert all(row.find(f".//{W}cantSplit") is not None for row in rows)


def test_a_row_taller_than_a_page_may_be_split() -> None:
    rows = list(part(letter_of(Table(("题",), (("长" * 3000,), ("短",)))), "word/document.xml").iter(f"{W}tr"))
    assert [row.find(f".//{W}cantSplit") is not None for row in rows] == [True, False, True]


def test_the_layout_is_fixed_so_that_no_word_widens_a_column() -> None:
    body = part(letter_of(LIST), "word/document.xml")
    assert values(body, "tblLayout", key="type") == ["fixed"]
    assert values(body, "tblW", key="w") == [str(TEXT_WIDTH)]
    assert sum(map(int, values(body, "gridCol", key="w"))) == TEXT_WIDTH


def test_columns_of_one_line_are_centred_and_others_begin_at_the_left() -> None:
    body = part(letter_of(Table(("甲", "乙"), (("1", "长" * 40), ("2", "短")))), "word/document.xml")
    styles = values(body, "pStyle")
    assert styles[1:-1] == ["Head", "Head", "Middle", "Cell", "Middle", "Cell"]


def test_two_tables_in_a_row_stay_two() -> None:
    assert len(opened(letter_of(LIST, LIST)).tables) == 2


@pytest.mark.parametrize(("text", "high"), [("", 1), ("一二三", 1), ("一二三四", 2), ("一\n二", 2), ("a" * 7, 2)])
def test_lines_are_counted_by_what_fits(text: str, high: int) -> None:
    assert lines(text, room=3 * 240 + 160) == high
