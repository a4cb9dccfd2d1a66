"""Supervision and returns: what was urged, put under notice, returned, done again, and what leaders instructed."""

from linli.ground.text import msg
from linli.reports.report import LINES, UNITS, Column, Line, Of, Report, Rows, Section, Sentence, compared, register

FIGURES = {
    "request.urged": msg("Urged"),
    "request.yellow_notices": msg("Yellow notices"),
    "request.red_notices": msg("Red notices"),
    "request.returned": msg("Returned"),
    "request.redo": msg("Done again"),
    "request.extension_granted": msg("More time given"),
    "request.instructed": msg("Instructed by leaders"),
    "request.fulfilled_in_time": msg("Instructions carried out in time"),
}
COMPARED = {
    **FIGURES,
    "request.return_rate": msg("Returned, of those dispatched"),
    "request.extension_asked": msg("More time asked for"),
    "dispute.instructed": msg("Disputes instructed by leaders"),
    "case.instructed": msg("Cases instructed by leaders"),
}

REPORT = register(
    Report(
        name="supervision",
        word=msg("Supervision and returns"),
        question=msg("What was urged, put under notice, returned or done again, and what did leaders instruct?"),
        kinds=("request",),
        order=52,
        sections=(
            Section(
                name="compared",
                word=msg("Compared with other periods"),
                head=msg("Indicator"),
                rows=Rows(LINES, given=tuple(Line(word, indicator=name) for name, word in COMPARED.items())),
                columns=compared(),
                total=False,
            ),
            Section(
                name="units",
                word=msg("By unit"),
                head=msg("Unit"),
                rows=Rows(UNITS),
                columns=tuple(Column(word, Of(name)) for name, word in FIGURES.items()),
                note=msg("Each stands at the unit that was urged, put under notice, or gave the request back."),
            ),
        ),
        sentences=(
            Sentence(
                msg(
                    "In {period} the units of {unit} were urged {urged} times and given {yellow} yellow and {red} red "
                    "notices; {returned} requests were returned; of those dispatched {rate} have come back by now."
                ),
                {
                    "urged": Of("request.urged"),
                    "yellow": Of("request.yellow_notices"),
                    "red": Of("request.red_notices"),
                    "returned": Of("request.returned"),
                    "rate": Of("request.return_rate"),
                },
            ),
        ),
    )
)
