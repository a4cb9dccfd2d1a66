"""Grid activity: matters opened, closed and turned red, by unit and by grid cell. Of matters, never of people."""

from linli.ground.text import msg
from linli.reports.report import (
    CELLS,
    NOW,
    UNITS,
    YEAR_BEFORE,
    Change,
    Column,
    Of,
    Report,
    Rows,
    Section,
    Sentence,
    register,
)

KINDS = {"request": msg("Requests"), "dispute": msg("Disputes"), "case": msg("Cases")}
WORDS = {"opened": msg("Newly opened"), "closed": msg("Closed"), "turned_red": msg("Turned red")}


def _columns() -> tuple[Column, ...]:
    return tuple(
        Column(word, Of(f"{kind}.{name}"), under) for kind, under in KINDS.items() for name, word in WORDS.items()
    )


def _year(kind: str, word: str) -> Column:
    opened = f"{kind}.opened"
    return Column(
        word, Change(Of(opened, window=NOW), Of(opened, window=YEAR_BEFORE)), msg("Newly opened, year on year")
    )


REPORT = register(
    Report(
        name="grid-activity",
        word=msg("Grid activity"),
        question=msg("How many matters were opened, closed and turned red in each unit and each grid cell?"),
        kinds=(),
        order=80,
        sections=(
            Section(
                name="units",
                word=msg("By unit"),
                head=msg("Unit"),
                rows=Rows(UNITS),
                columns=(*_columns(), *(_year(kind, word) for kind, word in KINDS.items())),
                note=msg("A matter stands at the unit that answers for it today."),
            ),
            Section(
                name="cells",
                word=msg("By grid cell"),
                head=msg("Grid cell"),
                rows=Rows(CELLS),
                columns=_columns(),
            ),
        ),
        sentences=(
            Sentence(
                msg("In {period} {unit} had {requests} new requests, {disputes} new disputes and {cases} new cases."),
                {"requests": Of("request.opened"), "disputes": Of("dispute.opened"), "cases": Of("case.opened")},
            ),
        ),
    )
)
