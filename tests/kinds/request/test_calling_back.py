"""The call-back: once for each reply, by nobody who handled it, and what follows from the answer."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from linli.kinds.request.commands.unbiased import by_no_handler
from linli.matters.command import Refused, Scene
from linli.matters.commands import NotAllowed
from linli.matters.models import Matter
from linli.matters.state import State
from linli.matters.verify import verify
from linli.staff.models import User
from linli.staff.posts import Held
from tests.kinds.request.at_counter import BAD, at_the_desk_too, called, for_them, lead
from tests.kinds.request.in_town import clerk, light, replied
from tests.kinds.request.told import nameless, say
from tests.town import MONDAY, TUESDAY, WEDNESDAY, Town, facts_of, said, state_of

pytestmark = pytest.mark.django_db


def test_a_content_resident_closes_it_with_the_result_of_the_reply(town: Town) -> None:
    matter = called(replied(town), by=clerk(town), at=TUESDAY)
    assert (matter.stage, matter.outcome) == ("closed", "resolved")
    assert light(matter) == ("green", "Closed and confirmed")
    state = state_of(matter)
    assert state.data["cycles"][0]["answer"]["satisfaction"] == "satisfied"
    assert set(state.marks) == {"redo_until"}
    assert verify().differences == ()


@pytest.mark.parametrize(
    ("solved", "satisfaction", "stage"),
    [
        ("yes", "very_satisfied", "closed"),
        ("partly", "basically", "closed"),
        ("no", "satisfied", "redo"),
        ("yes", "dissatisfied", "redo"),
        ("partly", "very_dissatisfied", "redo"),
    ],
)
def test_not_solved_or_displeased_is_done_again(town: Town, solved: str, satisfaction: str, stage: str) -> None:
    told: dict[str, Any] = {"solved": solved, "satisfaction": satisfaction, "reason": "half_done"}
    assert called(replied(town), by=clerk(town), **told).stage == stage


def test_the_one_who_replied_holds_the_redo_by_name_and_it_is_red(town: Town) -> None:
    matter = called(replied(town), by=clerk(town), at=TUESDAY, **BAD, reason="not_done")
    assert (matter.holder, matter.unit, matter.outcome) == (town.he, town.north, "")
    assert light(matter) == ("red", "Not solved, the resident says: do it again")
    assert matter.due_at == state_of(matter).marks["redo"].at
    assert state_of(matter).data["handlers"] == []


def test_why_a_resident_is_not_content_is_asked(town: Town) -> None:
    matter = replied(town)
    with pytest.raises(Refused):
        called(matter, by=clerk(town), **BAD)
    assert called(matter, by=clerk(town), **BAD, reason="too_slow").stage == "redo"


def test_who_handled_it_does_not_call_back_from_whatever_post(town: Town) -> None:
    matter = replied(town)
    with pytest.raises(NotAllowed):
        called(matter, by=town.mei)
    at_the_desk_too(town, town.he)
    with pytest.raises(Refused, match=r"yourself|亲自"):
        called(matter, by=town.he)
    assert called(matter, by=lead(town)).stage == "closed"


def test_who_stands_in_for_them_does_not_either(town: Town) -> None:
    matter, stranger = replied(town), for_them(town, at_the_desk_too(town, town.he))
    with pytest.raises(Refused, match=r"stand in|代理"):
        called(matter, by=stranger)
    at_the_desk_too(town, stranger, role="clerk")
    assert called(matter, by=stranger).stage == "closed"


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("not_reached", {"tried_by": "phone"}),
        ("waive_call_back", {"waive_ground": "asked_not_to", "why": "来电时说明"}),
        ("withdraw", {"why": "已自行解决"}),
        ("order_redo", {"why": "现场核查未修复"}),
        ("park", {"why": "待规划", "review_on": (WEDNESDAY + timedelta(days=30)).date()}),
    ],
)
def test_nothing_else_about_the_answer_is_said_by_who_handled_it(town: Town, step: str, told: dict[str, Any]) -> None:
    matter = replied(town)
    with pytest.raises(Refused, match=r"yourself|亲自"):
        said(getattr(say, step), matter, by=at_the_desk_too(town, town.he), at=TUESDAY, **told)
    assert said(getattr(say, step), matter, by=lead(town), at=TUESDAY, **told).seq > matter.seq


@pytest.mark.parametrize(
    ("step", "told"),
    [
        ("withdraw", {"why": "已自行解决"}),
        ("park", {"why": "待规划", "review_on": (WEDNESDAY + timedelta(days=30)).date()}),
    ],
)
def test_nor_is_a_redo_ended_by_the_one_whose_reply_did_not_help(town: Town, step: str, told: dict[str, Any]) -> None:
    matter = called(replied(town), by=clerk(town), at=TUESDAY, **BAD, reason="not_done")
    with pytest.raises(Refused, match=r"yourself|亲自"):
        said(getattr(say, step), matter, by=at_the_desk_too(town, town.he), at=TUESDAY, **told)
    matter = said(getattr(say, step), matter, by=lead(town), at=TUESDAY, **told)
    assert matter.stage == ("closed" if step == "withdraw" else "parked")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    handlers=st.sets(st.integers(1, 5)),
    user=st.integers(1, 5),
    behalf=st.lists(st.one_of(st.none(), st.integers(1, 5)), min_size=1, max_size=3),
)
def test_no_handler_and_no_stand_in_of_one_ever_speaks(handlers: set[int], user: int, behalf: list[int | None]) -> None:
    """Whoever is let through is no handler, and speaks for none."""
    posts = tuple(post(user, number, behalf=one) for number, one in enumerate(behalf, 1))
    state = State(kind="request", data={"handlers": sorted(handlers)})
    scene = Scene(state=state, told={}, by=posts[0], at=MONDAY, book=None, number="", others=lambda: posts)  # type: ignore[arg-type]
    try:
        speaks = by_no_handler(scene)
    except Refused:
        assert user in handlers or all(one in handlers for one in behalf)
    else:
        assert {speaks.user_id, speaks.for_user_id}.isdisjoint(handlers)


def post(user: int, number: int, *, behalf: int | None) -> Held:
    path = (1, None, None, None)
    return Held(post_id=number, user_id=user, role="lead", unit_id=1, level=1, path=path, for_user_id=behalf)


def tried(matter: Matter, *, by: User, at: Any) -> Matter:
    return said(say.not_reached, matter, by=by, at=at, tried_by="phone")


@pytest.mark.parametrize(("hours", "enough"), [((0, 1, 24), True), ((0, 1, 2), False), ((0, 24), False)])
def test_a_call_back_is_left_out_after_three_tries_on_two_days(
    town: Town, hours: tuple[int, ...], *, enough: bool
) -> None:
    matter = replied(town)
    for hour in hours:
        matter = tried(matter, by=clerk(town), at=MONDAY + timedelta(hours=hour))
    if not enough:
        with pytest.raises(Refused):
            said(say.waive_call_back, matter, by=lead(town), at=WEDNESDAY, waive_ground="unreachable")
        return
    matter = said(say.waive_call_back, matter, by=lead(town), at=WEDNESDAY, waive_ground="unreachable")
    assert matter.stage == "replied"
    matter = said(say.close, matter, by=clerk(town), at=WEDNESDAY)
    assert (matter.stage, matter.outcome) == ("closed", "resolved")
    assert light(matter) == ("green", "Closed without the resident's word")


def test_only_where_no_number_was_left_can_that_be_the_ground(town: Town) -> None:
    reachable, not_at_all = replied(town), replied(town, **nameless())
    told = {"waive_ground": "no_contact"}
    with pytest.raises(Refused):
        said(say.waive_call_back, reachable, by=lead(town), at=TUESDAY, **told)
    assert facts_of(said(say.waive_call_back, not_at_all, by=lead(town), at=TUESDAY, **told))[-1] == "CallBackWaived"


def test_it_is_closed_without_an_answer_only_when_the_call_back_was_left_out(town: Town) -> None:
    matter = replied(town)
    with pytest.raises(Refused):
        said(say.close, matter, by=clerk(town), at=TUESDAY)
    matter = said(
        say.waive_call_back, matter, by=lead(town), at=TUESDAY, waive_ground="asked_not_to", why="短信回复勿扰"
    )
    assert said(say.close, matter, by=clerk(town), at=TUESDAY).stage == "closed"
