"""More time for an administrative case: asked before the limit, decided by somebody else, given once."""

from datetime import timedelta
from typing import Any

import pytest

from linli.kinds.case.facts.describing import Classified
from linli.matters.command import Refused
from tests.kinds.case.pure import CHEN, DAY, HE, MONDAY, Told, administrative, criminal, filed
from tests.kinds.case.told import say


def asked() -> Told:
    return filed(administrative()).say(say.ask_extension, at=MONDAY + 20 * DAY, why="案情复杂")


def test_more_time_is_asked_for_while_the_limit_runs_and_only_in_an_administrative_case() -> None:
    told = asked()
    assert told.state.marks["awaiting"].at == MONDAY + 20 * DAY
    assert told.light[1] == "Not assessed in time: look at it now"
    with pytest.raises(Refused):
        told.say(say.ask_extension, at=MONDAY + 21 * DAY, why="案情复杂")
    with pytest.raises(Refused, match=r"criminal|刑事"):
        filed(criminal()).say(say.ask_extension, at=MONDAY, why="案情复杂")
    with pytest.raises(Refused, match=r"run out|届满"):
        filed(administrative()).say(say.ask_extension, at=MONDAY + 31 * DAY, why="案情复杂")


def test_approved_it_adds_thirty_days_once() -> None:
    told = asked()
    before = told.limit_at
    told.say(say.approve_extension, at=MONDAY + 21 * DAY, by=CHEN, document="延〔2026〕3号")
    assert before is not None
    assert told.limit_at == before + timedelta(days=30)
    assert "awaiting" not in told.state.marks
    with pytest.raises(Refused, match=r"once|一次"):
        told.say(say.ask_extension, at=MONDAY + 40 * DAY, why="再延")
    with pytest.raises(Refused):
        told.say(say.approve_extension, at=MONDAY + 40 * DAY, by=CHEN)


def test_approved_after_the_limit_it_still_counts_from_the_old_one() -> None:
    told = asked().wait(MONDAY + 33 * DAY)
    assert told.light == ("red", "Past its lawful limit")
    told.say(say.approve_extension, at=MONDAY + 33 * DAY, by=CHEN)
    assert told.limit_at is not None
    assert told.limit_at.date() - MONDAY.date() == timedelta(days=60)
    assert told.light[1] != "Past its lawful limit"


def test_refused_the_limit_stays_and_it_may_be_asked_for_again() -> None:
    told = asked()
    before = told.limit_at
    told.say(say.refuse_extension, at=MONDAY + 21 * DAY, by=CHEN, why="理由不足")
    assert (told.limit_at, "awaiting" in told.state.marks) == (before, False)
    told.say(say.ask_extension, at=MONDAY + 22 * DAY, why="补充鉴定")
    assert told.state.data["extension"]["state"] == "asked"


def test_a_request_lapses_when_the_case_becomes_criminal() -> None:
    told = asked().say(say.classify, at=MONDAY + 21 * DAY, category="fraud")
    assert (told.state.data["extension"]["state"], "awaiting" in told.state.marks) == ("lapsed", False)
    with pytest.raises(Refused, match=r"Nobody asked|尚无"):
        told.say(say.approve_extension, at=MONDAY + 21 * DAY, by=CHEN)
    result: dict[str, Any] = {"result": "handled", "report": "已调查完毕"}
    assert told.say(say.report_result, at=MONDAY + 21 * DAY, **result).state.stage == "reported"


def test_a_request_that_an_older_entry_left_open_is_refused_in_words() -> None:
    told = asked()
    told.timeline.say(Classified(category="fraud", case_class="criminal"), by=None, at=MONDAY + 21 * DAY)
    assert told.state.data["extension"]["state"] == "asked"
    with pytest.raises(Refused, match=r"Refuse the request|不批准"):
        told.say(say.approve_extension, at=MONDAY + 21 * DAY, by=CHEN)
    told.say(say.refuse_extension, at=MONDAY + 21 * DAY, by=CHEN, why="刑事案件不适用")
    assert "awaiting" not in told.state.marks


def test_who_asked_does_not_decide() -> None:
    for verb in (say.approve_extension, say.refuse_extension):
        with pytest.raises(Refused, match=r"yourself|本人"):
            asked().say(verb, at=MONDAY + 21 * DAY, by=HE, why="理由不足")
        asked().say(verb, at=MONDAY + 21 * DAY, by=CHEN, why="理由不足")


def test_a_result_waits_until_more_time_is_decided() -> None:
    told = asked()
    result: dict[str, Any] = {"result": "handled", "report": "已调查完毕"}
    with pytest.raises(Refused):
        told.say(say.report_result, at=MONDAY + 21 * DAY, **result)
    told.say(say.refuse_extension, at=MONDAY + 21 * DAY, by=CHEN, why="理由不足")
    assert told.say(say.report_result, at=MONDAY + 21 * DAY, **result).state.stage == "reported"
