"""What a case counts for: solved on its day as long as it is not opened again; beyond its limit while it runs."""

from datetime import date

from linli.kinds.case.facts.assessing import Assessed
from linli.kinds.case.facts.filing import Filed
from linli.kinds.case.facts.opening import Opened
from linli.kinds.case.facts.results import ResultApproved, ResultReported
from linli.kinds.case.facts.returning import Reopened
from linli.kinds.case.kind import CASE
from tests.kinds.telling import Told, counts, dated, hours, measures

STATION = 5
TAKEN = {"unit": STATION, "title": "", "story": "", "category": "theft", "source": "window"}
CRIMINAL: Told = (0, Opened(**TAKEN, case_class="criminal", assess=dated("assess")(8)))  # type: ignore[arg-type]
MINOR: Told = (
    0,
    Opened(**TAKEN, case_class="administrative", assess=dated("assess")(8), limit=dated("limit")(60)),  # type: ignore[arg-type]
)
FILED: Told = (2, Filed(document="", filed_on=date(2026, 3, 2)))
ASSESSED: Told = (
    3,
    Assessed(assessment="solvable", assessment_ground="witness", next_action="", stale=dated("stale")(50)),
)
SOLVED_ON = date(2026, 3, 4)


def result(code: str, at: float) -> tuple[Told, Told]:
    solved_on = SOLVED_ON if code == "solved" else None
    reported = ResultReported(result=code, report="", awaiting=dated("awaiting")(at), solved_on=solved_on)
    return (at, reported), (at + 1, ResultApproved(result=code, solved_on=solved_on))


def test_a_solved_case_counts_on_the_day_it_was_solved_and_for_those_filed() -> None:
    told = (CRIMINAL, FILED, ASSESSED, *result("solved", 90))
    found = measures(CASE, *told)
    assert (found["solved"], found["filed_solved"], found["filed_unsolved"], found["assessed"]) == (1, 1, 0, 1)
    assert not {"limited_in_time", "limited_late", "concluded", "beyond_limit"} & set(found)
    solved = next(one for one in counts(CASE, *told) if one.measure == "case.solved")
    assert (solved.on, solved.facets["sort"], solved.facets.get("result")) == (SOLVED_ON, "criminal", None)


def test_opened_again_it_is_not_solved_any_more() -> None:
    again = Reopened(why="", stage="filed", assess=dated("assess")(120))
    found = measures(CASE, CRIMINAL, FILED, ASSESSED, *result("solved", 90), (100, again))
    assert (found["solved"], found["filed_unsolved"], found["reopened"]) == (0, 1, 1)


def test_an_administrative_case_is_concluded_in_time_or_late_and_beyond_its_limit_until_then() -> None:
    in_time = measures(CASE, MINOR, FILED, ASSESSED, *result("handled", 40))
    assert (in_time["limited_in_time"], in_time["limited_late"], in_time["beyond_limit"]) == (1, 0, 0)
    told = (MINOR, FILED, ASSESSED, *result("handled", 80))
    late = measures(CASE, *told)
    assert (late["limited_in_time"], late["limited_late"], late["concluded"]) == (0, 1, 1)
    beyond = [(one.at, one.until) for one in counts(CASE, *told) if one.measure == "case.beyond_limit"]
    assert beyond == [(hours(60), hours(81))]
