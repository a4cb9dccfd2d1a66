"""What a request counts for: steps, returns, answers, redo, repeats and whistles."""

from typing import Any

import pytest

from linli.kinds.request.facts.calling_back import CalledBack
from linli.kinds.request.facts.closing import Closed, Parked
from linli.kinds.request.facts.confirming import RedoAsked, RedoBegan
from linli.kinds.request.facts.handling import Replied, Signed
from linli.kinds.request.facts.intake import Accepted
from linli.kinds.request.facts.merging import Merged, Unmerged
from linli.kinds.request.facts.opening import TakenIn
from linli.kinds.request.facts.routing import Dispatched, ReDispatched, ReturnAsked
from linli.kinds.request.facts.splitting import PartTakenIn
from linli.kinds.request.facts.whistle import Arrived, WhistleBlown, WhistleRated, WhistleSigned, WhistleSignedLate
from linli.kinds.request.indicators import DONE, INDICATORS
from linli.kinds.request.kind import REQUEST
from tests.kinds.telling import Told, counts, dated, hours, measures, steps

DESK, STREET, WATER, HE = 1, 2, 3, 9
TAKEN = {"unit": DESK, "title": "", "story": "", "category": "water", "sort": "help", "channel": "phone"}
OPENED: Told = (0, TakenIn(**TAKEN, accept=dated("accept")(8)))  # type: ignore[arg-type]
ACCEPTED: Told = (1, Accepted(dispatch=dated("dispatch")(2), reply=dated("reply")(48)))
SENT: Told = (3, Dispatched(unit=STREET, sign=dated("sign")(8)))
SIGNED: Told = (4, Signed(unit=STREET, user=HE))
CONTENT = CalledBack(contacted="yes", solved="yes", satisfaction="satisfied")
CLOSED = Closed(outcome="explained", redo_until=dated("redo_until")(900))


def replied(unit: int = STREET) -> Replied:
    return Replied(unit=unit, result="explained", text="", callback=dated("callback")(100))


def redo(until: float) -> RedoBegan:
    return RedoBegan(user=HE, unit=STREET, redo=dated("redo")(until))


def asked_again(until: float) -> RedoAsked:
    return RedoAsked(user=HE, unit=STREET, redo=dated("redo")(until))


GIVEN_BACK = ReturnAsked(unit=STREET, return_ground="not_our_duty", why="", ruling=dated("ruling")(9))
SENT_ON = ReDispatched(unit=WATER, sign=dated("sign")(9))


def test_a_request_done_at_once_is_right_the_first_time_and_each_step_is_in_time_or_late() -> None:
    told = (OPENED, ACCEPTED, SENT, SIGNED, (20, replied()), (30, CONTENT), (30, CLOSED))
    found = measures(REQUEST, *told)
    expected = {
        "order",
        "accepted",
        "dispatched_kept",
        "signed",
        "replied_in_time",
        "once_in_time",
        "closed",
        "contacted",
    }
    assert expected | {"solved_yes", "satisfied"} <= set(found)
    assert not {"repeat", "part", "redo", "returned", "again_in_time", "replied_late", "uncontacted"} & set(found)
    assert steps(counts(REQUEST, *told)) == [
        ("accept", "in_time", DESK),
        ("dispatch", "late", DESK),
        ("sign", "in_time", STREET),
        ("reply", "in_time", STREET),
        ("callback", "in_time", DESK),
    ]


def test_steps_that_a_list_tells_are_done_and_neither_in_time_nor_late() -> None:
    told = (OPENED, ACCEPTED, SENT, SIGNED, (20, replied()))
    assert steps(counts(REQUEST, *told, listed=5)) == []
    assert steps(counts(REQUEST, *told, listed=3)) == [("sign", "in_time", STREET), ("reply", "in_time", STREET)]
    listed = {one.measure for one in counts(REQUEST, *told, listed=5)}
    assert {one.measure for one in counts(REQUEST, *told)} - listed == {"request.step_in_time", "request.step_late"}


def test_after_a_return_and_a_redo_it_is_closed_again_and_each_unit_has_its_own() -> None:
    back = ReturnAsked(unit=STREET, return_ground="not_our_duty", why="", ruling=dated("ruling")(9))
    angry = CalledBack(contacted="no", solved="no", satisfaction="dissatisfied")
    told = (
        *(OPENED, ACCEPTED, SENT, (5, back), (6, ReDispatched(unit=WATER, sign=dated("sign")(9)))),
        *((7, Signed(unit=WATER, user=HE)), (50, replied(WATER)), (51, angry)),
        *(
            (51, RedoBegan(user=HE, unit=WATER, redo=dated("redo")(80))),
            (70, replied(WATER)),
            (71, CONTENT),
            (71, CLOSED),
        ),
    )
    found = counts(REQUEST, *told)
    units = {one.measure.partition(".")[2]: one.unit for one in found}
    names = measures(REQUEST, *told)
    assert (names["again_late"], names["replied_late"], names["replied_in_time"], names["redo"]) == (1, 1, 1, 1)
    assert (units["returned"], units["redo"], units["dissatisfied"]) == (STREET, WATER, WATER)
    assert (names["dispatched_returned"], names["dispatched_kept"]) == (1, 1)
    assert (units["dispatched_returned"], units["dispatched_kept"]) == (STREET, WATER)
    assert (names["uncontacted"], names["contacted"]) == (1, 1)
    assert {one.unit: one.value for one in found if one.measure == "request.held"}.keys() == {DESK, STREET, WATER}


ANGRY = CalledBack(contacted="yes", solved="no", satisfaction="dissatisfied")
ONCE = (OPENED, ACCEPTED, SENT, SIGNED, (20, replied()), (30, CONTENT), (30, CLOSED))


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (ONCE, ["once_in_time"]),
        ((*ONCE[:4], (50, replied()), (60, CONTENT), (60, CLOSED)), ["once_late"]),
        ((*ONCE[:5], (30, ANGRY), (30, redo(90)), (80, replied()), (81, CONTENT), (81, CLOSED)), ["again_in_time"]),
        ((*ONCE[:5], (30, ANGRY), (30, redo(70)), (80, replied()), (81, CONTENT), (81, CLOSED)), ["again_late"]),
        ((*ONCE[:4], (50, replied()), (51, ANGRY), (51, redo(90)), (80, replied()), (81, CLOSED)), ["again_late"]),
        ((*ONCE, (40, asked_again(90))), ["again_in_time"]),
        ((*ONCE, (40, asked_again(90)), (80, replied()), (81, CLOSED)), ["again_in_time", "again_in_time"]),
    ],
    ids=["at once", "late", "redo in time", "redo late", "late, then redo in time", "opened again", "and closed again"],
)
def test_a_closing_is_in_time_when_each_answer_was_and_right_the_first_time_when_it_lasts(
    told: tuple[Told, ...], expected: list[str]
) -> None:
    names = measures(REQUEST, *told)
    assert [name for name in DONE for _one in range(names[name])] == expected


@pytest.mark.parametrize(
    ("told", "returned", "kept"),
    [((), 0, 1), (((5, GIVEN_BACK),), 1, 0), (((5, GIVEN_BACK), (6, SENT_ON)), 1, 1)],
    ids=["kept", "given back", "given back and sent on"],
)
def test_each_dispatch_was_returned_or_not_and_no_return_is_of_another_set(
    told: tuple[Told, ...], returned: int, kept: int
) -> None:
    found = measures(REQUEST, OPENED, ACCEPTED, SENT, *told)
    assert (found["dispatched_returned"], found["dispatched_kept"]) == (returned, kept)
    rate = next(one for one in INDICATORS if one.name == "request.return_rate")
    assert set(rate.top) < set(rate.below)


def test_a_part_is_not_received_anew() -> None:
    received = next(one for one in INDICATORS if one.name == "request.opened")
    assert set(received.top) == {"request.order", "request.repeat"}


def test_what_is_parked_is_not_overdue_while_its_clock_stands_still() -> None:
    parked = (40, Parked(review=dated("review")(50), why=""))
    told = counts(REQUEST, *ONCE[:5], parked)
    assert not [one for one in told if one.measure == "request.overdue" and one.at >= hours(40)]


@pytest.mark.parametrize(
    ("moves", "opened", "merged"),
    [
        ([], "order", 0),
        ([Merged(number="X-2", why="")], "repeat", 1),
        ([Merged(number="X-2", why=""), Unmerged(number="X-2")], "order", 0),
    ],
)
def test_an_order_that_goes_with_another_is_a_repeat_as_long_as_it_does(
    moves: list[Merged | Unmerged], opened: str, merged: int
) -> None:
    found = measures(REQUEST, OPENED, ACCEPTED, *((2.0 + place, move) for place, move in enumerate(moves)))
    assert {name for name in ("order", "repeat", "part") if found[name]} == {opened}
    assert found["merged"] == merged


def test_a_part_is_opened_and_neither_an_order_nor_asked_for() -> None:
    part = PartTakenIn(**TAKEN, accept=dated("accept")(8), part_of="X-9")  # type: ignore[arg-type]
    found = measures(REQUEST, (0, part))
    assert (found["part"], found["order"], found["repeat"]) == (1, 0, 0)


def test_a_whistle_counts_by_the_day_of_the_call_for_the_department_called() -> None:
    clocks: dict[str, Any] = {name: dated(f"whistle_{name}")(20) for name in ("sign", "contact", "arrive")}
    blown = WhistleBlown(from_unit=STREET, unit=WATER, whistle_ground="joint", **clocks)
    known = counts(REQUEST, OPENED, ACCEPTED, SENT, SIGNED, (5, blown))
    call = next(one.seq for one in known if one.measure == "request.whistle")
    told = (OPENED, ACCEPTED, SENT, SIGNED, (5, blown))
    late = (22, WhistleSignedLate(whistle=call, unit=WATER, late_minutes=120))
    answers = (
        (23, Arrived(whistle=call, unit=WATER)),
        (24, WhistleRated(whistle=call, unit=WATER, satisfaction="satisfied")),
    )
    found = [one for one in counts(REQUEST, *told, late, *answers) if "whistle" in one.measure]
    assert [one.measure for one in found] == [
        "request.whistle",
        "request.whistle_arrived",
        "request.whistle_satisfied",
    ]
    assert {(one.unit, one.at) for one in found} == {(WATER, found[0].at)}
    signed = measures(REQUEST, *told, (6, WhistleSigned(whistle=call, unit=WATER)))
    assert signed["whistle_signed"] == 1
