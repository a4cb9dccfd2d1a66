"""What a resident says to a reply at the counter, and how a request is closed, laid aside and opened again."""

import re
from datetime import timedelta

import pytest
from django.http import Http404
from django.test import Client

from linli.matters.command import Refused
from linli.matters.commands import NotAllowed
from linli.matters.models import Matter
from linli.matters.verify import verify
from tests.desk.conftest import page
from tests.kinds.request.at_counter import BAD, GOOD, answers, at_the_desk_too, called, lead
from tests.kinds.request.in_town import accepted, clerk, dispatched, in_hand, light, replied, taken_in
from tests.kinds.request.told import answer, say
from tests.town import FRIDAY, MONDAY, NEXT_MONDAY, TUESDAY, WEDNESDAY, Town, facts_of, said, state_of

pytestmark = pytest.mark.django_db
MONTH = MONDAY + timedelta(days=31)
STANDING, OVER = "日期已过，暂停计时", re.compile(r"超期 \d+ 个工作日")


def test_a_resident_answers_once_for_each_reply(town: Town) -> None:
    matter = answers(say.rate, replied(town), at=TUESDAY, **GOOD, said="很快就亮了")
    assert (matter.stage, matter.outcome) == ("closed", "resolved")
    assert facts_of(matter)[-3:] == ["Rated", "Closed", "Turned"]
    with pytest.raises(Refused):
        answers(say.rate, matter, at=WEDNESDAY, **GOOD)
    assert verify().differences == ()


def test_an_answer_is_one_whoever_hears_it_first(town: Town) -> None:
    for first in ("desk", "counter"):
        matter = replied(town)
        if first == "desk":
            matter = called(matter, by=clerk(town), **BAD, reason="not_done")
        else:
            matter = answers(say.rate, matter, at=MONDAY, **BAD)
        matter = said(say.reply, matter, by=town.he, at=TUESDAY, **answer())
        cycles = state_of(matter).data["cycles"]
        assert [row["answer"] is None for row in cycles] == [False, True]
        assert called(matter, by=clerk(town), at=WEDNESDAY).stage == "closed"


def test_a_redo_needs_a_new_reply_and_stays_unsolved_until_the_resident_is_content(town: Town) -> None:
    matter = answers(say.rate, replied(town), at=TUESDAY, **BAD)
    assert "unsolved" in state_of(matter).flags
    matter = said(say.reply, matter, by=town.he, at=WEDNESDAY, **answer())
    assert light(matter) == ("yellow", "Answered; to be called back")
    assert "unsolved" in state_of(matter).flags
    again = answers(say.rate, matter, at=WEDNESDAY, **BAD)
    assert (again.stage, light(again)[0]) == ("redo", "red")
    matter = answers(say.rate, said(say.reply, again, by=town.he, at=FRIDAY, **answer()), at=FRIDAY, **GOOD)
    assert "unsolved" not in state_of(matter).flags
    assert [row["by"] for row in state_of(matter).data["redos"]] == ["answer", "answer"]


def test_the_code_opens_no_step_of_the_desk_and_the_desk_none_of_the_resident(town: Town) -> None:
    matter = replied(town)
    with pytest.raises(NotAllowed):
        answers(say.close, matter, at=TUESDAY)
    with pytest.raises(NotAllowed):
        said(say.rate, matter, by=lead(town), at=TUESDAY, **GOOD)
    with pytest.raises(Http404):
        said(say.call_back, matter, by=town.sun, at=TUESDAY, contacted="yes", **GOOD)
    assert answers(say.rate, matter, at=TUESDAY, **GOOD).stage == "closed"


@pytest.mark.parametrize("step", ["ask_redo", "order_redo"])
def test_within_the_window_a_closed_request_is_done_again(town: Town, step: str) -> None:
    matter = called(replied(town), by=clerk(town))
    if step == "ask_redo":
        matter = answers(say.ask_redo, matter, at=FRIDAY, why="又不亮了")
    else:
        matter = said(say.order_redo, matter, by=clerk(town), at=FRIDAY, why="抽查未修复")
    assert (matter.stage, matter.holder, matter.outcome, matter.closed_at) == ("redo", town.he, "", None)


def test_what_was_taken_back_is_not_done_again_but_opened_again(town: Town) -> None:
    kept, matter = called(replied(town), by=clerk(town)), replied(town)
    matter = said(say.withdraw, matter, by=clerk(town), at=TUESDAY, why="已自行修好")
    with pytest.raises(Refused, match=r"opens it again|重新启动"):
        said(say.order_redo, matter, by=clerk(town), at=WEDNESDAY, why="抽查未修复")
    assert said(say.order_redo, kept, by=clerk(town), at=WEDNESDAY, why="抽查未修复").stage == "redo"
    matter = said(say.reopen, matter, by=lead(town), at=WEDNESDAY, why="抽查未修复")
    assert (matter.stage, "withdrawn" in state_of(matter).flags) == ("accepted", False)


def test_after_the_window_it_is_filed_away_and_no_longer_done_again(town: Town) -> None:
    matter = called(replied(town), by=clerk(town))
    with pytest.raises(Refused):
        said(say.archive, matter, by=lead(town), at=FRIDAY)
    with pytest.raises(Refused):
        answers(say.ask_redo, matter, at=MONTH, why="又不亮了")
    assert said(say.archive, matter, by=lead(town), at=MONTH).stage == "archived"


def unconfirmed(town: Town) -> Matter:
    told = {"waive_ground": "asked_not_to", "why": "短信说明"}
    matter = said(say.waive_call_back, replied(town), by=lead(town), at=MONDAY, **told)
    return said(say.close, matter, by=clerk(town), at=MONDAY)


def test_the_residents_word_comes_late_and_still_counts(town: Town) -> None:
    matter = answers(say.rate, unconfirmed(town), at=FRIDAY, **GOOD)
    assert (matter.stage, light(matter)) == ("closed", ("green", "Closed and confirmed"))
    assert answers(say.rate, unconfirmed(town), at=FRIDAY, **BAD).stage == "redo"
    with pytest.raises(Refused):
        answers(say.rate, unconfirmed(town), at=MONTH, **BAD)


def test_what_cannot_be_solved_now_is_laid_aside_until_a_day_and_taken_up(town: Town) -> None:
    matter = replied(town)
    for day in (MONDAY, TUESDAY):
        with pytest.raises(Refused):
            said(say.park, matter, by=clerk(town), at=TUESDAY, why="待立项", review_on=day.date())
    matter = said(say.park, matter, by=clerk(town), at=TUESDAY, why="待立项", review_on=MONTH.date())
    assert (matter.stage, matter.clock, light(matter)[0]) == ("parked", "paused", "yellow")
    up = said(say.take_up, matter, by=clerk(town), at=MONTH, why="资金已到位")
    assert (up.stage, up.due_at, up.unit) == ("in_progress", state_of(up).marks["reply"].at, town.north)
    assert called(said(say.reply, up, by=town.he, at=MONTH, **answer()), by=clerk(town), at=MONTH).stage == "closed"


def test_what_is_not_solved_is_red_again_as_soon_as_it_is_taken_up(town: Town) -> None:
    content, matter = replied(town), answers(say.rate, replied(town), at=TUESDAY, **BAD)
    for one, colour in ((content, "yellow"), (matter, "red")):
        laid = said(say.park, one, by=clerk(town), at=TUESDAY, why="待立项", review_on=MONTH.date())
        assert light(laid)[0] == "yellow"
        assert light(said(say.take_up, laid, by=clerk(town), at=WEDNESDAY, why="资金已到位"))[0] == colour


def test_what_is_laid_aside_can_be_closed_as_such(town: Town) -> None:
    matter = said(say.park, replied(town), by=clerk(town), at=TUESDAY, why="待立项", review_on=MONTH.date())
    matter = said(say.close, matter, by=clerk(town), at=MONTH)
    assert (matter.outcome, light(matter)[1]) == ("parked", "Closed without the resident's word")


@pytest.mark.parametrize("where", [taken_in, accepted, dispatched, in_hand, replied])
def test_a_resident_takes_it_back_wherever_it_stands(town: Town, where: object) -> None:
    assert callable(where)
    matter = answers(say.take_back, where(town), at=TUESDAY)
    assert (matter.stage, matter.outcome, matter.due_at) == ("closed", "withdrawn", None)
    assert light(matter) == ("green", "Withdrawn by the resident")
    with pytest.raises(Refused):
        answers(say.take_back, matter, at=TUESDAY)
    with pytest.raises(Refused):
        answers(say.ask_redo, matter, at=TUESDAY, why="反悔")


def test_opened_again_the_desk_settles_anew_who_handles_it(town: Town) -> None:
    matter = called(replied(town), by=clerk(town))
    with pytest.raises(NotAllowed):
        said(say.reopen, matter, by=clerk(town), at=NEXT_MONDAY, why="隐患复发")
    matter = said(say.reopen, matter, by=lead(town), at=NEXT_MONDAY, why="隐患复发")
    assert (matter.stage, matter.unit, matter.holder, matter.outcome) == ("accepted", town.street, None, "")
    state = state_of(matter)
    assert set(state.marks) == {"dispatch", "reply", "soon"}
    assert (state.data["handlers"], len(state.data["cycles"])) == ([], 1)
    assert verify().differences == ()


def test_whoever_handled_the_first_round_may_call_back_on_the_second(town: Town) -> None:
    """The cycle counts: who only signed before the redo had no hand in the reply that is asked about."""
    at_the_desk_too(town, town.he, role="clerk")
    matter = answers(say.rate, replied(town), at=TUESDAY, **BAD)
    matter = said(say.reply, matter, by=town.wang, at=WEDNESDAY, **answer())
    assert called(matter, by=town.he, at=WEDNESDAY).stage == "closed"


def test_what_is_laid_aside_past_its_day_is_called_overdue_nowhere_as_it_is_counted_nowhere(town: Town) -> None:
    matter = said(say.park, replied(town), by=clerk(town), at=TUESDAY, why="待立项", review_on=MONTH.date())
    late, browser = replied(town), Client()
    browser.force_login(clerk(town))
    told = {one.pk: page(browser, f"/m/{one.number}/") for one in (matter, late)}
    over = {pk: (STANDING in html, bool(OVER.search(html))) for pk, html in told.items()}
    assert over == {matter.pk: (True, False), late.pk: (False, True)}
    rows = page(browser, "/matters/?stage=parked")
    assert (STANDING in rows, bool(OVER.search(rows))) == (True, False)
    overdue = page(browser, "/matters/?due=overdue")
    assert (matter.number in overdue, late.number in overdue) == (False, True)
