"""Requests by unit: what each unit has received, closed, returned, and has in hand; like units side by side."""

from linli.ground.text import msg
from linli.reports.columns import flow, moved
from linli.reports.report import UNITS, Chart, Column, Of, Report, Rows, Section, Sentence, compared, register

OPENED = "request.opened"

REPORT = register(
    Report(
        name="request-unit",
        word=msg("Requests by unit"),
        question=msg("Which requests did the units below receive, close, return and still have in hand?"),
        kinds=("request",),
        order=41,
        sections=(
            Section(
                name="units",
                word=msg("By unit"),
                head=msg("Unit"),
                rows=Rows(UNITS),
                columns=(
                    *compared(OPENED, under=msg("Received")),
                    *flow("request"),
                    Column(msg("Returned"), Of("request.returned")),
                    Column(msg("Time held, median (days)"), Of("request.held_median")),
                ),
                chart=Chart((0, 5)),
                note=msg(
                    "A request stands at the unit that answers for it today, a return at the unit that gave it back."
                ),
            ),
        ),
        sentences=(
            Sentence(
                msg("In {period} {unit} received {now} requests, closed {closed} and returned {returned}."),
                {"now": Of(OPENED), "closed": Of("request.closed"), "returned": Of("request.returned")},
            ),
            Sentence(msg("The requests received: year on year {year}, on the period before {before}."), moved(OPENED)),
        ),
    )
)
