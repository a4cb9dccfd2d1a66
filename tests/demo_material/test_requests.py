"""The invented requests as planned: in order, as many as ordered, and nobody's name where it does not belong."""

import re
from collections import Counter
from datetime import date, datetime, time
from functools import cache
from itertools import pairwise

import pytest

from linli.demo.county import units
from linli.demo.people import posts
from linli.demo.requests.clusters import ANSWERED_ALONG, FOLLOWERS, LAMP, PUMP, TWINS
from linli.demo.requests.paths import IN_ALL, OVER, SETTLED
from linli.demo.requests.paths_today import TODAY as STANDING
from linli.demo.requests.planning import requests
from linli.demo.requests.request import COUNTER, Request
from linli.demo.requests.wish import wishes
from tests.demo_material.planned import DAYS, TODAY, ZONE, ten_oclock

CHANNELS = {"phone", "sms", "mailbox", "app", "mini_program", "window", "grid_round", "transfer", "site"}


@cache
def planned(today: date) -> list[Request]:
    return requests(ten_oclock(today))


@pytest.mark.parametrize("today", DAYS)
def test_700_are_told_in_the_order_of_their_opening_and_none_lies_in_the_future(today: date) -> None:
    midnight = datetime.combine(today, time(), tzinfo=ZONE)
    newest = {path.name for path in STANDING if path.newest}
    assert len(planned(today)) == IN_ALL
    assert all(here.opened_at <= there.opened_at for here, there in pairwise(planned(today)))
    for each in planned(today):
        moments = [each.opened_at, *(step.at for step in each.steps)]
        assert all(here < there for here, there in pairwise(moments)), each
        assert moments[-1] < (ten_oclock(today) if each.course in newest else midnight)


def test_the_same_day_is_told_the_same_way() -> None:
    assert requests(ten_oclock(TODAY)) == planned(TODAY)


def test_every_path_is_taken_as_often_as_it_is_ordered_and_the_rest_was_settled() -> None:
    taken = Counter(each.course for each in planned(TODAY))
    for path in (*OVER, *STANDING):
        if path is not SETTLED:
            assert taken[path.name] == path.here + path.elsewhere
    assert (taken[PUMP], taken[LAMP], taken[TWINS]) == (1 + FOLLOWERS, 1 + ANSWERED_ALONG, 2)
    assert taken[SETTLED.name] >= SETTLED.here


def test_what_is_over_ran_its_whole_course() -> None:
    ends = {"archived": "archive", "converted": "convert", "waived": "close", "taken_back": "take_back"}
    for each in planned(TODAY):
        if each.course in ends:
            assert each.steps[-1].verb == ends[each.course]


def test_all_ways_in_are_taken_and_the_counter_speaks_only_for_residents() -> None:
    assert {each.asked.channel for each in planned(TODAY)} == CHANNELS
    for each in planned(TODAY):
        assert each.at_counter == (each.asked.channel == "site")
        said = {step.verb for step in each.steps if step.by == COUNTER}
        assert said <= {"rate", "ask_redo", "take_back", "ask_data", "supplement"}


def test_anonymous_confidential_and_called_back_when_asked_all_occur() -> None:
    asked = [each.asked for each in planned(TODAY)]
    assert any(one.anonymous for one in asked)
    assert any(one.confidential for one in asked)
    assert any(one.wants_reply and not one.confidential for one in asked)
    assert any(one.reported for one in asked)
    assert not any(one.name for one in asked if one.anonymous)


def test_titles_are_short_hold_no_name_and_no_text_has_a_hole() -> None:
    for each in planned(TODAY):
        assert len(each.asked.title) <= 30
        assert not each.asked.name or each.asked.name not in each.asked.title + each.asked.story
        texts = [each.asked.title, each.asked.story, *(str(text) for step in each.steps for text in step.told.values())]
        assert not [text for text in texts if re.search(r"[{}|]|\[[^\]]*[一-鿿]", text)]


def test_one_broken_thing_is_told_by_neighbours_in_words_of_their_own() -> None:
    for key, least in ((PUMP, 3), (LAMP, 2)):
        group = [each.asked for each in planned(TODAY) if each.course == key]
        assert len({one.grid_code for one in group}) == 1
        assert len({one.place for one in group}) == 1
        assert len({one.name for one in group}) == len(group)
        assert len({one.story for one in group}) >= least


def test_numbers_belong_to_nobody_and_who_speaks_has_a_post() -> None:
    usernames, names = {row.username for row in posts()} | {COUNTER}, {row.name for row in units()}
    for each in planned(TODAY):
        assert not each.asked.phone or re.fullmatch(r"1380000\d{4}", each.asked.phone)
        assert {each.opened_by, *(step.by for step in each.steps)} <= usernames
    assert {one.to for one in wishes()} - {"community"} <= names
