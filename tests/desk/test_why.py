"""Why this colour: the row that decided comes first, the whole table is folded, and what comes by itself is told."""

from datetime import timedelta

from django.utils import timezone

from tests.desk.conftest import Desk, page
from tests.pebble.commands import carry, warn
from tests.pebble.rules import RULES
from tests.town import TUESDAY, Town, pebble, said


def test_the_deciding_row_comes_first_and_all_rows_are_folded(town: Town, desk: Desk) -> None:
    matter = said(warn, pebble(town), by=town.mei, at=TUESDAY)
    shown = page(desk(town.mei), f"/m/{matter.number}/")
    first, whole = shown[shown.index("为什么是这个颜色") :].split("整张表", 1)
    assert first.count('class="wins"') == first.count("<li") == 1
    table = whole[: whole.index("</details>")]
    assert table.count("<li") == len(RULES)
    assert table.count("由此行决定") == 1


def test_where_the_colour_stays_the_reason_is_said_to_change(town: Town, desk: Desk) -> None:
    now = timezone.now()
    matter = pebble(town, at=now)
    still = page(desk(town.he), f"/m/{matter.number}/")
    on_its_way = said(carry, matter, by=town.he, at=now)
    assert "若不处理" not in still
    assert "若不处理，颜色不变" in page(desk(town.he), f"/m/{on_its_way.number}/")
    late = said(carry, pebble(town, at=now - timedelta(days=20)), by=town.he, at=now - timedelta(days=20))
    assert "若不处理" not in page(desk(town.he), f"/m/{late.number}/")
