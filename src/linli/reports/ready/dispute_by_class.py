"""Disputes by class and colour: police-led or not, calls for help, and how they stand on the last evening."""

from linli.ground.text import msg
from linli.reports.columns import moved
from linli.reports.report import CODES, COLOURS, Chart, Column, Of, Report, Rows, Section, Sentence, compared, register

OPENED, IN_HAND = "dispute.opened", "dispute.in_hand"
STANDING = msg("In hand at the end")
COLOUR_WORDS = {"red": msg("Red"), "orange": msg("Orange"), "yellow": msg("Yellow"), "green": msg("Green")}
CLASS_WORDS = {
    "not_police_led": msg("Not police-led"),
    "police_led": msg("Police-led"),
    "urgent_call": msg("Important call for help"),
}

REPORT = register(
    Report(
        name="dispute-class",
        word=msg("Disputes by class and colour"),
        question=msg("Of what class are the disputes, and in what colour do they stand on the last evening?"),
        kinds=("dispute",),
        order=11,
        sections=(
            Section(
                name="classes",
                word=msg("By class"),
                head=msg("Class"),
                rows=Rows(CODES, kind="dispute", facet="sort"),
                columns=(
                    *compared(OPENED, under=msg("Newly opened")),
                    Column(msg("Turned red"), Of("dispute.turned_red")),
                    Column(msg("Closed"), Of("dispute.closed")),
                    Column(msg("In all"), Of(IN_HAND), STANDING),
                    *(Column(word, Of(IN_HAND, {"colour": code}), STANDING) for code, word in COLOUR_WORDS.items()),
                ),
                chart=Chart((0, 1)),
            ),
            Section(
                name="colours",
                word=msg("By colour, on the last evening"),
                head=msg("Colour"),
                rows=Rows(COLOURS),
                columns=(
                    *(Column(word, Of(IN_HAND, {"sort": code}), STANDING) for code, word in CLASS_WORDS.items()),
                    Column(msg("In all"), Of(IN_HAND), STANDING),
                ),
                chart=Chart((3,)),
            ),
        ),
        sentences=(
            Sentence(
                msg(
                    "In {period} {unit} had {now} new disputes: year on year {year}, on the period before {before}. "
                    "On the last evening {standing} were in hand, {red} of them red and {orange} orange."
                ),
                {
                    **moved(OPENED),
                    "standing": Of(IN_HAND),
                    "red": Of(IN_HAND, {"colour": "red"}),
                    "orange": Of(IN_HAND, {"colour": "orange"}),
                },
            ),
        ),
    )
)
