"""Rows of a list that bear a number which is here already, or stands earlier in the list: what a list may still say."""

import pytest
from django.utils.translation import override

from linli.matters.command import NOT_IN_THIS_STAGE
from tests.kinds.request.outside import CLOSED, row, taken
from tests.town import NEXT_MONDAY, Town

pytestmark = pytest.mark.django_db


def test_a_matter_that_is_over_is_told_to_be_so_where_a_list_changes_it_no_more(town: Town) -> None:
    taken(town, [row(1, **CLOSED)])
    with override("zh-hans"):
        [wrong] = taken(town, [row(1, **CLOSED, category="noise")], digest="b", at=NEXT_MONDAY)[-1].wrong
    told = str(wrong.wrong)
    assert "该编号的事项已到“办结”，清单不能再改动其中这一项。" in told
    assert "刷新" not in told
    assert NOT_IN_THIS_STAGE not in told
