"""What a dispute counts for: settled as long as an agreement is its last word."""

from datetime import date
from typing import Any

from linli.kinds.dispute.facts.agreement import Agreed
from linli.kinds.dispute.facts.closing import Closed, Reopened
from linli.kinds.dispute.facts.confirmation import ConfirmationAnswered, ConfirmationApplied
from linli.kinds.dispute.facts.danger import DangerFound
from linli.kinds.dispute.facts.ending import Terminated
from linli.kinds.dispute.facts.instalments import Instalment
from linli.kinds.dispute.facts.opening import Opened
from linli.kinds.dispute.facts.performance import Performed
from linli.kinds.dispute.facts.sessions import SessionHeld
from linli.kinds.dispute.facts.taking_on import Accepted
from linli.kinds.dispute.facts.visits import Visited
from linli.kinds.dispute.kind import DISPUTE
from tests.kinds.telling import Told, counts, dated, hours, measures

NORTH = 3
OPENED: Told = (
    0,
    Opened(
        unit=NORTH,
        title="",
        story="",
        dispute_class="police_led",
        origin="police",
        channel="police",
        category="NB",
        households=2,
    ),
)
ACCEPTED: Told = (1, Accepted(limit=dated("limit")(48), term="dispute.limit", start_at=hours(1)))
DANGER: Told = (2, DangerFound(dangers=("weapon_at_hand",), safe=(), look_again=dated("look_again")(30)))
VISITED = Visited(
    visited_on=date(2026, 3, 9), performance_found="yes", satisfaction="not_said", escalation=False, findings=""
)
PERFORMED = Performed(number=1, performed_on=date(2026, 3, 5), proof="", performance=None, visit=dated("visit")(200))
TERMINATED = Terminated(termination_reason="not_performed", ways=())


def agreed(at: float) -> Told:
    part = Instalment(number=1, amount_fen=800_00, due_on=date(2026, 3, 6), by_side="b")
    marks: dict[str, Any] = {name: dated(name)(90) for name in ("performance", "confirmation", "confirmation_first")}
    texts: dict[str, Any] = dict.fromkeys(("main_facts", "disputed", "terms", "manner", "items"), "")
    fact = Agreed(
        agreement_form="written",
        amount_fen=800_00,
        instalments=(part,),
        effective_on=date(2026, 3, 3),
        copies=3,
        confirmation_second=dated("confirmation_second")(90),
        **marks,
        **texts,
    )
    return (at, fact)


def test_a_settled_dispute_counts_for_those_found_taken_on_and_settled_with_its_amount() -> None:
    told = (OPENED, ACCEPTED, DANGER, agreed(20), (70, PERFORMED), (170, VISITED), (171, Closed(outcome="settled")))
    found = measures(DISPUTE, *told)
    once = {"found_settled", "accepted_settled", "settled_in_time", "written", "prevented", "settled_visited"}
    assert {name for name in once if found[name] == 1} == once
    assert {"kept", "performed", "visited", "households", "closed"} <= set(found)
    assert not {"found_unsettled", "accepted_unsettled", "settled_late", "oral", "not_said", "terminated"} & set(found)
    of = {one.measure.partition(".")[2]: one for one in counts(DISPUTE, *told)}
    assert (of["settled_in_time"].value, of["performed"].value, of["households"].value) == (800_00, 800_00, 2)
    assert (of["performed"].on, of["visited"].on) == (date(2026, 3, 5), date(2026, 3, 9))
    assert {of[name].on for name in ("settled_in_time", "written", "prevented")} == {date(2026, 3, 3)}
    assert {one.facets["result"] for one in of.values() if not one.lasts} == {"settled"}
    assert {(one.facets["sort"], one.facets["origin"]) for one in of.values()} == {("police_led", "police")}


def test_past_its_limit_it_is_settled_late() -> None:
    found = measures(DISPUTE, OPENED, ACCEPTED, agreed(60))
    assert (found["settled_late"], found["settled_in_time"], found["step_late"]) == (1, 0, 1)


def test_what_was_ended_after_an_agreement_or_opened_again_is_not_settled() -> None:
    ended = measures(DISPUTE, OPENED, ACCEPTED, agreed(20), (80, TERMINATED))
    again = Reopened(why="", stage="accepted", limit=dated("limit")(900), term="dispute.limit", start_at=hours(90))
    reopened = measures(DISPUTE, OPENED, ACCEPTED, agreed(20), (80, Closed(outcome="settled")), (90, again))
    for found in (ended, reopened):
        assert (found["found_unsettled"], found["accepted_unsettled"]) == (1, 1)
        assert not {"found_settled", "accepted_settled", "settled_in_time", "written"} & set(found)
    assert (ended["terminated"], reopened["reopened"], reopened["closed"]) == (1, 1, 1)


def test_sessions_and_confirmations_count_on_the_day_of_their_own_not_on_that_of_entry() -> None:
    held = SessionHeld(
        number=1,
        held_at=hours(-30),
        ends_at=None,
        place="",
        parties=(1, 2),
        member_units=(),
        public=False,
        rights_told=True,
        record="",
        session_outcome="agreed",
    )
    asked = ConfirmationApplied(applied_on=date(2026, 2, 27), court="", papers=())
    answered = ConfirmationAnswered(confirmation_result="confirmed", decided_on=date(2026, 2, 28))
    refused = ConfirmationAnswered(confirmation_result="rejected", decided_on=date(2026, 2, 26))
    told = counts(DISPUTE, OPENED, ACCEPTED, (3, held), agreed(20), (30, asked), (31, refused), (32, answered))
    of = {one.measure.partition(".")[2]: one for one in told}
    assert of["session"].at == hours(-30)
    assert (of["confirmation_asked"].on, of["confirmed"].on) == (asked.applied_on, answered.decided_on)
