"""How many requests stand where today; at the counter of the street some were handed in this morning."""

from linli.demo.requests import pressed, standing
from linli.demo.requests.asked import Bent
from linli.demo.requests.path import BY_THE_COMMUNITY, HELP, IN_XIAOMAN, ORDINARY, Path

AT_COUNTER = Bent(channel="site", anonymous=False, confidential=False)
IN_DANGER = Bent(
    fits=lambda wish: wish.category in {"trees", "manhole"}, urgency="life", anonymous=False, confidential=False
)
CUT_OFF = Bent(
    fits=lambda wish: wish.category in {"water", "heat"}, urgency="utilities", anonymous=False, confidential=False
)

INTAKE = (
    Path("this_morning", standing.handed_in, 3, 2, newest=True),
    Path("at_counter", standing.handed_in, 3, 1, newest=True, bent=AT_COUNTER),
    Path("waiting", standing.handed_in, 2, 2, workdays=(1, 1)),
    Path("not_looked_at", standing.handed_in, 1, 1, workdays=(3, 4)),
    Path("accepted", standing.accepted, 2, 1, workdays=(1, 1)),
    Path("not_dispatched", standing.accepted, 1, 1, workdays=(3, 3)),
)
IN_HAND = (
    Path("dispatched", standing.dispatched, 4, 3, workdays=(1, 1)),
    Path("to_sign_there", standing.dispatched, 2, 0, workdays=(1, 1), bent=IN_XIAOMAN),
    Path("in_hand_there", standing.in_hand, 2, 0, workdays=(2, 3), bent=IN_XIAOMAN),
    Path("due_there", standing.in_hand, 1, 0, workdays=(5, 5), bent=IN_XIAOMAN),
    Path("not_signed", standing.dispatched, 1, 1, workdays=(3, 3)),
    Path("uncontacted", standing.signed, 1, 1, workdays=(3, 3), bent=ORDINARY),
    Path("in_hand", standing.in_hand, 8, 5, workdays=(2, 3), bent=ORDINARY),
    Path("due_tomorrow", standing.in_hand, 2, 2, workdays=(4, 4), bent=HELP),
    Path("due_today", standing.in_hand, 2, 1, workdays=(5, 5), bent=HELP),
    Path("overdue", standing.in_hand, 4, 2, workdays=(7, 12), bent=HELP),
    Path("in_danger", standing.dispatched, 1, 1, newest=True, bent=IN_DANGER),
    Path("cut_off", standing.dispatched, 1, 1, newest=True, bent=CUT_OFF),
    Path("return_asked", standing.return_asked, 2, 1, workdays=(1, 1), bent=BY_THE_COMMUNITY),
    Path("not_ruled", standing.return_asked, 0, 1, workdays=(3, 3), bent=BY_THE_COMMUNITY),
    Path("returned_twice", standing.returned_twice, 1, 1, workdays=(3, 3), bent=BY_THE_COMMUNITY),
    Path("more_time_asked", standing.more_time_asked, 2, 1, workdays=(1, 1), bent=ORDINARY),
    Path("not_decided", standing.more_time_asked, 1, 1, workdays=(3, 3), bent=ORDINARY),
    Path("suspended", standing.suspended, 2, 2, workdays=(3, 8), bent=ORDINARY),
    Path("urged", pressed.urged, 1, 1, workdays=(2, 3), bent=ORDINARY),
    Path("warned", pressed.warned, 1, 1, workdays=(2, 3), bent=ORDINARY),
    Path("warned_twice", pressed.warned_twice, 1, 1, workdays=(2, 3), bent=ORDINARY),
    Path("whistle_waits", pressed.whistle_waits, 1, 1, newest=True, bent=BY_THE_COMMUNITY, only_streets=True),
    Path("not_heard", pressed.whistle_not_heard, 1, 0, workdays=(2, 2), bent=BY_THE_COMMUNITY, only_streets=True),
    Path("data_wanted", standing.data_wanted, 1, 0, workdays=(4, 4), bent=ORDINARY),
)
ANSWERED = (
    Path("to_redo_there", standing.to_redo, 1, 0, workdays=(5, 5), bent=IN_XIAOMAN),
    Path("to_redo", standing.to_redo, 3, 1, workdays=(5, 6), bent=BY_THE_COMMUNITY),
    Path("to_redo_long_ago", standing.to_redo_long_ago, 1, 1, workdays=(9, 10), bent=ORDINARY),
    Path("replied", standing.replied, 5, 3, workdays=(3, 3), bent=ORDINARY),
    Path("not_called_back", standing.not_called_back, 1, 1, workdays=(5, 6), bent=ORDINARY),
    Path("parked", standing.parked, 1, 1, workdays=(8, 12), bent=ORDINARY),
    Path("parked_too_long", standing.parked_too_long, 1, 1, workdays=(20, 24), bent=ORDINARY),
)
TODAY = (*INTAKE, *IN_HAND, *ANSWERED)
