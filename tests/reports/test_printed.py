"""A report as it is printed: every figure equals the list that it offers, totals are sums, and changes are exact."""

from collections.abc import Sequence
from contextlib import nullcontext
from typing import Any

import pytest

from linli.ground.clock import parse_moment
from linli.reports.making import DoesNotAddUp, make
from linli.tally.asking import Figures, Group, Scope, ask, catch_up
from linli.tally.periods import Period
from tests.pebble import commands
from tests.reports.stones import AT, MARCH, STONES, disagreeing, found, printed, scattered, section, texts
from tests.town import MONDAY, Town, pebble, said

pytestmark = pytest.mark.django_db
PERIODS = ("2026-03", "2026-03-03", "2026-W10", "2026-Q1", "2026", "year-to:2026-03-05", "2025-03")


def test_every_figure_equals_the_list_that_it_offers_and_totals_are_sums(town: Town) -> None:
    scattered(town)
    for told in (printed(town, period=period) for period in PERIODS):
        assert disagreeing(told) == []
        for one in told.sections:
            for place, cell in enumerate(one.total.cells if one.total else ()):
                if cell.sort == "figure":
                    assert int(cell.text or 0) == sum(int(row.cells[place].text or 0) for row in one.rows)


def test_four_after_one_a_year_ago_and_two_the_month_before(town: Town) -> None:
    scattered(town)
    told = printed(town)
    units = section(told, "units")
    assert texts(units)["合计"][:5] == ["4", "1", "+300.0 %", "2", "+100.0 %"]
    assert told.narrative == ("柳树街道捡到 4 颗，同比 +300.0 %，环比 +100.0 %。",)
    assert units.labels == ("北社区", "南社区")
    assert [one.values for one in units.series] == [(3, 1), (1, 0)]
    assert texts(section(told, "shares")) == {"北社区": ["33.3 %"], "南社区": ["100.0 %"], "合计": ["50.0 %"]}


def test_nothing_is_nought_a_base_of_nought_is_a_dash_and_what_lies_before_the_ledger_is_left_blank(town: Town) -> None:
    scattered(town)
    day = printed(town, period="2026-03-02")
    assert texts(section(day, "units"))["南社区"][0] == "0"
    assert [row[0] for row in texts(section(day, "sizes")).values()] == ["1", "0", "1"]
    assert texts(section(printed(town, period="2026-04"), "units"))["合计"][1:3] == ["0", "–"]
    first = section(printed(town, period="2025-03"), "lines").rows[0]
    assert [cell.text for cell in first.cells[:5]] == ["1", "", "", "", ""]


def test_what_records_cover_only_in_part_is_counted_but_not_compared_with_and_it_is_said_why(town: Town) -> None:
    found(town, at=parse_moment("2026-02-17T09:00"), unit=town.north, by=town.mei, size="small")
    found(town, at=parse_moment("2026-03-03T09:00"), unit=town.north, by=town.mei, size="small")
    told = printed(town)
    units = section(told, "units")
    assert texts(units)["合计"][:5] == ["1", "", "", "1", "–"]
    assert "2026-02-17" in units.note
    assert "2026-02-17" not in section(told, "shares").note
    assert "环比 –" in told.narrative[0]
    assert told.narrative[-1] in units.note
    assert texts(section(printed(town, period="2026-04"), "units"))["合计"][3:5] == ["1", "-100.0 %"]
    assert disagreeing(told) == []


def test_of_a_period_that_still_runs_nothing_is_overdue_before_it_is(town: Town) -> None:
    """The deadline is Monday the 9th: the figure of the month says how it stands today, not on its last evening."""
    said(commands.carry, pebble(town), by=town.wang, at=MONDAY)
    told = {}
    for day in ("2026-03-06", "2026-03-09", "2026-04-01"):
        march = printed(town, at=parse_moment(f"{day}T20:00"))
        told[day] = texts(section(march, "units"))["合计"][-2:]
        assert disagreeing(march) == []
    assert told == {"2026-03-06": ["1", "0"], "2026-03-09": ["1", "1"], "2026-04-01": ["1", "1"]}


@pytest.mark.parametrize("times", [1, 9])
def test_what_is_counted_between_two_questions_is_asked_again_and_never_printed(town: Town, times: int) -> None:
    """As when another beat of the heart comes after the parts were asked for, and before the whole."""
    scattered(town)
    came: list[Group] = []

    def asked(names: Sequence[str], scope: Scope, period: Period, **more: Any) -> Figures:
        told = ask(names, scope, period, **more)
        if more["by"] == ("unit",) and len(came) < times:
            came.append(more["by"])
            found(town, at=parse_moment("2026-03-04T09:00"), unit=town.north, by=town.mei, size="big")
            assert catch_up()
        return told

    with pytest.raises(DoesNotAddUp) if times > 1 else nullcontext():
        told = make(STONES, town.street, MARCH, at=AT, ask=asked)
        assert texts(section(told, "units"))["合计"][0] == "5"
