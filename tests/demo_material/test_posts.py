"""The posts of the invented county, and the sign-ins that visitors are shown."""

from linli.demo.county import units
from linli.demo.people import posts, signins

ROLES = {"clerk", "handler", "mediator", "lead", "leader", "statistician", "auditor", "administrator"}


def test_sixty_posts_stand_in_known_units_and_usernames_are_not_shared() -> None:
    codes = {row.code for row in units()}
    assert len(posts()) == 60
    assert len({row.username for row in posts()}) == 60
    assert len({row.name for row in posts()}) == 60
    assert all(row.unit_code in codes and row.role in ROLES for row in posts())


def test_every_street_and_town_has_a_clerk_a_mediator_and_a_committee_head() -> None:
    held = {(row.unit_code, row.role) for row in posts()}
    for unit in units():
        if unit.kind in {"street", "town"}:
            assert {(unit.code, "clerk"), (unit.code, "mediator"), (unit.code, "lead")} <= held


def test_each_role_has_a_sign_in_to_try() -> None:
    assert {row.role for row in signins()} == ROLES


def test_the_heads_of_the_centre_hold_their_posts_over_the_whole_county() -> None:
    by_username = {row.username: row for row in posts()}
    assert {by_username[each].unit for each in ("he", "ding")} == {"云棠县"}
    assert "he" in {row.username for row in signins()}
