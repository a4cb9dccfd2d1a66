"""Hot and lingering issues: places where many asked for the same, or asked again soon after it was closed."""

from linli.ground.text import msg
from linli.reports.report import (
    BEFORE,
    HOT,
    LATELY,
    LINGERING,
    YEAR_BEFORE,
    Column,
    Of,
    Report,
    Rows,
    Section,
    register,
)

OPENED, CLOSED, LEAST = "request.opened", "request.closed", 3

REPORT = register(
    Report(
        name="hot-lingering",
        word=msg("Hot and lingering issues"),
        question=msg("Where did many ask for the same, and where did it come back soon after it was closed?"),
        kinds=("request",),
        order=81,
        sections=(
            Section(
                name="hot",
                word=msg("Hot: at least 3 requests of one category in one cell"),
                head=msg("Grid cell and category"),
                rows=Rows(HOT, kind="request", least=LEAST),
                columns=(
                    Column(msg("Received"), Of(OPENED)),
                    Column(msg("Period before"), Of(OPENED, window=BEFORE)),
                    Column(msg("Same period last year"), Of(OPENED, window=YEAR_BEFORE)),
                    Column(msg("In hand at the end"), Of("request.in_hand")),
                    Column(msg("Overdue at the end"), Of("request.overdue")),
                ),
                total=False,
                note=msg(
                    "Places and categories alone are looked at, never who asked, in the order of the cells; at most "
                    "200 of them, those with the most requests."
                ),
            ),
            Section(
                name="lingering",
                word=msg("Lingering: back within 30 days after closing"),
                head=msg("Grid cell and category"),
                rows=Rows(LINGERING, kind="request"),
                columns=(
                    Column(msg("Received"), Of(OPENED)),
                    Column(msg("Closed, from 30 days before on"), Of(CLOSED, window=LATELY)),
                    Column(msg("In hand at the end"), Of("request.in_hand")),
                ),
                total=False,
                note=msg(
                    "Listed is a cell in which a request was received in the period within 30 days after another one "
                    "of the same category had been closed there; at most 200 of them, those where it happened most."
                ),
            ),
        ),
    )
)
