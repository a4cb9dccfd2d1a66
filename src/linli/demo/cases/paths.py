"""Which courses are told how often, on the street that visitors sign in to and elsewhere."""

from dataclasses import dataclass

from linli.demo.cases import courses
from linli.demo.cases.incident import Fits, administrative, any_incident, before_dawn, criminal, damaged


@dataclass(frozen=True)
class Path:
    """A course, how many cases take it here and elsewhere, how many days ago they came in, which incidents suit it."""

    name: str
    tell: courses.Tell
    here: int
    elsewhere: int
    ages: tuple[int, int]
    fits: Fits
    newest: bool = False
    """Accepted this morning, and told up to the present moment."""


OPEN = (
    Path("this_morning", courses.unassessed, 2, 1, (0, 0), before_dawn, newest=True),
    Path("just_accepted", courses.unassessed, 1, 2, (1, 1), any_incident),
    Path("unassessed", courses.unassessed, 1, 2, (10, 13), any_incident),
    Path("solvable", courses.solvable, 4, 6, (4, 20), criminal),
    Path("called_up", courses.called_up, 1, 1, (4, 12), criminal),
    Path("stale", courses.stale, 3, 3, (18, 34), criminal),
    Path("not_yet", courses.not_yet, 4, 8, (5, 70), criminal),
    Path("first_results", courses.first_results, 4, 6, (5, 40), criminal),
    Path("reported", courses.reported, 2, 4, (6, 22), any_incident),
    Path("sent_back", courses.sent_back, 1, 2, (10, 24), any_incident),
    Path("over_limit", courses.over_limit, 1, 2, (36, 48), administrative),
    Path("more_time_asked", courses.more_time_asked, 1, 2, (20, 26), administrative),
    Path("more_time_given", courses.more_time_given, 1, 2, (36, 48), administrative),
    Path("suspended", courses.suspended, 1, 3, (15, 60), any_incident),
    Path("resumed", courses.resumed, 1, 1, (40, 70), administrative),
    Path("reopened", courses.reopened, 1, 2, (50, 120), administrative),
)
CLOSED = (
    Path("handled", courses.closed("handled"), 18, 40, (20, 420), administrative),
    Path("withdrawn", courses.closed("withdrawn"), 2, 5, (20, 420), any_incident),
    Path("transferred", courses.closed("transferred"), 2, 6, (20, 420), criminal),
    Path("not_filed", courses.not_filed, 3, 8, (12, 420), any_incident),
    Path("really_a_dispute", courses.really_a_dispute, 0, 1, (6, 12), damaged),
)
SOLVED = Path("solved", courses.solved, 8, 22, (10, 420), criminal)
