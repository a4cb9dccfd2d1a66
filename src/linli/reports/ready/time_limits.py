"""Time limits: of the steps taken, how many within their limit, step by step and unit by unit."""

from linli.ground.text import msg
from linli.reports.report import (
    BEFORE,
    CODES,
    LINES,
    UNITS,
    YEAR_BEFORE,
    Change,
    Column,
    Line,
    Of,
    Report,
    Rows,
    Section,
    Sentence,
    register,
)

IN_TIME = msg("Within the limit")
LEFT_OUT = msg("Steps that a list from outside tells are not counted here.")
"""So a month whose matters all came in by lists has no rows: whoever reads it has to see why."""


def _kept(kind: str) -> tuple[Column, ...]:
    steps, rate = f"{kind}.steps", f"{kind}.steps_in_time"
    return (
        Column(msg("Steps taken here"), Of(steps)),
        Column(IN_TIME, Of(rate)),
        Column(msg("Year on year"), Change(Of(rate), Of(rate, window=YEAR_BEFORE))),
        Column(msg("On the period before"), Change(Of(rate), Of(rate, window=BEFORE))),
    )


def _by_step(kind: str, word: str) -> Section:
    return Section(
        name=f"{kind}_steps",
        word=word,
        head=msg("Step"),
        rows=Rows(CODES, kind=kind, facet="step"),
        columns=_kept(kind),
        kinds=(kind,),
        note=LEFT_OUT,
    )


REPORT = register(
    Report(
        name="time-limits",
        word=msg("Time limits kept, step by step"),
        question=msg("Of the steps that were taken here in the period, how many were taken within their limit?"),
        kinds=("request",),
        order=51,
        sections=(
            _by_step("request", msg("Steps of requests")),
            _by_step("dispute", msg("Steps of disputes")),
            _by_step("case", msg("Steps of cases")),
            Section("units", msg("Requests, by unit"), msg("Unit"), Rows(UNITS), _kept("request"), note=LEFT_OUT),
            Section(
                name="times",
                word=msg("How long a unit holds a matter (days)"),
                head=msg("Kind"),
                rows=Rows(
                    LINES,
                    given=(
                        Line(msg("Requests: median"), indicator="request.held_median"),
                        Line(msg("Requests: 90th percentile"), indicator="request.held_p90"),
                        Line(msg("Disputes: median"), indicator="dispute.held_median"),
                        Line(msg("Disputes: 90th percentile"), indicator="dispute.held_p90"),
                        Line(msg("Cases: median"), indicator="case.held_median"),
                        Line(msg("Cases: 90th percentile"), indicator="case.held_p90"),
                    ),
                ),
                columns=(
                    Column(msg("This period"), Of()),
                    Column(msg("Same period last year"), Of(window=YEAR_BEFORE)),
                    Column(msg("Period before"), Of(window=BEFORE)),
                ),
                total=False,
            ),
        ),
        sentences=(
            Sentence(
                msg(
                    "In {period} {steps} steps of requests with a limit were taken in {unit}, {rate} of them within it."
                ),
                {"steps": Of("request.steps"), "rate": Of("request.steps_in_time")},
            ),
        ),
    )
)
