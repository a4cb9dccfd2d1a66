"""Requests by channel: by which way they came in, and of what sort they are."""

from linli.ground.text import msg
from linli.reports.columns import flow, moved
from linli.reports.report import CODES, Chart, Report, Rows, Section, Sentence, compared, register

OPENED = "request.opened"

REPORT = register(
    Report(
        name="request-channel",
        word=msg("Requests by channel"),
        question=msg("By which ways did requests come in, and of what sort are they?"),
        kinds=("request",),
        order=42,
        sections=(
            Section(
                name="channels",
                word=msg("By channel"),
                head=msg("Channel"),
                rows=Rows(CODES, kind="request", facet="origin"),
                columns=(*compared(OPENED, under=msg("Received")), *flow("request")),
                chart=Chart((0, 1)),
            ),
            Section(
                name="sorts",
                word=msg("By sort"),
                head=msg("Sort"),
                rows=Rows(CODES, kind="request", facet="sort"),
                columns=(*compared(OPENED, under=msg("Received")), *flow("request")),
                chart=Chart((0, 1)),
            ),
        ),
        sentences=(
            Sentence(
                msg("In {period} {unit} received {now} requests: year on year {year}, on the period before {before}."),
                moved(OPENED),
            ),
        ),
    )
)
