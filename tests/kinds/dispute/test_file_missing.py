"""What the file of a dispute still lacks follows from the course of this very dispute."""

from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import pytest
from django.utils.translation import gettext as _
from django.utils.translation import override
from hypothesis import given, settings
from hypothesis import strategies as st

from linli.ground.clock import day_of
from linli.kinds.dispute.dossier import parts as rules
from linli.kinds.dispute.dossier.form import DOSSIER
from linli.matters.attaching import LABELS
from linli.matters.command import Refused
from linli.matters.dossier import missing
from linli.matters.issuing import PaperIssued, PaperVoided
from tests.kinds.courses import DISPUTES, Move
from tests.kinds.dispute.filed import attached, lacks, parts, source
from tests.kinds.dispute.plodding import lacking
from tests.kinds.dispute.pure import Told
from tests.kinds.dispute.stages import (
    DAY,
    MONDAY,
    TODAY,
    accepted,
    agreed,
    checked,
    closed,
    mediating,
    performed,
    terminated,
    visited,
)
from tests.kinds.dispute.told import PARTIES, agreement, application, say, session, visiting
from tests.kinds.in_hand import UNIT

WORDS = {
    rules.NO_FORM: "form",
    rules.NOT_TOLD: "not told",
    rules.NO_NOTICE: "unsigned",
    rules.FEW_PROOFS: "few",
    rules.FEW_POWERS: "few",
    rules.NO_RESULT: "result",
    rules.NO_SESSION: "none",
    rules.FEW_RECORDS: "few",
    rules.NOT_WRITTEN: "not written",
    rules.FEW_AGREEMENTS: "few",
    rules.FEW_COPIES: "copies",
    rules.NO_NOTICE_OF_END: "notice",
    rules.NO_PROOF: "none",
    rules.NO_VISIT: "visit",
    rules.NO_COURT_PAPERS: "none",
    rules.NO_ANSWER: "answer",
    rules.PAPERS_HERE: "court",
}
ALL_SIGNED = ("application", "rights", "identity", "identity", "record", "agreement", "performance")
AGENT = {"side": "b", "party_role": "agent", "name": "孙小敏", "acts_for": 2}


def test_a_settled_dispute_with_every_signed_paper_lacks_nothing() -> None:
    assert lacks(attached(closed(), *ALL_SIGNED, at=MONDAY + 11 * DAY)) == []


@pytest.mark.parametrize(
    ("without", "lack"),
    [
        ("application", (1, "The signed application or registration form is not attached.")),
        ("rights", (2, "The signed notice of rights and duties is not attached.")),
        ("record", (7, "Signed records: 0 attached for 1 sessions.")),
        ("agreement", (8, "Signed agreements: 0 attached of 1.")),
        ("performance", (9, "Performance was recorded, and no proof of it is attached.")),
    ],
)
def test_each_signed_paper_is_missed_by_itself(without: str, lack: tuple[int, str]) -> None:
    labels = [label for label in ALL_SIGNED if label != without]
    assert lacks(attached(closed(), *labels, at=MONDAY + 11 * DAY)) == [lack]


def test_one_proof_of_identity_is_not_enough_for_two_parties() -> None:
    told = attached(closed(), *ALL_SIGNED[:2], *ALL_SIGNED[3:], at=MONDAY + 11 * DAY)
    assert lacks(told) == [(3, "Proofs of identity: 1 attached for 2 parties.")]


def test_what_was_never_taken_on_needs_only_the_form_by_which_it_came() -> None:
    declined = checked().say(say.decline, at=MONDAY, decline_reason="in_court", told="等待法院")
    for told in (checked(), declined):
        assert [place for place, _why in lacks(told)] == [1]


def test_a_side_that_was_not_told_its_rights_is_missed() -> None:
    told = accepted().say(say.consent, at=MONDAY, side="a", agreed=True, rights_told=True)
    assert (2, "Rights and duties: told to 1 of 2 sides.") in lacks(told)


def test_a_power_is_needed_only_where_somebody_stands_in_for_another() -> None:
    assert parts(accepted())[4].needed is None
    told = accepted(parties=(*PARTIES, AGENT))
    assert parts(told)[4].needed is not None
    assert (4, "Signed powers: 0 attached for 1 agents and representatives.") in lacks(told)


def test_an_appraisal_must_have_its_result_once_the_clock_goes_on() -> None:
    told = mediating().say(say.pause, at=MONDAY, pause_reason="appraisal")
    assert 6 not in [place for place, _why in lacks(told)]
    told.say(say.resume, at=MONDAY + DAY)
    assert (6, "The clock was stopped for an expert appraisal; its result is not attached.") in lacks(told)
    assert 6 not in [place for place, _why in lacks(attached(told, "evidence", at=MONDAY + DAY))]


def test_a_mediation_without_a_session_lacks_one_unless_it_ended_before() -> None:
    assert (7, "No session was recorded.") in lacks(mediating())
    assert 7 not in [place for place, _why in lacks(terminated())]


def test_what_was_agreed_at_the_table_has_to_be_written_down() -> None:
    told = mediating().say(say.hold_session, at=MONDAY, **session(MONDAY))
    assert (8, "The sides agreed in the last session, and the agreement is not written down.") in lacks(told)
    assert 8 not in [place for place, _why in lacks(mediating())]


def test_a_mediation_that_failed_lacks_its_written_notice_until_one_stands() -> None:
    told, lack = terminated(), "Mediation ended without a settlement, and the written notice of it was not issued."
    assert [why for place, why in lacks(told) if place == 8] == [lack]
    issued = PaperIssued(form="termination", about=told.state.data["ending"]["seq"], number="1", check="", unit=UNIT)
    told.timeline.say(issued, by=None, at=MONDAY)
    assert 8 not in [place for place, _why in lacks(told)]
    told.timeline.say(PaperVoided(told.state.papers[0].seq, "termination", "1", "mistake"), by=None, at=MONDAY)
    assert (8, lack) in lacks(told)
    told.say(say.reopen, by=24, at=MONDAY + DAY, why="愿意再谈")
    assert 8 not in [place for place, _why in lacks(told)]


def test_an_agreement_has_a_copy_for_each_party_and_one_for_the_file() -> None:
    lack = (8, "Copies of the agreement: 3; one for each party and one for the file make 4.")
    told = agreed(5)
    assert lack not in lacks(told)
    assert lack in lacks(told.say(say.add_party, at=MONDAY, side="b", name="孙二勇"))


def test_a_visit_that_is_due_is_missed_with_its_day() -> None:
    told = performed()
    day = (told.state.marks["visit"].at + timedelta(hours=8) - timedelta(seconds=1)).date().isoformat()
    assert [why for place, why in lacks(told) if place == 10] == [
        f"A follow-up visit is due by {day}, and none was recorded."
    ]
    assert 10 not in [place for place, _why in lacks(agreed(5))]


def test_an_application_to_the_court_lacks_its_papers_and_then_its_answer() -> None:
    told = agreed(10).say(say.apply_confirmation, at=MONDAY, **application(TODAY))
    assert [why for place, why in lacks(told) if place == 11] == [
        "Judicial confirmation was applied for, and none of its papers is attached.",
        "The court's answer to the application for confirmation is not recorded.",
    ]
    answer = {"confirmation_result": "confirmed", "decided_on": TODAY + DAY}
    told = attached(told, "confirmation", at=MONDAY).say(say.confirmation_result, at=MONDAY + DAY, **answer)
    assert 11 not in [place for place, _why in lacks(told)]


def test_a_commission_that_was_settled_has_no_papers_to_go_back() -> None:
    told, at = mediating(**COURT).say(say.hold_session, at=MONDAY, **session(MONDAY)), MONDAY + 9 * DAY
    told.say(say.agree, at=MONDAY, **agreement(MONDAY, 1))
    told.say(say.perform, at=MONDAY + DAY, number=1, performed_on=TODAY + DAY, proof="收条")
    told.say(say.visit, at=at, **visiting(day_of(at))).say(say.close, at=at)
    assert told.state.outcome == "settled"
    assert 12 not in [place for place, _why in lacks(told)]


def test_the_papers_of_a_court_are_missed_until_they_went_back() -> None:
    told = accepted(**COURT).say(say.terminate, at=MONDAY, termination_reason="unreachable", ways=["court"])
    assert (12, "The papers of the court's commission were not returned.") in lacks(told)
    told.say(say.return_papers, at=MONDAY + DAY, returned_on=TODAY + DAY)
    assert 12 not in [place for place, _why in lacks(told)]


def move(label: str) -> Move:
    command = next(one for one in Told(MONDAY).timeline.kind.commands if one.name == "attach")
    kept = {"name": "图.jpg", "mime": "image/jpeg", "size": 1, "stored": "0" * 32, "digest": "0" * 64}
    return Move(command, 0, lambda at: {"label": label, **kept})


MOVES = (
    *DISPUTES,
    Move(say.hold_session, 0, lambda at: session(at, "failed")),
    Move(say.apply_confirmation, 0, lambda at: application(day_of(at))),
    Move(say.confirmation_result, 0, lambda at: {"confirmation_result": "withdrawn", "decided_on": day_of(at)}),
    Move(say.default, 0, lambda at: {"number": 1, "finding": "未付款", "step": "督促"}),
    Move(say.add_party, 0, lambda at: {"side": "b", "name": "孙二勇"}),
    *(move(label) for label in LABELS),
)
COURT = {"origin": "court", "channel": "court", "court_stage": "before_filing"}
BEGUN = (
    checked,
    lambda: checked(**COURT),
    lambda: accepted(**COURT, parties=(*PARTIES, AGENT)),
    mediating,
    lambda: agreed(5, 9),
    performed,
    visited,
    closed,
    terminated,
)
NEEDED = (
    rules.AN_AGENT,
    rules.ATTACHED,
    rules.APPRAISED,
    rules.PERFORMED,
    rules.VISITED,
    rules.CONFIRMING,
    rules.AGREED,
    rules.ENDED,
)


@settings(max_examples=60)
@given(st.sampled_from(BEGUN), st.lists(st.tuples(st.integers(0, 999), st.integers(0, 12)), min_size=10, max_size=25))
def test_any_course_lacks_what_a_plodding_reader_of_its_facts_finds(
    begun: Callable[[], Told], course: list[tuple[int, int]]
) -> None:
    """At each turn one of the steps that may be said there, and what it refuses changes nothing."""
    told = begun()
    at = told.timeline.last_at or MONDAY
    for pick, days in course:
        at += days * DAY
        lawful = [step for step in MOVES if not step.command.refusal(told.state)]
        step = lawful[pick % len(lawful)]
        with suppress(Refused):
            told.say(step.command, at=at, by=step.by, **step.told(at))
    found = {(part.place, WORDS[why.because]) for part, why in missing(DOSSIER.parts(source(told)))}
    assert found == lacking((entry.told.seq, entry.fact) for entry in told.timeline.entries)


def test_every_sentence_about_the_file_has_its_chinese() -> None:
    with override("zh-hans"):
        assert not [word for word in (*WORDS, *NEEDED) if _(word) == word]
