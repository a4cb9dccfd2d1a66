"""Requests of one matter go together: one reply, an answer for each; undone, both are as if they had only waited."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from linli.kinds.request import joined
from linli.kinds.request.kind import REQUEST
from linli.matters.command import Refused
from linli.matters.commands import NotAllowed
from linli.matters.everyday import note
from linli.matters.models import Matter, Standing, Tie
from linli.matters.verify import verify
from tests.kinds.request import side_by_side
from tests.kinds.request.at_counter import BAD, answers, called, lead
from tests.kinds.request.in_town import accepted, clerk, dispatched, in_hand, light, replied, taken_in
from tests.kinds.request.told import answer, lamp, say
from tests.reads import reads
from tests.town import FRIDAY, MONDAY, TUESDAY, WEDNESDAY, Town, facts_of, opened, said, state_of

WHY = "同一路灯"


def merged(matter: Matter, into: Matter, town: Town, *, by: Any = None, at: Any = TUESDAY) -> Matter:
    matter.refresh_from_db()
    return said(say.merge, matter, by=by or clerk(town), at=at, into=into.number, why=WHY)


def fresh(matter: Matter) -> Matter:
    matter.refresh_from_db()
    return matter


waits = st.lists(st.tuples(st.sampled_from((1, 2)), st.integers(0, 4 * 24 * 60), st.booleans()), max_size=6)


@given(before=waits, between=waits, after=waits, step=st.sampled_from(("", "accept")))
def test_merged_and_unmerged_both_are_byte_for_byte_as_if_they_had_only_waited(
    before: list[Any], between: list[Any], after: list[Any], step: str
) -> None:
    went, stayed = side_by_side.Requests(2), side_by_side.Requests(2)
    clock = Clock(went, stayed)
    for both in (went, stayed):
        both.say(say.accept, 1, at=MONDAY)
        if step:
            both.say(say.accept, 2, at=MONDAY)
    clock.pass_by(before)
    went.say(say.merge, 2, at=clock.at, into=went.number(1), why=WHY)
    clock.pass_by(between)
    went.say(say.unmerge, 2, at=clock.at, why="不是同一处")
    clock.pass_by(after)
    for place in (1, 2):
        assert went.written(place, at=clock.at) == stayed.written(place, at=clock.at)


@given(gone=st.permutations((2, 3, 4)), count=st.integers(0, 3))
def test_whoever_is_released_first_the_others_stay_as_if_it_had_never_been_there(gone: list[int], count: int) -> None:
    went, never = side_by_side.Requests(4), side_by_side.Requests(4)
    for both in (went, never):
        both.say(say.accept, 1, at=MONDAY)
    for place in (2, 3, 4):
        went.say(say.merge, place, at=MONDAY, into=went.number(1), why=WHY)
        if place not in gone[:count]:
            never.say(say.merge, place, at=MONDAY, into=never.number(1), why=WHY)
    for place in gone[:count]:
        went.say(say.unmerge, place, at=MONDAY, why=WHY)
    assert went.written(1, at=MONDAY) == never.written(1, at=MONDAY)
    assert ("many" in went.line(1).state.flags) == (3 - count >= joined.MANY)


class Clock:
    """The same minutes pass for both, with the same notes."""

    def __init__(self, *worlds: side_by_side.Requests) -> None:
        self.worlds, self.at = worlds, MONDAY

    def pass_by(self, waited: list[tuple[int, int, bool]]) -> None:
        for place, minutes, noted in waited:
            self.at += timedelta(minutes=minutes)
            for world in self.worlds:
                if noted:
                    world.say(note, place, at=self.at, text="已电话沟通")
                else:
                    world.line(place).catch_up(self.at)


@pytest.mark.django_db
def test_each_says_so_and_names_the_other(town: Town) -> None:
    first, second = in_hand(town), accepted(town)
    second = merged(second, first, town)
    assert (second.stage, light(second)) == ("merged", ("yellow", "Goes with another request and is answered there"))
    assert state_of(first).data["absorbed"] == [second.number]
    assert (state_of(first).tied("merged"), state_of(second).tied("merged_into")) == ([second.number], [first.number])
    assert verify().differences == ()
    second = said(say.unmerge, second, by=clerk(town), at=WEDNESDAY, why="不是同一处")
    assert (second.stage, state_of(first).data["absorbed"]) == ("accepted", [])
    assert not Tie.objects.filter(matter__in=(first, second)).exists()
    assert verify().differences == ()


@pytest.mark.django_db
def test_the_earlier_one_answers_and_each_resident_gets_an_answer_of_their_own(town: Town) -> None:
    first, second, third = in_hand(town), accepted(town), dispatched(town)
    for later in (second, third):
        merged(later, first, town)
    assert light(fresh(first)) == ("orange", "Reported by many")
    first = said(say.reply, fresh(first), by=town.he, at=WEDNESDAY, **answer())
    for later in (second, third):
        assert (fresh(later).stage, later.unit, later.due_at) == ("replied", town.north, first.due_at)
        assert later.events.filter(fact="AnsweredAlong").count() == 1
        assert state_of(later).data["handlers"] == [town.he.pk]
    assert called(second, by=clerk(town), at=WEDNESDAY).stage == "closed"
    assert answers(say.rate, third, at=WEDNESDAY, **BAD).holder == town.he
    assert fresh(first).stage == "replied"
    assert verify().differences == ()


@pytest.mark.django_db
def test_a_second_reply_goes_only_to_those_that_still_wait(town: Town) -> None:
    first, second = in_hand(town), accepted(town)
    merged(second, first, town)
    first = answers(say.rate, said(say.reply, fresh(first), by=town.he, at=WEDNESDAY, **answer()), at=WEDNESDAY, **BAD)
    third = merged(accepted(town), first, town, at=WEDNESDAY)
    said(say.reply, fresh(first), by=town.he, at=FRIDAY, **answer())
    assert (len(state_of(second).data["cycles"]), len(state_of(third).data["cycles"])) == (1, 1)
    assert state_of(first).data["answered_along"] == [second.number, third.number]
    assert state_of(first).tied("merged") == [second.number, third.number]


@pytest.mark.django_db
@pytest.mark.parametrize("end", ["take_back", "withdraw", "park", "convert", "not_accept"])
def test_when_the_first_ends_without_a_reply_those_with_it_go_by_themselves_again(town: Town, end: str) -> None:
    first = accepted(town) if end == "not_accept" else in_hand(town)
    if end == "park":
        first = answers(say.rate, said(say.reply, first, by=town.he, at=MONDAY, **answer()), at=MONDAY, **BAD)
    second = merged(accepted(town), first, town)
    told: dict[str, dict[str, Any]] = {
        "take_back": {},
        "withdraw": {"why": "已修好"},
        "park": {"why": "待立项", "review_on": (FRIDAY + timedelta(days=30)).date()},
        "not_accept": {"refusal_ground": "outside"},
        "convert": {"to_kind": "dispute", "title": "路灯费用纠纷", "text": "两家争执。", "why": "实为纠纷"},
    }
    if end == "take_back":
        answers(say.take_back, first, at=WEDNESDAY)
    else:
        said(getattr(say, end), fresh(first), by=lead(town), at=WEDNESDAY, **told[end])
    assert (fresh(second).stage, facts_of(second)[-2]) == ("accepted", "WentAlone")
    assert state_of(second).tied("merged_into") == []
    assert verify().differences == ()


@pytest.mark.django_db
def test_a_question_with_which_others_go_is_answered_at_once_only_when_they_went(town: Town) -> None:
    first, second = accepted(town, sort="consult"), accepted(town, sort="consult")
    second = merged(second, first, town)
    with pytest.raises(Refused, match=r"by themselves|解除合并"):
        said(say.answer_now, fresh(first), by=clerk(town), at=WEDNESDAY, text="周三办理")
    said(say.unmerge, second, by=clerk(town), at=WEDNESDAY, why="分别答复")
    assert said(say.answer_now, fresh(first), by=clerk(town), at=WEDNESDAY, text="周三办理").stage == "answered"


@pytest.mark.django_db
def test_who_goes_along_may_still_take_it_back(town: Town) -> None:
    first, second = in_hand(town), accepted(town)
    second = answers(say.take_back, merged(second, first, town), at=WEDNESDAY)
    assert (second.stage, second.outcome, state_of(first).data["absorbed"]) == ("closed", "withdrawn", [])
    assert said(say.reply, fresh(first), by=town.he, at=WEDNESDAY, **answer()).stage == "replied"
    assert verify().differences == ()


@pytest.mark.django_db
def test_no_circles_and_no_chains(town: Town) -> None:
    first, second, third = accepted(town), accepted(town), accepted(town)
    with pytest.raises(Refused):
        merged(first, first, town)
    with pytest.raises(Refused, match=second.number):
        merged(first, second, town)
    merged(second, first, town)
    with pytest.raises(Refused, match=first.number):
        merged(third, second, town)
    with pytest.raises(Refused):
        merged(first, third, town)
    assert merged(third, first, town).stage == "merged"


@pytest.mark.django_db
@pytest.mark.parametrize("where", [taken_in, replied])
def test_only_what_is_accepted_and_not_answered_takes_others_in(town: Town, where: Any) -> None:
    first, open_one, second = where(town), accepted(town), accepted(town)
    with pytest.raises(Refused, match=first.number):
        merged(second, first, town)
    assert merged(second, open_one, town).stage == "merged"


@pytest.mark.django_db
def test_an_answer_does_not_come_from_who_is_complained_of(town: Town) -> None:
    plain, same = in_hand(town), accepted(town, reported_unit=town.south.pk)
    second = accepted(town, reported_unit=town.south.pk)
    with pytest.raises(Refused):
        merged(second, plain, town)
    assert merged(second, same, town).stage == "merged"


@pytest.mark.django_db
def test_danger_to_life_does_not_go_out_of_sight_with_what_is_less_urgent(town: Town) -> None:
    first, second = in_hand(town), accepted(town, urgency="life")
    with pytest.raises(Refused, match=r"urgent|紧急"):
        merged(second, first, town)
    first = said(say.reclassify, first, by=clerk(town), at=TUESDAY, urgency="life")
    assert (merged(second, first, town).stage, light(fresh(first))[0]) == ("merged", "red")


@pytest.mark.django_db
def test_what_another_desk_took_in_is_merged_only_from_above_both(town: Town) -> None:
    first = in_hand(town)
    other = opened(REQUEST, by=town.mei, unit=town.north, told=lamp(), at=MONDAY)
    with pytest.raises(Refused, match=r"[Aa]nother desk|另一窗口"):
        merged(other, first, town, by=town.mei)
    assert merged(other, first, town, by=clerk(town)).stage == "merged"


@pytest.mark.django_db
@pytest.mark.parametrize("verb", ["absorb", "release", "go_alone", "answer_along"])
def test_what_follows_is_never_said_by_itself(town: Town, verb: str) -> None:
    first, second = in_hand(town), accepted(town)
    merged(second, first, town)
    matter = fresh(second if verb in ("go_alone", "answer_along") else first)
    with pytest.raises(NotAllowed):
        said(getattr(say, verb), matter, by=lead(town), at=WEDNESDAY, number=first.number)
    assert said(say.unmerge, fresh(second), by=lead(town), at=WEDNESDAY, why="另一处").stage == "accepted"


def test_a_reply_reads_each_that_goes_with_it_once_under_the_lock(town: Town) -> None:
    """Before it the one it is said to, with its state, and the ids of those that this names."""
    first, others = in_hand(town), [accepted(town) for _place in range(2)]
    for other in others:
        merged(other, first, town)
    first = fresh(first)
    with reads() as read:
        said(say.reply, first, by=town.he, at=WEDNESDAY, **answer())
    assert {fresh(other).stage for other in others} == {"replied"}
    found, ids, locked = 1, 1, 1
    assert read.of(Matter, Standing) == (found + ids + locked, found + 1 + len(others))
