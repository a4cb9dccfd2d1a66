"""The leader's page: what came in, what was closed, what is red and overdue, the rates; each with how it moved."""

from linli.ground.text import msg
from linli.reports.columns import moved
from linli.reports.report import (
    LINES,
    UNITS,
    Chart,
    Column,
    Line,
    Of,
    Report,
    Rows,
    Section,
    Sentence,
    compared,
    register,
)

KINDS = {"request": msg("Requests"), "dispute": msg("Disputes"), "case": msg("Cases")}
LINES_OF = {
    "request.opened": msg("Requests received"),
    "request.closed": msg("Requests closed"),
    "request.overdue": msg("Requests overdue at the end"),
    "request.on_time": msg("On-time closing rate"),
    "request.response": msg("Response rate"),
    "request.resolution": msg("Resolution rate"),
    "request.satisfaction": msg("Satisfaction rate"),
    "dispute.opened": msg("Disputes found"),
    "dispute.settlement_of_found": msg("Settled, of those found"),
    "dispute.accepted": msg("Disputes taken on"),
    "dispute.settlement": msg("Settlement rate"),
    "dispute.turned_red": msg("Disputes turned red"),
    "case.opened": msg("Cases opened"),
    "case.solved": msg("Cases solved"),
    "case.turned_red": msg("Cases turned red"),
}


def _by_unit() -> tuple[Column, ...]:
    told = [(kind, word, "opened", msg("Newly opened")) for kind, word in KINDS.items()]
    told += [(kind, word, "in_hand", msg("In hand at the end")) for kind, word in KINDS.items()]
    return tuple(Column(word, Of(f"{kind}.{name}"), under) for kind, word, name, under in told)


REPORT = register(
    Report(
        name="summary",
        word=msg("The period on one page"),
        question=msg("What came in, what came of it, and what moved against last year and the period before?"),
        kinds=(),
        order=1,
        one_page=True,
        sections=(
            Section(
                name="figures",
                word=msg("Main figures"),
                head=msg("Indicator"),
                rows=Rows(LINES, given=tuple(Line(word, indicator=name) for name, word in LINES_OF.items())),
                columns=compared(),
                total=False,
            ),
            Section(
                name="units",
                word=msg("By unit"),
                head=msg("Unit"),
                rows=Rows(UNITS),
                columns=_by_unit(),
                chart=Chart((0, 1, 2)),
            ),
        ),
        sentences=(
            Sentence(
                msg(
                    "Requests: {now} were received in {period}, year on year {year}, on the period before {before}; "
                    "{closed} were closed, {rate} of them in time; {late} were overdue on the last evening."
                ),
                {
                    **moved("request.opened"),
                    "closed": Of("request.closed"),
                    "rate": Of("request.on_time"),
                    "late": Of("request.overdue"),
                },
            ),
            Sentence(
                msg(
                    "Disputes: {now} were found, year on year {year}, on the period before {before}; {settled} of them "
                    "are settled, {rate}; {red} turned red."
                ),
                {
                    **moved("dispute.opened"),
                    "settled": Of("dispute.settlement_of_found", numerator=True),
                    "rate": Of("dispute.settlement_of_found"),
                    "red": Of("dispute.turned_red"),
                },
            ),
            Sentence(
                msg(
                    "Cases: {now} were opened, year on year {year}, on the period before {before}; "
                    "{solved} were solved."
                ),
                {**moved("case.opened"), "solved": Of("case.solved")},
            ),
        ),
    )
)
