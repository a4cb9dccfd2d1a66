"""Whistle answers: which departments were called in, whether they signed, made contact and came in time, as judged."""

from linli.ground.text import msg
from linli.reports.columns import moved
from linli.reports.report import LINES, UNITS, Column, Line, Of, Report, Rows, Section, Sentence, compared, register

FIGURES = {
    "request.whistles": msg("Called in"),
    "request.whistle_signed": msg("Signed in time"),
    "request.whistle_contacted": msg("In touch in time"),
    "request.whistle_arrived": msg("On the spot in time"),
    "request.whistle_satisfaction": msg("Judged satisfactory"),
}

REPORT = register(
    Report(
        name="whistles",
        word=msg("Whistle answers"),
        question=msg("Which departments were called in by streets and towns, and did they answer in time and well?"),
        kinds=("request",),
        order=53,
        sections=(
            Section(
                name="compared",
                word=msg("Compared with other periods"),
                head=msg("Indicator"),
                rows=Rows(LINES, given=tuple(Line(word, indicator=name) for name, word in FIGURES.items())),
                columns=compared(),
                total=False,
            ),
            Section(
                name="units",
                word=msg("By unit called in"),
                head=msg("Unit"),
                rows=Rows(UNITS),
                columns=tuple(Column(word, Of(name)) for name, word in FIGURES.items()),
                note=msg("A call stands at the department that was called, on the day on which it was."),
            ),
        ),
        sentences=(
            Sentence(
                msg(
                    "In {period} departments below {unit} were called in {now} times: year on year {year}, on the "
                    "period "
                    "before {before}; {signed} signed and {arrived} came in time."
                ),
                {
                    **moved("request.whistles"),
                    "signed": Of("request.whistle_signed"),
                    "arrived": Of("request.whistle_arrived"),
                },
            ),
        ),
    )
)
