"""A description that cannot be set is refused where it is made; headings are counted."""

import pytest

from linli.paper.letter import Heading, Paragraph, Table, numbered
from linli.paper.tables import columns


def test_headings_count_and_a_higher_one_begins_the_lower_anew() -> None:
    levels = (1, 2, 2, 3, 4, 4, 3, 1, 2)
    told = numbered([Heading(level, "题") for level in levels])
    assert [block.text for block in told if isinstance(block, Heading)] == [
        "一、题", "（一）题", "（二）题", "1.题", "（1）题", "（2）题", "2.题", "二、题", "（一）题",
    ]  # fmt: skip


def test_what_is_no_heading_is_left_as_it_is() -> None:
    assert numbered((Paragraph("一"),)) == (Paragraph("一"),)


@pytest.mark.parametrize("level", [0, 5])
def test_there_is_no_heading_beyond_four_levels(level: int) -> None:
    with pytest.raises(ValueError, match="from 1 to 4"):
        Heading(level, "题")


def test_a_table_whose_rows_do_not_fit_its_head_is_refused() -> None:
    assert Table(("a", "b"), (("1", "2"),), widths=(1, 2)).caption == ""
    with pytest.raises(ValueError, match="Row 2 has 1 cells; the head has 2"):
        Table(("a", "b"), (("1", "2"), ("3",)))
    with pytest.raises(ValueError, match="one width for each column"):
        Table(("a", "b"), (), widths=(1, 0))
    with pytest.raises(ValueError, match="at least one column"):
        Table((), ())


def test_a_column_too_narrow_for_a_character_is_refused() -> None:
    with pytest.raises(ValueError, match="Column 2 is too narrow"):
        columns((100, 1))
