"""Requests by category: what residents asked for, what was closed of it, what is in hand and overdue."""

from linli.ground.text import msg
from linli.reports.columns import flow, moved
from linli.reports.report import (
    CATEGORIES,
    LINES,
    Chart,
    Line,
    Report,
    Rows,
    Section,
    Sentence,
    compared,
    register,
    to_date,
)

OPENED = "request.opened"
LOAD = (
    Line(msg("Orders, repeats counted once"), indicator="request.orders"),
    Line(msg("Times it was asked for"), indicator="request.demand"),
    Line(msg("Repeat merged into another order"), indicator="request.merged"),
)

REPORT = register(
    Report(
        name="request-category",
        word=msg("Requests by category"),
        question=msg("What did residents ask for, and what came of it, category by category?"),
        kinds=("request",),
        order=40,
        sections=(
            Section(
                name="categories",
                word=msg("By category"),
                head=msg("Category"),
                rows=Rows(CATEGORIES, kind="request"),
                columns=(*compared(OPENED, under=msg("Received")), *flow("request")),
                chart=Chart((0, 1)),
            ),
            Section(
                name="demand",
                word=msg("Load and demand"),
                head=msg("Indicator"),
                rows=Rows(LINES, given=LOAD),
                columns=compared(),
                total=False,
                note=msg("What goes with another order is one order, and was asked for as often as it came in."),
            ),
            Section(
                name="year",
                word=msg("Year to date, by category"),
                head=msg("Category"),
                rows=Rows(CATEGORIES, kind="request"),
                columns=to_date(OPENED, under=msg("Received")),
            ),
        ),
        sentences=(
            Sentence(
                msg(
                    "In {period} {unit} received {now} requests: year on year {year}, on the period before {before}. "
                    "{closed} requests were closed."
                ),
                {**moved(OPENED), **{"closed": moved("request.closed")["now"]}},
            ),
        ),
    )
)
