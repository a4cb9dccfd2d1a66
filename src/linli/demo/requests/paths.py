"""How many requests take which path: those that are over, and where those stand that are open today."""

from linli.demo.requests import courses, pressed
from linli.demo.requests.asked import Bent
from linli.demo.requests.path import BY_THE_COMMUNITY, ORDINARY, Path

IN_ALL = 700
QUESTION = Bent(fits=lambda wish: wish.sort == "consult")
WISHED = Bent(fits=lambda wish: wish.sort in {"suggestion", "thanks"}, anonymous=False, confidential=False)
KEPT = Bent(anonymous=False, confidential=True, channel="site")
REPORTED = Bent(
    fits=lambda wish: wish.category == "attitude",
    confidential=True,
    anonymous=False,
    reported="云棠县公安局交通警察大队",
    channel="site",
)
NAMELESS = Bent(anonymous=True, channel="site")

SETTLED = Path("settled", courses.settled, 60, 0, days=(20, 110))
ARCHIVED = Path("archived", courses.archived, 50, 55, days=(60, 420))
OVER = (
    SETTLED,
    ARCHIVED,
    Path("counted", courses.archived, 3, 7, bent=WISHED, days=(60, 400)),
    Path("kept", courses.settled, 3, 5, bent=KEPT),
    Path("reported", courses.settled, 1, 2, bent=REPORTED),
    Path("nameless", courses.settled, 3, 6, bent=NAMELESS),
    Path("added_to", courses.added_to, 3, 5, bent=ORDINARY),
    Path("redone", courses.redone, 10, 20, bent=ORDINARY),
    Path("redone_twice", courses.redone_twice, 3, 4, bent=ORDINARY),
    Path("upheld", courses.upheld, 5, 10, bent=BY_THE_COMMUNITY),
    Path("re_dispatched", courses.re_dispatched, 4, 8, bent=BY_THE_COMMUNITY),
    Path("designated", courses.designated, 3, 5, bent=BY_THE_COMMUNITY),
    Path("extended", courses.extended, 6, 12, bent=ORDINARY),
    Path("not_extended", courses.not_extended, 2, 5, bent=ORDINARY),
    Path("resumed", courses.resumed, 3, 7, bent=ORDINARY),
    Path("waived", courses.waived, 4, 9, bent=ORDINARY),
    Path("rated_late", courses.rated_late, 1, 2, bent=ORDINARY),
    Path("asked_again", courses.asked_again, 3, 5, bent=ORDINARY),
    Path("ordered_again", courses.ordered_again, 2, 3, bent=ORDINARY),
    Path("reopened", courses.reopened, 1, 2, bent=ORDINARY, days=(90, 300)),
    Path("answered_now", courses.answered_now, 12, 30, bent=QUESTION, days=(5, 420)),
    Path("withdrawn", courses.withdrawn, 3, 6),
    Path("taken_back", courses.taken_back, 3, 6),
    Path("converted", courses.converted, 0, 2, bent=ORDINARY, workdays=(1, 2)),
    Path("put_right", courses.put_right, 3, 5, bent=BY_THE_COMMUNITY),
    Path("taken_up", courses.parked_and_taken_up, 1, 2, bent=ORDINARY, days=(90, 300)),
    Path("laid_aside", courses.laid_aside_for_good, 1, 2, bent=ORDINARY, days=(90, 300)),
    Path("split", courses.split, 2, 3, bent=BY_THE_COMMUNITY),
    Path("data_asked", courses.data_asked, 1, 2, bent=ORDINARY),
    Path("explained", pressed.explained, 4, 8, bent=ORDINARY),
    Path("lifted", pressed.lifted, 2, 4, bent=ORDINARY),
    Path("lifted_from_red", pressed.lifted_from_red, 1, 2, bent=ORDINARY),
    Path("whistled_to_work", pressed.whistled_to_work, 3, 2, bent=BY_THE_COMMUNITY, only_streets=True),
    Path(
        "whistled_to_a_hard_problem", pressed.whistled_to_a_hard_problem, 2, 2, bent=BY_THE_COMMUNITY, only_streets=True
    ),
    *(
        Path(f"refused_{ground}", courses.refused(ground), 2, 3, days=(5, 420))
        for ground in ("emergency", "other_procedure", "no_new_facts", "secrets", "outside", "unlawful")
    ),
)
