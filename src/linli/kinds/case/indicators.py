"""The figures of cases: what is counted, of what, by which day, and what is left out."""

from linli.ground.text import msg
from linli.matters.counts import STOCK, SUM, YUAN, Row
from linli.matters.everyday_counts import AT_THE_END, everyday_indicators, everyday_measures

KIND = "case"
FILED, LIMITED = ("filed_solved", "filed_unsolved"), ("limited_in_time", "limited_late")

MEASURES = {
    "filed_solved": msg("Filed, and solved by now"),
    "filed_unsolved": msg("Filed, and not solved by now"),
    "filed_administrative": msg("Administrative case filed"),
    "not_filed": msg("Not filed"),
    "solved": msg("Solved"),
    "concluded": msg("Handled and concluded"),
    "limited_in_time": msg("Concluded within its lawful limit"),
    "limited_late": msg("Concluded past its lawful limit"),
    "beyond_limit": msg("In hand beyond its lawful limit"),
    "assessed": msg("Assessed for the first time"),
    "in_series": msg("Linked into a series"),
    "extension_asked": msg("More time asked for"),
    "extension_approved": msg("More time approved"),
    "sent_back": msg("Result sent back"),
    "suspended": msg("Suspended"),
    "converted": msg("Handed over as another matter"),
    "loss": msg("Case with a loss"),
}

BY_OPENED = msg("by the day on which it was opened")
BY_FILED = msg("by the day of the decision to file it")
BY_SOLVED = msg("by the day on which it was solved")
BY_RESULT = msg("by the day on which the result was approved")
BY_EVENT = msg("by the day on which it happened")
STANDING = msg("Cases opened again after are not counted.")
UNSOLVABLE = msg("Cases opened again after are not solved; administrative cases are concluded and not counted.")
UNLIMITED = msg("Criminal cases have no limit of this sort and are not counted.")

ROWS = (
    Row("filed", msg("Filed"), (*FILED, "filed_administrative"), BY_FILED),
    Row("not_filed", MEASURES["not_filed"], ("not_filed",), BY_EVENT),
    Row("solved", MEASURES["solved"], ("solved",), BY_SOLVED, excludes=STANDING),
    Row("solving", msg("Solved, of those filed"), ("filed_solved",), BY_FILED, FILED, excludes=UNSOLVABLE),
    Row("concluded", MEASURES["concluded"], ("concluded",), BY_RESULT, excludes=STANDING),
    Row(
        "on_time",
        msg("Concluded within the lawful limit"),
        ("limited_in_time",),
        BY_RESULT,
        LIMITED,
        excludes=UNLIMITED,
    ),
    Row("beyond_limit", msg("Beyond the lawful limit at the end"), ("beyond_limit",), AT_THE_END, form=STOCK),
    Row("assessed", MEASURES["assessed"], ("assessed",), BY_EVENT),
    Row("in_series", MEASURES["in_series"], ("in_series",), BY_EVENT),
    Row("extension_asked", MEASURES["extension_asked"], ("extension_asked",), BY_EVENT),
    Row("extension_approved", MEASURES["extension_approved"], ("extension_approved",), BY_EVENT),
    Row("sent_back", MEASURES["sent_back"], ("sent_back",), BY_EVENT),
    Row("suspended", MEASURES["suspended"], ("suspended",), BY_EVENT),
    Row("converted", MEASURES["converted"], ("converted",), BY_EVENT),
    Row("loss", msg("Loss"), ("loss",), BY_OPENED, form=SUM, unit=YUAN),
)

ALL_MEASURES = {**everyday_measures(KIND), **{f"{KIND}.{name}": word for name, word in MEASURES.items()}}
INDICATORS = (*everyday_indicators(KIND), *(row.of(KIND) for row in ROWS))
