"""How mediation committees work: what they took on, settled in time, followed up, and saw performed. Of units only."""

from linli.ground.text import msg
from linli.reports.columns import moved, settled
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

AGREED, AFTER = msg("Agreements of the period"), msg("Afterwards")

REPORT = register(
    Report(
        name="committee",
        word=msg("Performance of mediation committees"),
        question=msg("What did the committees take on and settle, how soon, and was it performed and followed up?"),
        kinds=("dispute",),
        order=12,
        sections=(
            Section(
                name="units",
                word=msg("By unit"),
                head=msg("Unit"),
                rows=Rows(UNITS),
                columns=(
                    *settled(),
                    Column(msg("Settled in time"), Of("dispute.on_time"), AGREED),
                    Column(msg("Written"), Of("dispute.written"), AGREED),
                    Column(msg("Oral"), Of("dispute.oral"), AGREED),
                    Column(msg("Amount (yuan)"), Of("dispute.amount"), AGREED),
                    Column(msg("Amount performed (yuan)"), Of("dispute.performed_amount"), AFTER),
                    Column(msg("Not performed in time"), Of("dispute.defaulted"), AFTER),
                    Column(msg("Confirmed by a court"), Of("dispute.confirmed"), AFTER),
                    Column(msg("Followed up"), Of("dispute.followed_up"), AFTER),
                ),
                chart=Chart((0, 1)),
                note=msg("A dispute stands at the unit that answers for it today."),
            ),
            Section(
                name="work",
                word=msg("The work, compared with other periods"),
                head=msg("Indicator"),
                rows=Rows(
                    LINES,
                    given=(
                        Line(msg("Taken on"), indicator="dispute.accepted"),
                        Line(msg("Settlement rate"), indicator="dispute.settlement"),
                        Line(msg("Settled in time"), indicator="dispute.on_time"),
                        Line(msg("Sessions held"), indicator="dispute.sessions"),
                        Line(msg("Mediated jointly"), indicator="dispute.joint"),
                        Line(msg("Ended without a settlement"), indicator="dispute.terminated"),
                        Line(msg("Agreements performed in whole"), indicator="dispute.kept"),
                        Line(msg("Judicial confirmation applied for"), indicator="dispute.confirmation_asked"),
                        Line(msg("Followed up, of those settled"), indicator="dispute.followed_up"),
                        Line(msg("Satisfaction rate"), indicator="dispute.satisfaction"),
                    ),
                ),
                columns=compared(),
                total=False,
            ),
        ),
        sentences=(
            Sentence(
                msg(
                    "In {period} the committees of {unit} took on {now} disputes (year on year {year}) and settled "
                    "{settled} of them, {rate}; {time} of the agreements came in time."
                ),
                {
                    **moved("dispute.accepted"),
                    "settled": Of("dispute.settlement", numerator=True),
                    "rate": Of("dispute.settlement"),
                    "time": Of("dispute.on_time"),
                },
            ),
        ),
    )
)
