"""Urging a unit, its account, and the yellow and red notices that follow where there is none."""

from datetime import timedelta

import pytest

from linli.matters.command import Refused
from linli.matters.commands import NotAllowed
from linli.matters.everyday import note
from linli.matters.models import Matter
from linli.matters.verify import verify
from tests.kinds.request.at_counter import BAD, answers, lead
from tests.kinds.request.in_town import accepted, clerk, in_hand, light, replied
from tests.kinds.request.told import answer, nameless, say
from tests.town import FRIDAY, MONDAY, NEXT_MONDAY, TUESDAY, Town, said, state_of

pytestmark = pytest.mark.django_db
ACCOUNT = {"reason": "配件缺货", "stage_result": "已订货"}
YELLOW = {"level": "yellow", "exception": "should_handle", "said": "三日内修复"}
UNACCOUNTED = "Supervised; no account was given in time"
LATER = NEXT_MONDAY + timedelta(days=14)


def urged(town: Town, ground: str = "near_limit") -> Matter:
    return said(say.urge, in_hand(town), by=clerk(town), at=TUESDAY, urge_ground=ground)


def test_urging_is_counted_and_the_account_ends_the_wait(town: Town) -> None:
    matter = said(say.urge, urged(town), by=clerk(town), at=FRIDAY, urge_ground="refuses", said="请尽快")
    state = state_of(matter)
    assert ([row["ground"] for row in state.data["urges"]], "urged" in state.flags) == (["near_limit", "refuses"], True)
    with pytest.raises(NotAllowed):
        said(say.explain_delay, matter, by=clerk(town), at=FRIDAY, **ACCOUNT)
    matter = said(say.explain_delay, matter, by=town.he, at=FRIDAY, **ACCOUNT)
    state = state_of(matter)
    assert ("urge" in state.marks, "urged" in state.flags) == (False, False)
    assert all(row["explained"] for row in state.data["urges"])
    with pytest.raises(Refused):
        said(say.explain_delay, matter, by=town.he, at=FRIDAY, **ACCOUNT)


def test_only_a_unit_is_urged_not_the_desk_itself(town: Town) -> None:
    with pytest.raises(Refused):
        said(say.urge, accepted(town), by=clerk(town), at=TUESDAY, urge_ground="refuses")
    assert "urge" in state_of(urged(town, "refuses")).marks


def test_a_ground_that_the_clocks_disprove_is_refused(town: Town) -> None:
    early, late = in_hand(town), in_hand(town)
    for matter, at, ground in ((early, TUESDAY, "overdue"), (late, LATER, "near_limit"), (early, TUESDAY, "repeated")):
        with pytest.raises(Refused):
            said(say.urge, matter, by=clerk(town), at=at, urge_ground=ground)
    assert "urge" in state_of(said(say.urge, early, by=clerk(town), at=TUESDAY, urge_ground="near_limit")).marks
    assert "urge" in state_of(said(say.urge, late, by=clerk(town), at=LATER, urge_ground="overdue")).marks
    again = answers(say.rate, replied(town), at=MONDAY, **BAD)
    assert "urge" in state_of(said(say.urge, again, by=clerk(town), at=MONDAY, urge_ground="repeated")).marks


def test_a_yellow_notice_follows_an_urging_left_without_an_account(town: Town) -> None:
    silent, told = urged(town), said(say.explain_delay, urged(town), by=town.he, at=FRIDAY, **ACCOUNT)
    with pytest.raises(Refused):
        said(say.supervise, silent, by=lead(town), at=FRIDAY, supervise_ground="unexplained", **YELLOW)
    with pytest.raises(Refused):
        said(say.supervise, told, by=lead(town), at=LATER, supervise_ground="unexplained", **YELLOW)
    matter = said(say.supervise, silent, by=lead(town), at=LATER, supervise_ground="unexplained", **YELLOW)
    assert "supervised_yellow" in state_of(matter).flags


def test_on_grave_grounds_it_is_given_at_once_and_by_the_head_of_the_desk(town: Town) -> None:
    matter = in_hand(town)
    for nobody in (clerk(town), town.gu):
        with pytest.raises(NotAllowed):
            said(say.supervise, matter, by=nobody, at=TUESDAY, supervise_ground="bad_effect", **YELLOW)
    matter = said(say.supervise, matter, by=lead(town), at=TUESDAY, supervise_ground="bad_effect", **YELLOW)
    assert state_of(matter).data["supervision"]["exception"] == "should_handle"
    assert "supervision" in state_of(matter).marks


def test_red_follows_yellow_and_is_lifted_with_words(town: Town) -> None:
    told = {"supervise_ground": "refuses", **YELLOW}
    matter, red = in_hand(town), {**told, "level": "red", "exception": "should_handle_lawfully"}
    with pytest.raises(Refused):
        said(say.supervise, matter, by=lead(town), at=TUESDAY, **red)
    with pytest.raises(Refused):
        said(say.lift_supervision, matter, by=lead(town), at=TUESDAY, said="已整改")
    matter = said(say.supervise, matter, by=lead(town), at=TUESDAY, **told)
    with pytest.raises(Refused):
        said(say.supervise, matter, by=lead(town), at=TUESDAY, **told)
    matter = said(say.supervise, matter, by=lead(town), at=FRIDAY, **red)
    assert [flag for flag in state_of(matter).flags if "supervised" in flag] == ["supervised_red"]
    assert light(matter) == ("orange", "Under a red notice")
    with pytest.raises(Refused):
        said(say.supervise, matter, by=lead(town), at=FRIDAY, **red)
    matter = said(say.lift_supervision, matter, by=lead(town), at=FRIDAY, said="已整改")
    assert ("supervision" in state_of(matter).marks, state_of(matter).data["supervision"]) == (False, None)
    assert verify().differences == ()


def test_under_a_notice_the_unit_gives_an_account_and_the_notice_stands_until_it_is_lifted(town: Town) -> None:
    matter = in_hand(town, **nameless())
    with pytest.raises(Refused):
        said(say.explain_delay, matter, by=town.he, at=TUESDAY, **ACCOUNT)
    silent = said(say.supervise, matter, by=lead(town), at=MONDAY, supervise_ground="bad_effect", **YELLOW)
    due = state_of(silent).marks["supervision"].at
    matter = said(say.explain_delay, silent, by=town.he, at=TUESDAY, **ACCOUNT)
    state = state_of(matter)
    assert ("supervision" in state.marks, "supervised_yellow" in state.flags) == (False, True)
    assert UNACCOUNTED not in light(said(note, matter, by=town.he, at=due + timedelta(minutes=1), text="在办"))
    late = said(
        say.supervise, in_hand(town, **nameless()), by=lead(town), at=MONDAY, supervise_ground="bad_effect", **YELLOW
    )
    assert UNACCOUNTED in light(said(note, late, by=town.he, at=due + timedelta(minutes=1), text="在办"))
    assert verify().differences == ()


def test_nothing_is_overdue_while_the_clock_stands_still(town: Town) -> None:
    running, still = in_hand(town), said(say.suspend, in_hand(town), by=lead(town), at=TUESDAY, why="等待鉴定")
    told = {"supervise_ground": "overdue", **YELLOW}
    with pytest.raises(Refused, match=r"overdue|超期"):
        said(say.supervise, still, by=lead(town), at=LATER, **told)
    with pytest.raises(Refused, match=r"overdue|超期"):
        said(say.urge, still, by=clerk(town), at=LATER, urge_ground="overdue")
    assert "supervised_yellow" in state_of(said(say.supervise, running, by=lead(town), at=LATER, **told)).flags


def test_a_reply_is_an_account(town: Town) -> None:
    matter = said(say.reply, urged(town), by=town.he, at=TUESDAY, **answer())
    assert ("urge" in state_of(matter).marks, "urged" in state_of(matter).flags) == (False, False)
