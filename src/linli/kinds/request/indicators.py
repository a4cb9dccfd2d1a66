"""The figures of requests: what is counted, of what, by which day, and what is left out."""

from linli.ground.text import msg
from linli.kinds.request.choices.confirming import SATISFACTION, SOLVED
from linli.matters.counts import Row
from linli.matters.everyday_counts import everyday_indicators, everyday_measures

KIND = "request"
CONTENT = ("very_satisfied", "satisfied", "basically")
PLEASED, ASKED = CONTENT, tuple(SATISFACTION)
OPENED, REPLIED, REACHED = (
    ("order", "repeat", "part"),
    ("replied_in_time", "replied_late"),
    ("contacted", "uncontacted"),
)
RECEIVED, DISPATCHED = ("order", "repeat"), ("dispatched_returned", "dispatched_kept")
DONE = ("once_in_time", "once_late", "again_in_time", "again_late")
WHISTLE_PLEASED = tuple(f"whistle_{code}" for code in CONTENT)
WHISTLE_ASKED = tuple(f"whistle_{code}" for code in SATISFACTION)

MEASURES = {
    "order": msg("Order"),
    "repeat": msg("Repeat that goes with another order"),
    "part": msg("Part split off another request"),
    "merged": msg("Repeat merged into another order"),
    "accepted": msg("Accepted"),
    "not_accepted": msg("Not accepted"),
    "answered_now": msg("Answered at intake"),
    "dispatched_returned": msg("Dispatched, and returned by now"),
    "dispatched_kept": msg("Dispatched, and not returned by now"),
    "signed": msg("Signed for"),
    "replied_in_time": msg("Answered in time"),
    "replied_late": msg("Answered late"),
    "once_in_time": msg("Closed for good after one answer, in time"),
    "once_late": msg("Closed for good after one answer, late"),
    "again_in_time": msg("Closed after return or redo, or opened again, in time"),
    "again_late": msg("Closed after return or redo, or opened again, late"),
    "contacted": msg("Reached, and the unit had been in touch"),
    "uncontacted": msg("Reached, and the unit had not been in touch"),
    **{f"solved_{code}": word for code, word in SOLVED.items()},
    **SATISFACTION,
    "redo": msg("Done again"),
    "extension_asked": msg("More time asked for"),
    "extension_granted": msg("More time given"),
    "urged": msg("Urged"),
    "yellow_notice": msg("Yellow notice"),
    "red_notice": msg("Red notice"),
    "whistle": msg("Department called in"),
    "whistle_signed": msg("Call signed in time"),
    "whistle_contacted": msg("In touch with the street in time"),
    "whistle_arrived": msg("On the spot in time"),
    **{f"whistle_{code}": word for code, word in SATISFACTION.items()},
}

BY_OPENED = msg("by the day on which it was opened")
BY_CLOSED = msg("by the day on which it was closed")
BY_EVENT = msg("by the day on which it happened")
BY_DISPATCH = msg("by the day of the dispatch, at the unit that it went to")
BY_ANSWER = msg("by the day on which the resident answered")
BY_CALL = msg("by the day on which the department was called")
NO_PARTS = msg("Parts split off another request are not counted.")
NO_REPLY = msg("What was closed without an answer is not counted: answered at intake, not accepted, withdrawn.")
ALL_IN_TIME = msg("What was closed without an answer is not counted; of several answers each had to be in time.")
UNASKED = msg("Residents who were not reached are not counted.")
BY_COUNTER = msg("Answers at the public counter are not counted: there nobody is asked about the contact.")
UNJUDGED = msg("Calls not yet judged are not counted.")

ROWS = (
    Row("orders", msg("Orders, repeats counted once"), ("order",), BY_OPENED, excludes=NO_PARTS),
    Row("demand", msg("Times it was asked for"), RECEIVED, BY_OPENED, excludes=NO_PARTS),
    Row("parts", msg("Parts split off"), ("part",), BY_OPENED),
    Row("merged", MEASURES["merged"], ("merged",), BY_EVENT),
    Row("accepted", MEASURES["accepted"], ("accepted",), BY_EVENT),
    Row("not_accepted", MEASURES["not_accepted"], ("not_accepted",), BY_EVENT),
    Row("answered_now", MEASURES["answered_now"], ("answered_now",), BY_EVENT),
    Row("dispatched", msg("Dispatched"), DISPATCHED, BY_DISPATCH),
    Row("signed", MEASURES["signed"], ("signed",), BY_EVENT),
    Row("replied", msg("Answered"), REPLIED, BY_EVENT),
    Row("reply_in_time", msg("Answered in time, of the answers"), ("replied_in_time",), BY_EVENT, REPLIED),
    Row("done", msg("Closed after an answer"), DONE, BY_CLOSED, excludes=NO_REPLY),
    Row(
        "on_time",
        msg("On-time closing rate"),
        ("once_in_time", "again_in_time"),
        BY_CLOSED,
        DONE,
        excludes=ALL_IN_TIME,
        version=2,
    ),
    Row(
        "first_time_right",
        msg("Right the first time"),
        ("once_in_time", "once_late"),
        BY_CLOSED,
        DONE,
        excludes=NO_REPLY,
        version=2,
    ),
    Row("response", msg("Response rate"), ("contacted",), BY_ANSWER, REACHED, excludes=BY_COUNTER),
    Row(
        "resolution",
        msg("Resolution rate"),
        ("solved_yes",),
        BY_ANSWER,
        ("solved_yes", "solved_partly", "solved_no"),
        excludes=UNASKED,
    ),
    Row("satisfaction", msg("Satisfaction rate"), PLEASED, BY_ANSWER, ASKED, excludes=UNASKED),
    Row("redo", MEASURES["redo"], ("redo",), BY_EVENT),
    Row(
        "return_rate",
        msg("Returned, of those dispatched"),
        ("dispatched_returned",),
        BY_DISPATCH,
        DISPATCHED,
        version=2,
    ),
    Row("extension_asked", MEASURES["extension_asked"], ("extension_asked",), BY_EVENT),
    Row("extension_granted", MEASURES["extension_granted"], ("extension_granted",), BY_EVENT),
    Row("urged", MEASURES["urged"], ("urged",), BY_EVENT),
    Row("yellow_notices", MEASURES["yellow_notice"], ("yellow_notice",), BY_EVENT),
    Row("red_notices", MEASURES["red_notice"], ("red_notice",), BY_EVENT),
    Row("whistles", MEASURES["whistle"], ("whistle",), BY_CALL),
    Row("whistle_signed", MEASURES["whistle_signed"], ("whistle_signed",), BY_CALL, ("whistle",)),
    Row("whistle_contacted", MEASURES["whistle_contacted"], ("whistle_contacted",), BY_CALL, ("whistle",)),
    Row("whistle_arrived", MEASURES["whistle_arrived"], ("whistle_arrived",), BY_CALL, ("whistle",)),
    Row(
        "whistle_satisfaction",
        msg("How the street judges the answer to its calls"),
        WHISTLE_PLEASED,
        BY_CALL,
        WHISTLE_ASKED,
        excludes=UNJUDGED,
    ),
)

ALL_MEASURES = {**everyday_measures(KIND, opened=OPENED), **{f"{KIND}.{name}": word for name, word in MEASURES.items()}}
INDICATORS = (*everyday_indicators(KIND, opened=RECEIVED, left_out=NO_PARTS), *(row.of(KIND) for row in ROWS))
