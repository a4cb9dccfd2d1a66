"""A registered dispute is taken on or declined in time: it does not lie for ever."""

from datetime import date

import msgspec
import pytest

from linli.ground.chain import canonical
from linli.ground.clock import day_of
from linli.kinds.dispute.kind import DISPUTE
from linli.matters.models import Matter
from linli.matters.timeline import fold
from linli.matters.verify import verify
from linli.policy.models import Term
from tests.kinds.dispute.in_town import registered
from tests.kinds.dispute.pure import Told
from tests.kinds.dispute.stages import DAY, MONDAY, checked
from tests.kinds.dispute.told import say
from tests.pebble.commands import hand_over
from tests.town import Town, pebble, said, state_of

LATE = ("orange", "Not taken on or declined in time")
IN_HAND = ("yellow", "Ordinary, in hand")
NEXT_MONDAY = date(2026, 3, 9)


def test_it_is_due_after_five_working_days_and_then_turns_orange() -> None:
    told = checked()
    assert told.due_at is not None
    assert (day_of(told.due_at), told.light) == (NEXT_MONDAY, IN_HAND)
    assert told.wait(told.due_at).light == LATE


def test_taking_it_on_turns_it_back_and_the_limit_of_mediation_begins() -> None:
    told = checked().wait(MONDAY + 9 * DAY)
    assert told.light == LATE
    told.say(say.accept, at=MONDAY + 9 * DAY)
    assert (told.light, "acceptance" in told.state.marks, "limit" in told.state.marks) == (IN_HAND, False, True)


def test_declining_turns_it_back_and_coming_back_it_is_to_be_decided_anew() -> None:
    told = checked().wait(MONDAY + 9 * DAY)
    told.say(say.decline, at=MONDAY + 9 * DAY, decline_reason="in_court", told="等待法院")
    assert (told.light[0], told.state.marks) == ("green", {})
    told.say(say.reopen, at=MONDAY + 14 * DAY, why="已撤诉")
    assert told.due_at is not None
    assert (told.light, day_of(told.due_at)) == (IN_HAND, date(2026, 3, 23))


def test_what_was_registered_before_there_was_such_a_limit_is_still_read_and_goes_on() -> None:
    line = Told(MONDAY, dangers=[]).timeline
    first, *rest = [entry.told for entry in line.entries]
    old = msgspec.json.decode(first.payload)
    assert old.pop("acceptance")["name"] == "acceptance"
    again = fold(DISPUTE, number=line.number, events=[first._replace(payload=canonical(old)), *rest])
    assert (again.state.stage, again.state.marks, again.state.turns_at) == ("registered", {}, None)
    assert again.state.data == line.state.data


@pytest.mark.django_db
def test_an_office_that_gives_no_time_for_it_can_still_register(town: Town) -> None:
    assert registered(town).due_at is not None
    Term.objects.filter(code="dispute.acceptance").delete()
    matter = registered(town, place="梧桐巷")
    assert (matter.stage, matter.due_at) == ("registered", None)


@pytest.mark.django_db
def test_what_another_matter_hands_over_is_registered_under_its_number_and_due_as_well(town: Town) -> None:
    stone = said(hand_over, pebble(town), by=town.gu, at=MONDAY, kind="dispute", title="为一块石头争执")
    dispute = Matter.objects.get(kind="dispute")
    assert dispute.due_at is not None
    assert (dispute.stage, dispute.category, day_of(dispute.due_at)) == ("registered", "OT", NEXT_MONDAY)
    assert state_of(dispute).data["from_number"] == stone.number
    dispute = said(say.classify, dispute, by=town.mei, at=MONDAY, dispute_class="police_led", category="NB")
    assert dispute.category == "NB"
    assert verify().differences == ()
