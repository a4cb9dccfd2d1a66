"""The periods that a form looks at, seen from the month it is filled for."""

from linli.paper.form.binding import PERIODS, TURNS
from linli.reports.turning_back import FROM
from linli.tally.periods import period_named


def test_every_period_is_seen_from_the_month_of_the_report() -> None:
    seen = {name: look(period_named("2026-05")) for name, look in FROM.items()}
    assert {name: f"{one.first} {one.last}" for name, one in seen.items() if one} == {
        "this": "2026-05-01 2026-05-31",
        "before": "2026-04-01 2026-04-30",
        "year_before": "2025-05-01 2025-05-31",
        "year_to_date": "2026-01-01 2026-05-31",
        "year_to_date_lately": "2026-01-01 2026-04-30",
        "year_to_date_before": "2025-01-01 2025-05-31",
        "quarter": "2026-04-01 2026-05-31",
        "half": "2026-01-01 2026-05-31",
        "whole_year": "2026-01-01 2026-12-31",
        "whole_year_before": "2025-01-01 2025-12-31",
    }


def test_every_period_that_can_be_bound_or_said_by_a_head_is_known() -> None:
    assert FROM.keys() == PERIODS.keys()
    assert {turn.partition("/")[0] for turn in TURNS} <= PERIODS.keys()
