"""Which steps of intake, routing, handling and the clock are lawful at which stage: the whole table at a glance."""

from collections.abc import Callable, Mapping

import pytest

from linli.kinds.request.commands import PART_A
from linli.kinds.request.kind import STAGES
from linli.matters.state import State
from tests.kinds.request.pure import (
    CHEN,
    HE,
    MONDAY,
    Told,
    accepted,
    dispatched,
    in_hand,
    replied,
    returned,
    taken_in,
)
from tests.kinds.request.told import say


def suspended() -> Told:
    return in_hand().say(say.suspend, at=MONDAY, by=CHEN, why="等待鉴定")


def asked() -> Told:
    words = {"days": 3, "why": "采购", "legal_basis": "《采购法》"}
    return in_hand().say(say.ask_extension, at=MONDAY, by=HE, **words)


TABLE: Mapping[str, tuple[Callable[[], Told], str]] = {
    "handed_in": (taken_in, "accept not_accept reclassify correct_place keep_confidential convert"),
    "accepted": (accepted, "dispatch not_accept reclassify correct_place keep_confidential convert"),
    "dispatched": (dispatched, "re_dispatch sign send_back reclassify correct_place keep_confidential convert"),
    "return_asked": (
        lambda: returned(in_hand()),
        "uphold_return re_dispatch designate reclassify correct_place keep_confidential",
    ),
    "in_progress": (
        in_hand,
        "re_dispatch contact progress reply send_back ask_extension suspend reclassify correct_place "
        "keep_confidential convert",
    ),
    "suspended": (suspended, "resume keep_confidential"),
    "replied": (lambda: replied(in_hand()), "keep_confidential"),
}


@pytest.mark.parametrize("stage", TABLE)
def test_at_each_stage_these_steps_are_lawful_and_no_others(stage: str) -> None:
    build, lawful = TABLE[stage]
    state = build().state
    assert state.stage == stage
    assert {command.name for command in PART_A if not command.refusal(state)} == set(lawful.split())


def test_while_more_time_is_asked_for_the_desk_decides_on_it_and_nobody_asks_again() -> None:
    lawful = {command.name for command in PART_A if not command.refusal(asked().state)}
    before = {command.name for command in PART_A if not command.refusal(in_hand().state)}
    assert lawful - before == {"grant_extension", "refuse_extension"}
    assert before - lawful == {"ask_extension"}


@pytest.mark.parametrize("stage", STAGES)
def test_every_guard_is_asked_of_the_state_alone(stage: str) -> None:
    state = in_hand().state
    state.stage = stage
    before = state.written()
    for command in PART_A:
        assert isinstance(command.refusal(state), str)
        assert isinstance(command.refusal(State(kind="request", stage=stage)), str)
    assert state.written() == before
