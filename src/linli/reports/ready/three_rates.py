"""The three rates of requests: contacted, solved, satisfied, as residents answered; beside them time and first time."""

from linli.ground.text import msg
from linli.reports.columns import moved
from linli.reports.report import (
    CATEGORIES,
    LINES,
    UNITS,
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

RATES = {
    "request.response": msg("Response rate"),
    "request.resolution": msg("Resolution rate"),
    "request.satisfaction": msg("Satisfaction rate"),
}
MORE = {
    "request.on_time": msg("On-time closing rate"),
    "request.first_time_right": msg("Right the first time"),
    "request.return_rate": msg("Returned, of those dispatched"),
}
BESIDE = (
    *(Column(word, Of(name)) for name, word in RATES.items()),
    Column(msg("On-time closing rate"), Of("request.on_time")),
    Column(msg("Closed after an answer"), Of("request.done")),
    Column(msg("Done again"), Of("request.redo")),
)

REPORT = register(
    Report(
        name="three-rates",
        word=msg("The three rates of requests"),
        question=msg("Were residents contacted, was it solved, are they satisfied?"),
        kinds=("request",),
        order=50,
        sections=(
            Section(
                name="rates",
                word=msg("The rates, compared with other periods"),
                head=msg("Rate"),
                rows=Rows(LINES, given=tuple(Line(word, indicator=name) for name, word in {**RATES, **MORE}.items())),
                columns=compared(),
                total=False,
                note=msg("A rate is compared in percentage points. Residents who were not reached are not counted."),
            ),
            Section("units", msg("By unit"), msg("Unit"), Rows(UNITS), BESIDE),
            Section("categories", msg("By category"), msg("Category"), Rows(CATEGORIES, kind="request"), BESIDE),
        ),
        sentences=(
            Sentence(
                msg(
                    "In {period} the response rate of {unit} was {response} (year on year {year}), the resolution rate "
                    "{resolution} and the satisfaction rate {satisfaction}."
                ),
                {
                    "response": Of("request.response"),
                    "year": moved("request.response")["year"],
                    "resolution": Of("request.resolution"),
                    "satisfaction": Of("request.satisfaction"),
                },
            ),
        ),
    )
)
