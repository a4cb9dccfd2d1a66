"""What the unit does for a request: signed for, contacted, told, answered with what goes along."""

import pytest

from linli.matters.command import Refused, Scene
from linli.matters.state import ASSISTING
from linli.staff.posts import Held
from tests.kinds.request.pure import (
    DAY,
    HE,
    MONDAY,
    NORTH,
    SOUTH,
    SUN,
    Told,
    accepted,
    dispatched,
    in_hand,
    policy,
    replied,
)
from tests.kinds.request.told import answer, nameless, say, sending


def test_who_signs_answers_for_it_in_person_and_it_leads() -> None:
    told = dispatched()
    assert told.wait(MONDAY + 2 * DAY).light == ("orange", "Not signed for in time")
    told.say(say.sign, at=MONDAY + 2 * DAY, by=HE)
    holder = told.state.holder("holder")
    assert holder
    assert (holder.user, holder.unit, told.state.stage) == (HE, 8, "in_progress")
    with pytest.raises(Refused):
        told.say(say.sign, at=MONDAY + 2 * DAY, by=SUN)


def test_the_resident_is_contacted_in_time_where_a_number_was_left() -> None:
    told = in_hand()
    assert told.wait(MONDAY + 2 * DAY).light == ("orange", "The resident was not contacted in time")
    told.say(say.contact, at=MONDAY + 2 * DAY, by=HE, contact_way="not_reached")
    assert told.light[0] == "orange"
    told.say(say.contact, at=MONDAY + 2 * DAY, by=HE, contact_way="phone")
    assert (told.light, "contact" in told.state.marks) == (("yellow", "In hand, in time"), False)


def test_of_an_anonymous_or_confidential_resident_no_contact_is_asked_for() -> None:
    assert "contact" in in_hand().state.marks
    for told in (dispatched(**nameless()), dispatched_in_confidence()):
        told.say(say.sign, at=MONDAY, by=HE)
        assert "contact" not in told.state.marks
        with pytest.raises(Refused):
            told.say(say.contact, at=MONDAY, by=HE, contact_way="phone")


def dispatched_in_confidence() -> Told:
    return accepted(confidential=True).say(say.dispatch, at=MONDAY, **sending(NORTH, task="核实并修复"))


def test_an_answer_begins_a_cycle_and_waits_for_the_call_back() -> None:
    told = replied(in_hand(), at=MONDAY + DAY)
    (cycle,) = told.state.data["cycles"]
    assert (cycle["result"], cycle["by_user"], cycle["unit"], cycle["in_time"]) == ("resolved", HE, 8, True)
    assert (cycle["answer"], cycle["tries"], cycle["waived"]) == (None, [], False)
    assert (told.state.stage, set(told.state.marks)) == ("replied", {"callback"})
    assert told.wait(MONDAY + 30 * DAY).light == ("orange", "Answered; not called back in time")
    late = in_hand()
    assert replied(late, at=late.due("reply") + DAY).state.data["cycles"][0]["in_time"] is False


def test_who_handled_it_is_kept_for_the_call_back() -> None:
    told = in_hand().say(say.progress, at=MONDAY, by=SUN, text="已派人查看")
    assert replied(told).state.data["handlers"] == [HE, SUN]


def test_the_whole_is_answered_only_after_its_parts() -> None:
    told = in_hand()
    told.state.data["parts"] = [{"number": "QS-2026-000002", "answered": False}]
    with pytest.raises(Refused, match=r"part|子单"):
        replied(told)
    told.state.data["parts"][0]["answered"] = True
    assert replied(told).state.stage == "replied"


def test_what_goes_with_it_and_the_whole_it_is_a_part_of_hear_the_answer() -> None:
    told = in_hand()
    along = say.reply.along
    assert along
    assert along(told.state) == ()
    told.state.data.update(absorbed=["QS-2026-000002", "QS-2026-000003"], part_of="QS-2026-000009")
    assert along(told.state) == ("QS-2026-000002", "QS-2026-000003", "QS-2026-000009")
    by = Held(post_id=1, user_id=HE, role="handler", unit_id=8, level=3, path=(1, 7, 8, None))
    scene = Scene(state=told.state, told=answer(), by=by, at=MONDAY, book=policy(MONDAY), number="QS-2026-000001")
    decision = say.reply.decided(scene)
    assert [type(fact).__name__ for fact in decision.facts] == ["Replied", "AnswerPassedOn", "PartClosed"]
    said = [(beside.number, beside.verb, beside.told["number"]) for beside in decision.beside]
    assert said == [
        ("QS-2026-000002", "answer_along", "QS-2026-000001"),
        ("QS-2026-000003", "answer_along", "QS-2026-000001"),
        ("QS-2026-000009", "part_answered", "QS-2026-000001"),
    ]
    assert decision.beside[0].told["text"] == answer()["text"]


def test_the_next_unit_owes_a_first_contact_of_its_own() -> None:
    told = in_hand()
    assert not say.contact.settled(told.state)
    assert say.contact.settled(told.say(say.contact, at=MONDAY, by=HE, contact_way="phone").state)
    told.say(say.re_dispatch, at=MONDAY, **sending(SOUTH)).say(say.sign, at=MONDAY, by=SUN)
    assert ("contact" in told.state.marks, say.contact.settled(told.state)) == (True, False)


def test_a_unit_assists_once_and_not_itself() -> None:
    told = accepted().say(say.dispatch, at=MONDAY, **sending(NORTH, assisting=(SOUTH, NORTH, SOUTH)))
    assert [duty.unit for duty in told.state.holders(ASSISTING)] == [SOUTH.pk]


@pytest.mark.parametrize("blank", ["【处理情况】", "【】"])
def test_no_answer_goes_out_with_a_blank_of_a_ready_phrase_in_it(blank: str) -> None:
    told = in_hand()
    for verb, more in ((say.progress, {}), (say.reply, answer())):
        with pytest.raises(Refused, match=blank):
            told.say(verb, at=MONDAY + DAY, by=HE, **{**more, "text": f"您反映的问题已处理完毕：{blank}。"})
        told.say(verb, at=MONDAY + DAY, by=HE, **{**more, "text": "路灯已修好。"})
    assert told.state.stage == "replied"
