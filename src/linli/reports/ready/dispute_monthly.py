"""The monthly table of disputes as the justice bureaus print it: origin, one of 14 types or other, result."""

from linli.ground.text import msg
from linli.reports.columns import moved, settled
from linli.reports.report import (
    CATEGORIES,
    CODES,
    Chart,
    Column,
    Of,
    Report,
    Rows,
    Section,
    Sentence,
    compared,
    register,
    to_date,
)

ACCEPTED, SETTLEMENT, FOUND = "dispute.accepted", "dispute.settlement", "dispute.settlement_of_found"
ORIGIN, RESULT, AGREEMENT = msg("Where from"), msg("Result by now"), msg("Agreements of the period")
TYPES = Rows(CATEGORIES, kind="dispute")

REPORT = register(
    Report(
        name="dispute-monthly",
        word=msg("People's mediation, monthly table"),
        question=msg("Which disputes were taken on, from where, of what type, and what came of them?"),
        kinds=("dispute",),
        order=10,
        sections=(
            Section(
                name="types",
                word=msg("By type"),
                head=msg("Type of dispute"),
                rows=TYPES,
                columns=(
                    Column(msg("Taken on"), Of(ACCEPTED)),
                    Column(msg("Own round"), Of(ACCEPTED, {"origin": "own_round"}), ORIGIN),
                    Column(msg("On application"), Of(ACCEPTED, {"origin": "application"}), ORIGIN),
                    Column(
                        msg("Commission or transfer"),
                        Of(ACCEPTED, {"origin": ("police", "court", "transfer", "")}),
                        ORIGIN,
                    ),
                    Column(msg("Settled"), Of(SETTLEMENT, numerator=True), RESULT),
                    Column(msg("Not settled"), Of(ACCEPTED, {"result": "terminated"}), RESULT),
                    Column(msg("Settlement rate"), Of(SETTLEMENT), RESULT),
                    Column(msg("Written"), Of("dispute.written"), AGREEMENT),
                    Column(msg("Oral"), Of("dispute.oral"), AGREEMENT),
                    Column(msg("Amount (yuan)"), Of("dispute.amount"), AGREEMENT),
                    Column(msg("Worse prevented"), Of("dispute.prevented"), AGREEMENT),
                ),
                chart=Chart((0, 4)),
                note=msg(
                    "Settled of the disputes taken on in the period, as they stand at the cut-off; agreements by the "
                    "day "
                    "on which the sides agreed. Disputes whose origin is not stated stand with the transfers."
                ),
            ),
            Section(
                name="origins",
                word=msg("By origin"),
                head=msg("Origin"),
                rows=Rows(CODES, kind="dispute", facet="origin"),
                columns=(
                    Column(msg("Found"), Of("dispute.opened"), msg("Of those found")),
                    Column(msg("Settled of them"), Of(FOUND, numerator=True), msg("Of those found")),
                    Column(msg("Settlement rate"), Of(FOUND), msg("Of those found")),
                    *settled(under=msg("Of those taken on")),
                ),
            ),
            Section(
                name="compared",
                word=msg("Taken on, compared with other periods"),
                head=msg("Type of dispute"),
                rows=TYPES,
                columns=(*compared(ACCEPTED), *to_date(ACCEPTED, under=msg("Year to date"))),
            ),
        ),
        sentences=(
            Sentence(
                msg(
                    "In {period} {unit} found {found} disputes and settled {settled} of them, {rate}; "
                    "{now} were taken on: year on year {year}, on the period before {before}."
                ),
                {
                    **moved(ACCEPTED),
                    "found": Of("dispute.opened"),
                    "settled": Of(FOUND, numerator=True),
                    "rate": Of(FOUND),
                },
            ),
            Sentence(
                msg(
                    "Of the disputes taken on {settled} are settled, a settlement rate of {rate}; {written} written "
                    "and "
                    "{oral} oral agreements were made over {amount} yuan, and {prevented} disputes in which someone "
                    "might have been hurt were settled."
                ),
                {
                    "settled": Of(SETTLEMENT, numerator=True),
                    "rate": Of(SETTLEMENT),
                    "written": Of("dispute.written"),
                    "oral": Of("dispute.oral"),
                    "amount": Of("dispute.amount"),
                    "prevented": Of("dispute.prevented"),
                },
            ),
        ),
    )
)
