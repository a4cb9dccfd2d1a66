"""The posts of the invented county, and the sign-ins that visitors are shown."""

from linli.demo.county import units
from linli.demo.people import offered, posts

ROLES = {"clerk", "handler", "mediator", "lead", "leader", "statistician", "auditor", "administrator"}


def test_eighty_one_posts_stand_in_known_units_and_usernames_are_not_shared() -> None:
    codes = {row.code for row in units()}
    assert len(posts()) == 81
    assert len({row.username for row in posts()}) == 81
    assert len({row.name for row in posts()}) == 81
    assert all(row.unit_code in codes and row.role in ROLES for row in posts())


def test_every_street_and_town_has_a_clerk_a_mediator_and_a_committee_head() -> None:
    held = {(row.unit_code, row.role) for row in posts()}
    for unit in units():
        if unit.kind in {"street", "town"}:
            assert {(unit.code, "clerk"), (unit.code, "mediator"), (unit.code, "lead")} <= held


def test_each_role_has_a_sign_in_to_try() -> None:
    assert {row.role for row in posts() if row.username in offered()} == ROLES


def test_the_heads_of_the_centre_hold_their_posts_over_the_whole_county() -> None:
    by_username = {row.username: row for row in posts()}
    assert {by_username[each].unit for each in ("he", "ding")} == {"云棠县"}
    assert "he" in offered()


def test_the_police_station_of_every_street_has_a_leader_who_decides_and_an_officer_who_works() -> None:
    held = {(row.unit, row.role) for row in posts()}
    streets = {row.code for row in units() if row.kind == "street"}
    stations = [row for row in units() if row.name.endswith("派出所")]
    assert {row.parent_code for row in stations} == streets
    assert all({(row.name, "leader"), (row.name, "handler")} <= held for row in stations)
    assert {"jian", "pei"} <= offered().keys()


def test_who_handles_requests_sits_in_communities_streets_and_departments_and_one_is_shown() -> None:
    kinds = {row.code: row.kind for row in units()}
    handlers = {row.username: kinds[row.unit_code] for row in posts() if row.role == "handler"}
    assert set(handlers.values()) == {"community", "street", "department"}
    assert handlers["ruan"] == "community"
    assert "ruan" in offered()
