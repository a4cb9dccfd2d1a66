"""Columns and sentences that many reports share: compared with other periods, and what came of what was opened."""

from collections.abc import Mapping

from linli.ground.text import msg
from linli.reports.report import BEFORE, YEAR_BEFORE, Change, Column, Of, Told, Where

CAME = msg("What came of it")


def moved(indicator: str, *, where: Where | None = None) -> Mapping[str, Told]:
    """For a sentence: {now}, and how it stands to the year before {year} and to the period before {before}."""
    now = Of(indicator, where or {})
    return {
        "now": now,
        "year": Change(now, Of(indicator, where or {}, YEAR_BEFORE)),
        "before": Change(now, Of(indicator, where or {}, BEFORE)),
    }


def flow(kind: str) -> tuple[Column, ...]:
    """Closed in the period; in hand and overdue on its last evening."""
    return (
        Column(msg("Closed"), Of(f"{kind}.closed"), CAME),
        Column(msg("In hand at the end"), Of(f"{kind}.in_hand"), CAME),
        Column(msg("Overdue at the end"), Of(f"{kind}.overdue"), CAME),
    )


def settled(*, where: Where | None = None, under: str = "") -> tuple[Column, ...]:
    """Of the disputes taken on in the period those that are settled by now, and what share they are."""
    settlement = "dispute.settlement"
    return (
        Column(msg("Taken on"), Of("dispute.accepted", where or {}), under),
        Column(msg("Settled of them"), Of(settlement, where or {}, numerator=True), under),
        Column(msg("Settlement rate"), Of(settlement, where or {}), under),
    )
