"""Who speaks in the invented disputes, and where they stand."""

import re

from linli.demo import material
from linli.demo.county import code_of, units
from linli.demo.people import posts
from tests.demo_material.planned import TODAY, told


def test_what_is_in_danger_now_and_what_was_is_told_apart() -> None:
    assert {each.course for each in told(TODAY) if each.dangerous} == {"dangerous", "danger_now"}
    assert all(not each.dangerous for each in told(TODAY) if each.course == "jointly")


def test_places_and_posts_are_those_of_the_county() -> None:
    codes = {row.code: row.parent_code for row in units()}
    usernames = {row.username for row in posts()}
    for each in told(TODAY):
        assert codes[each.grid_code] == each.community_code
        assert codes[each.community_code] == each.unit_code
        assert {each.opened_by, *(step.by for step in each.steps)} <= usernames


def test_parties_stand_on_two_sides_with_numbers_that_belong_to_nobody() -> None:
    for each in told(TODAY):
        assert {party.side for party in each.parties} == {"a", "b"}
        assert all(re.fullmatch(r"1380000\d{4}", party.phone) for party in each.parties)
        people = [party.name[0] for party in each.parties if party.sort == "person"]
        assert len(people) == len(set(people))


def test_bodies_that_have_a_post_of_their_own_speak_for_themselves() -> None:
    speakers = {step.unit: step.by for each in told(TODAY) for step in each.steps if isinstance(step, material.Opine)}
    assert speakers[code_of("云棠县公安局")] == "fang"
    assert speakers[code_of("云棠县司法局")] != "fang"
