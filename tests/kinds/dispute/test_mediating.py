"""At the mediation table: mediators, joint members, sessions, and the clock."""

from datetime import timedelta
from typing import Any

import pytest

from linli.matters.command import Refused
from linli.matters.state import ASSISTING, CO_HOLDER, HOLDER
from tests.kinds.dispute.pure import GU, HE, OTHER_UNIT, UNIT, WANG, Told
from tests.kinds.dispute.stages import DAY, MONDAY, accepted, agreed, mediating
from tests.kinds.dispute.told import PARTIES, agreement, say, session


def mediators(told: Told) -> list[int | None]:
    return [duty.user for role in (HOLDER, CO_HOLDER) for duty in told.state.holders(role)]


def test_mediation_begins_when_every_side_agrees_and_somebody_mediates() -> None:
    told = accepted().say(say.name_mediator, at=MONDAY, mediator=WANG, second=GU)
    told.say(say.consent, at=MONDAY, side="a", agreed=True, rights_told=True)
    assert (told.state.stage, mediators(told)) == ("accepted", [WANG, GU])
    told.say(say.consent, at=MONDAY, side="b", agreed=True, rights_told=True)
    assert told.state.stage == "mediating"


def test_each_of_three_sides_is_asked() -> None:
    third = {"side": "c", "name": "钱物业", "party_sort": "organisation"}
    told = accepted(parties=(*PARTIES, third)).say(say.name_mediator, at=MONDAY, mediator=WANG)
    for side in "ab":
        told.say(say.consent, at=MONDAY, side=side, agreed=True, rights_told=True)
    assert told.state.stage == "accepted"
    assert told.say(say.consent, at=MONDAY, side="c", agreed=True, rights_told=True).state.stage == "mediating"


def test_mediators_are_named_once_and_changed_afterwards() -> None:
    told = accepted()
    with pytest.raises(Refused):
        told.say(say.change_mediator, at=MONDAY, mediator=WANG, note="案情需要")
    with pytest.raises(Refused):
        told.say(say.name_mediator, at=MONDAY, mediator=WANG, second=WANG)
    told.say(say.name_mediator, at=MONDAY, mediator=WANG, second=GU)
    with pytest.raises(Refused):
        told.say(say.name_mediator, at=MONDAY, mediator=HE)
    told.say(say.change_mediator, at=MONDAY, mediator=HE, note="案情需要")
    assert mediators(told) == [HE]


def test_who_was_recused_does_not_come_back_and_the_second_leads() -> None:
    told = accepted().say(say.name_mediator, at=MONDAY, mediator=WANG, second=GU)
    with pytest.raises(Refused):
        told.say(say.recuse, at=MONDAY, user=HE, why="近亲属")
    told.say(say.recuse, at=MONDAY, user=WANG, why="近亲属")
    assert mediators(told) == [GU]
    with pytest.raises(Refused):
        told.say(say.change_mediator, at=MONDAY, mediator=WANG, note="换回")
    assert mediators(told.say(say.change_mediator, at=MONDAY, mediator=HE, note="更换")) == [HE]


def test_without_a_mediator_no_session_is_held() -> None:
    told = mediating().say(say.recuse, at=MONDAY, user=WANG, why="近亲属")
    with pytest.raises(Refused):
        told.say(say.hold_session, at=MONDAY, **session(MONDAY))
    told.say(say.name_mediator, at=MONDAY, mediator=GU)
    assert told.say(say.hold_session, at=MONDAY, **session(MONDAY)).facts[-1] == "SessionHeld"


def test_a_body_joins_once_gives_its_opinion_and_leaves() -> None:
    told = mediating()
    for command, more in ((say.opine, {"opinion": "支持"}), (say.leave_joint, {})):
        with pytest.raises(Refused):
            told.say(command, at=MONDAY, member=OTHER_UNIT, **more)
    with pytest.raises(Refused):
        told.say(say.join, at=MONDAY, member=UNIT, member_kind="police")
    told.say(say.join, at=MONDAY, member=OTHER_UNIT, member_kind="police")
    with pytest.raises(Refused):
        told.say(say.join, at=MONDAY, member=OTHER_UNIT, member_kind="police")
    told.say(say.opine, at=MONDAY, member=OTHER_UNIT, opinion="支持调解")
    assert [duty.unit for duty in told.state.holders(ASSISTING)] == [OTHER_UNIT]
    told.say(say.leave_joint, at=MONDAY, member=OTHER_UNIT)
    with pytest.raises(Refused):
        told.say(say.opine, at=MONDAY, member=OTHER_UNIT, opinion="再说")
    assert told.state.holders(ASSISTING) == []


def test_no_session_is_held_while_a_side_refuses() -> None:
    told = mediating().say(say.consent, at=MONDAY, side="b", agreed=False, rights_told=True)
    with pytest.raises(Refused, match=r"One side refuses|一方明确拒绝"):
        told.say(say.hold_session, at=MONDAY, **session(MONDAY))
    told.say(say.consent, at=MONDAY, side="b", agreed=True, rights_told=True)
    assert told.say(say.hold_session, at=MONDAY, **session(MONDAY)).state.data["sessions"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"held_at": MONDAY + timedelta(minutes=1)},
        {"ends_at": MONDAY - timedelta(minutes=1)},
        {"parties": [1]},
    ],
)
def test_a_session_that_cannot_have_been_so_is_refused(wrong: dict[str, Any]) -> None:
    told = mediating()
    with pytest.raises(Refused):
        told.say(say.hold_session, at=MONDAY, **{**session(MONDAY), **wrong})
    told.say(say.hold_session, at=MONDAY, **session(MONDAY))
    assert told.state.data["sessions"][0]["parties"] == [1, 2]


def test_one_side_alone_may_be_heard_when_nothing_is_agreed() -> None:
    told = mediating().say(say.hold_session, at=MONDAY, **session(MONDAY, "continued", parties=[1]))
    assert told.state.data["sessions"][0]["parties"] == [1]


def test_undisputed_facts_and_concessions_are_facts_of_their_own() -> None:
    told = mediating().say(say.note_undisputed, at=MONDAY, undisputed="渗水属实。")
    told.say(say.note_concession, at=MONDAY, side="a", concession="可少赔。")
    assert (len(told.state.data["undisputed"]), told.state.data["concessions"][0]["side"]) == (1, "a")
    ended = told.say(say.terminate, at=MONDAY, termination_reason="unwilling", ways=["court"])
    assert ended.say(say.note_undisputed, at=MONDAY, undisputed="签字确认。").state.data["undisputed"][-1]
    with pytest.raises(Refused):
        ended.say(say.note_concession, at=MONDAY, side="a", concession="可少赔。")


def test_past_its_limit_it_turns_orange_and_an_agreement_turns_it_back() -> None:
    told = mediating()
    assert told.due_at is not None
    over = told.due_at + DAY
    assert told.wait(over).light == ("orange", "Unresolved past its limit")
    told.say(say.hold_session, at=over, **session(over))
    assert told.say(say.agree, at=over, **agreement(over, 10)).light == (
        "yellow",
        "Agreed; performance is being watched",
    )


def test_the_time_of_an_appraisal_is_not_counted() -> None:
    told, plain = mediating(), mediating()
    told.say(say.pause, at=MONDAY + DAY, pause_reason="appraisal")
    assert (told.state.stage, told.due_at, told.timeline.row()["clock"]) == ("paused", None, "paused")
    assert told.wait(MONDAY + 60 * DAY).light[0] == "yellow"
    told.say(say.resume, at=MONDAY + 11 * DAY)
    assert told.due_at is not None
    assert plain.due_at is not None
    assert told.due_at - plain.due_at >= 10 * DAY


def test_a_limit_that_is_over_can_be_neither_paused_nor_extended() -> None:
    told = mediating()
    assert told.due_at is not None
    over = told.due_at + timedelta(seconds=1)
    extending = {"days": 30, "sides": ["a", "b"]}
    for command, more in ((say.pause, {"pause_reason": "appraisal"}), (say.extend, extending)):
        with pytest.raises(Refused):
            told.say(command, at=over, **more)
    assert told.say(say.extend, at=told.due_at, **extending).state.data["limit"]["extra_days"] == 30


def test_more_time_needs_every_side() -> None:
    told, before = mediating(), mediating().due_at
    with pytest.raises(Refused, match=r"Side B|乙方"):
        told.say(say.extend, at=MONDAY, days=30, sides=["a"])
    told.say(say.extend, at=MONDAY, days=30, sides=["a", "b"])
    told.say(say.extend, at=MONDAY, days=5, sides=["a", "b"])
    assert before is not None
    assert told.due_at is not None
    assert timedelta(days=34) <= told.due_at - before <= timedelta(days=40)


def test_a_pause_and_an_extension_add_up() -> None:
    told = mediating().say(say.extend, at=MONDAY, days=30, sides=["a", "b"])
    before = told.due_at
    told.say(say.pause, at=MONDAY + DAY, pause_reason="appraisal").say(say.resume, at=MONDAY + 16 * DAY)
    assert before is not None
    assert told.due_at is not None
    assert told.due_at - before >= 5 * DAY


def test_an_agreement_needs_a_session_that_reached_it() -> None:
    told = mediating().say(say.hold_session, at=MONDAY, **session(MONDAY, "continued"))
    with pytest.raises(Refused):
        told.say(say.agree, at=MONDAY, **agreement(MONDAY, 10))
    told.say(say.hold_session, at=MONDAY, **session(MONDAY))
    assert told.say(say.agree, at=MONDAY, **agreement(MONDAY, 10)).state.stage == "agreed"
    assert agreed(10).state.stage == "agreed"
