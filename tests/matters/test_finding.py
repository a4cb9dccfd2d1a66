"""Search: whoever may see a matter finds it by any stretch of its text, and by nobody's name or number."""

import random

import pytest

from linli.ground.searching import folded
from linli.matters.asking import Listing
from linli.matters.indexing import Row, index_many
from linli.matters.queries import page
from linli.matters.searchable import signs_of
from linli.policy.calendar import calendar
from linli.staff.models import User
from tests.town import FRIDAY, Town, pebble, viewing

pytestmark = pytest.mark.django_db

PIECES = ("漏水", "水管", "水", "管道", "停", "停车", "3号", "号楼", "，", " ", "ab", "Ａ", "-")


def found(q: str, who: User, **more: object) -> set[str]:
    rows = page(Listing(q=q, state="all", **more), viewing(who), at=FRIDAY, calendar=calendar())  # type: ignore[arg-type]
    assert rows.total == len(rows.rows)
    return {row.number for row in rows.rows}


def test_search_finds_exactly_the_texts_that_hold_the_words(town: Town) -> None:
    chance = random.Random(7)
    matters = [pebble(town) for _place in range(12)]
    texts = {one.number: folded("".join(chance.choices(PIECES, k=9))) for one in matters}
    index_many(Row(one.pk, signs_of(one), texts[one.number]) for one in matters)
    for _turn in range(60):
        asked = "".join(chance.choices([piece for piece in PIECES if piece not in "， "], k=chance.randint(1, 3)))
        if asked.strip("-"):
            wanted = {number for number, text in texts.items() if folded(asked) in text}
            assert found(asked, town.mei) == wanted, asked
            assert found(asked, town.chen, kind="pebble") == wanted, asked
            assert found(asked, town.lei, sort="number") == wanted, asked
