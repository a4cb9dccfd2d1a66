"""Cases by class and category: opened, filed and solved, and in hand. Of incidents, never of people."""

from linli.ground.text import msg
from linli.reports.columns import moved
from linli.reports.report import (
    CATEGORIES,
    CODES,
    TO_DATE,
    TO_DATE_BEFORE,
    TO_DATE_YEAR,
    Change,
    Chart,
    Column,
    Of,
    Report,
    Rows,
    Section,
    Sentence,
    Where,
    compared,
    register,
    to_date,
)

OPENED, FILED, SOLVED, IN_HAND = "case.opened", "case.filed", "case.solved", "case.in_hand"
CRIMINAL, ADMINISTRATIVE = "criminal", "administrative"


def _of_class(code: str, word: str) -> Section:
    where: Where = {"category": code}
    return Section(
        name=code,
        word=word,
        head=msg("Category"),
        rows=Rows(CATEGORIES, kind="case", below=code),
        columns=(
            Column(msg("Newly opened"), Of(OPENED, where)),
            Column(msg("Filed"), Of(FILED, where)),
            *(compared(SOLVED, where=where, under=msg("Solved")) if code == CRIMINAL else _handled(where)),
            Column(msg("Turned red"), Of("case.turned_red", where)),
            Column(msg("In hand at the end"), Of(IN_HAND, where)),
        ),
        chart=Chart((0, 2)),
    )


def _handled(where: Where) -> tuple[Column, ...]:
    return (
        *compared("case.concluded", where=where, under=msg("Handled and concluded")),
        Column(msg("Within the lawful limit"), Of("case.on_time", where)),
        Column(msg("Beyond the lawful limit at the end"), Of("case.beyond_limit", where)),
    )


REPORT = register(
    Report(
        name="case-monthly",
        word=msg("Cases by class and category"),
        question=msg("Which cases were opened, filed and solved, class by class and category by category?"),
        kinds=("case",),
        order=20,
        sections=(
            Section(
                name="classes",
                word=msg("Solved, by class"),
                head=msg("Class"),
                rows=Rows(CODES, kind="case", facet="sort"),
                columns=(*compared(SOLVED, under=msg("Solved")), *to_date(SOLVED, under=msg("Solved, year to date"))),
                chart=Chart((0, 1)),
            ),
            Section(
                name="flow",
                word=msg("Opened, filed and in hand, by class"),
                head=msg("Class"),
                rows=Rows(CODES, kind="case", facet="sort"),
                columns=(
                    *compared(OPENED, under=msg("Newly opened")),
                    Column(msg("Filed"), Of(FILED)),
                    Column(msg("Solved, of those filed"), Of("case.solving")),
                    Column(msg("In hand at the end"), Of(IN_HAND)),
                ),
            ),
            _of_class(CRIMINAL, msg("Criminal cases, by category")),
            _of_class(ADMINISTRATIVE, msg("Administrative cases, by category")),
        ),
        sentences=(
            Sentence(
                msg(
                    "In {period} {unit} solved {now} criminal cases: year on year {year}, "
                    "on the period before {before}."
                ),
                moved(SOLVED, where={"sort": CRIMINAL}),
            ),
            Sentence(
                msg(
                    "In the year to date {sum} criminal cases were solved: year on year {year}, on the year to the "
                    "month "
                    "before {before}."
                ),
                {
                    "sum": Of(SOLVED, {"sort": CRIMINAL}, TO_DATE),
                    "year": Change(
                        Of(SOLVED, {"sort": CRIMINAL}, TO_DATE), Of(SOLVED, {"sort": CRIMINAL}, TO_DATE_YEAR)
                    ),
                    "before": Change(
                        Of(SOLVED, {"sort": CRIMINAL}, TO_DATE), Of(SOLVED, {"sort": CRIMINAL}, TO_DATE_BEFORE)
                    ),
                },
            ),
        ),
    )
)
