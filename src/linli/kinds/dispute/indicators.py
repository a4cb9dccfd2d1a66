"""The figures of disputes: what is counted, of what, by which day, and what is left out."""

from linli.ground.text import msg
from linli.kinds.dispute.choices.agreement import AGREEMENT_FORMS, SATISFACTION
from linli.matters.counts import PERSONS, SUM, YUAN, Row
from linli.matters.everyday_counts import everyday_indicators, everyday_measures

KIND = "dispute"
UNSAID = "not_said"
PLEASED = ("very_satisfied", "satisfied", "basically_satisfied")
OPENED, ACCEPTED = ("found_settled", "found_unsettled"), ("accepted_settled", "accepted_unsettled")
SETTLED = ("settled_in_time", "settled_late")
ASKED = tuple(code for code in SATISFACTION if code != UNSAID)

MEASURES = {
    "found_settled": msg("Found, and settled by now"),
    "found_unsettled": msg("Found, and not settled by now"),
    "accepted_settled": msg("Taken on, and settled by now"),
    "accepted_unsettled": msg("Taken on, and not settled by now"),
    "declined": msg("Not taken on"),
    "settled_in_time": msg("Settled within the limit"),
    "settled_late": msg("Settled past the limit"),
    "settled_visited": msg("Settled, and followed up by now"),
    **AGREEMENT_FORMS,
    "performed": msg("Instalment performed"),
    "kept": msg("Agreement performed in whole"),
    "defaulted": msg("Instalment not performed in time"),
    "terminated": msg("Ended without a settlement"),
    "confirmation_asked": msg("Judicial confirmation applied for"),
    "confirmed": msg("Confirmed by the court"),
    "visited": msg("Followed up"),
    **{code: SATISFACTION[code] for code in ASKED},
    "parties": msg("Party of a dispute taken on"),
    "households": msg("Dispute taken on that affects households"),
    "danger": msg("Found that someone may get hurt"),
    "prevented": msg("Danger found, and settled after"),
    "joint": msg("Mediated jointly"),
    "session": msg("Session held"),
    "converted": msg("Handed over as another matter"),
}

BY_OPENED = msg("by the day on which it was opened")
BY_ACCEPTED = msg("by the day on which it was taken on")
BY_AGREED = msg("by the day on which the sides agreed")
BY_VISIT = msg("by the day of the visit")
BY_EVENT = msg("by the day on which it happened")
STANDING = msg("Agreements after which the mediation was ended or begun anew are not counted.")
UNASKED = msg("Those who were not asked or did not answer are not counted.")

ROWS = (
    Row("accepted", msg("Taken on"), ACCEPTED, BY_ACCEPTED),
    Row("declined", MEASURES["declined"], ("declined",), BY_EVENT),
    Row("settled", msg("Settled"), SETTLED, BY_AGREED, excludes=STANDING),
    Row("settlement", msg("Settlement rate"), ("accepted_settled",), BY_ACCEPTED, ACCEPTED, excludes=STANDING),
    Row(
        "settlement_of_found",
        msg("Settled, of those found"),
        ("found_settled",),
        BY_OPENED,
        OPENED,
        excludes=STANDING,
    ),
    Row("on_time", msg("Settled in time"), ("settled_in_time",), BY_AGREED, SETTLED, excludes=STANDING),
    Row("written", AGREEMENT_FORMS["written"], ("written",), BY_AGREED, excludes=STANDING),
    Row("oral", AGREEMENT_FORMS["oral"], ("oral",), BY_AGREED, excludes=STANDING),
    Row("amount", msg("Amount agreed"), SETTLED, BY_AGREED, form=SUM, excludes=STANDING, unit=YUAN),
    Row("performed_amount", msg("Amount performed"), ("performed",), BY_EVENT, form=SUM, unit=YUAN),
    Row("kept", MEASURES["kept"], ("kept",), BY_EVENT),
    Row("defaulted", MEASURES["defaulted"], ("defaulted",), BY_EVENT),
    Row("terminated", MEASURES["terminated"], ("terminated",), BY_EVENT),
    Row("confirmation_asked", MEASURES["confirmation_asked"], ("confirmation_asked",), BY_EVENT),
    Row("confirmed", MEASURES["confirmed"], ("confirmed",), BY_EVENT),
    Row("visited", MEASURES["visited"], ("visited",), BY_VISIT),
    Row("followed_up", msg("Followed up, of those settled"), ("settled_visited",), BY_AGREED, SETTLED),
    Row("satisfaction", msg("Satisfaction rate"), PLEASED, BY_VISIT, ASKED, excludes=UNASKED),
    Row("parties", msg("Parties"), ("parties",), BY_ACCEPTED, form=SUM, unit=PERSONS),
    Row("households", msg("Households affected"), ("households",), BY_ACCEPTED, form=SUM),
    Row("danger", MEASURES["danger"], ("danger",), BY_EVENT),
    Row("prevented", MEASURES["prevented"], ("prevented",), BY_AGREED, excludes=STANDING),
    Row("joint", MEASURES["joint"], ("joint",), BY_EVENT),
    Row("sessions", MEASURES["session"], ("session",), BY_EVENT),
    Row("converted", MEASURES["converted"], ("converted",), BY_EVENT),
)

ALL_MEASURES = {**everyday_measures(KIND, opened=OPENED), **{f"{KIND}.{name}": word for name, word in MEASURES.items()}}
INDICATORS = (*everyday_indicators(KIND, opened=OPENED), *(row.of(KIND) for row in ROWS))
