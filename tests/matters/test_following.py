"""The code of a matter: read aloud, typed by hand, found again; and never found out."""

from dataclasses import replace

import pytest
from django.db import connection

from linli.matters.access import posting, scope_of, scope_row_by_row, visible
from linli.matters.following import ALPHABET, bearer, code_of, find_followed, is_well_formed, tidied
from linli.matters.models import Duty, Matter
from linli.matters.state import DESK
from tests.town import MONDAY, Town, pebble, viewing

CODE = "QS-2026-000042"


def test_a_code_has_no_look_alikes_and_is_the_same_each_time() -> None:
    assert code_of(CODE) == code_of(CODE) != code_of("QS-2026-000043")
    assert set(tidied(code_of(CODE))) <= set(ALPHABET)
    assert not set("01OIL") & set(ALPHABET)
    assert [len(part) for part in code_of(CODE).split("-")] == [4, 4, 4, 1]


def test_the_check_sign_finds_every_single_wrong_sign_and_every_two_swapped_ones() -> None:
    signs = tidied(code_of(CODE))
    wrong = {signs[:at] + other + signs[at + 1 :] for at in range(13) for other in ALPHABET} - {signs}
    swapped = {signs[:at] + signs[at + 1] + signs[at] + signs[at + 2 :] for at in range(12)} - {signs}
    assert is_well_formed(signs)
    assert not [text for text in wrong | swapped if is_well_formed(text)]


@pytest.mark.parametrize("typed", [str.lower, lambda text: text.replace("-", " "), lambda text: f" {text}\t"])
def test_small_letters_and_blanks_do_no_harm(typed: object) -> None:
    assert callable(typed)
    assert is_well_formed(typed(code_of(CODE)))


@pytest.mark.django_db
def test_the_bearer_of_a_code_sees_that_matter_and_no_other(town: Town) -> None:
    mine, other = pebble(town), pebble(town)
    found = find_followed(code_of(mine.number).lower())
    assert found == mine
    who = bearer(mine, at=MONDAY)
    assert list(visible(who)) == [mine]
    assert posting(who, "answer", mine) is not None
    assert [posting(who, act, mine) for act in ("see", "note", "handle", "reveal")] == [None] * 4
    assert posting(who, "answer", other) is None


@pytest.mark.django_db
def test_a_code_that_nobody_has_finds_nothing(town: Town) -> None:
    pebble(town)
    assert find_followed(code_of("PB-2026-999999")) is None
    assert find_followed("AAAA-AAAA-AAAA-A") is None
    assert find_followed("") is None


@pytest.mark.usefixtures("spoilt")
def test_the_desk_that_took_a_matter_in_keeps_its_say_wherever_it_is_handled(town: Town) -> None:
    matter = pebble(town)
    sun = viewing(town.sun)
    assert posting(sun, "record", matter) is None
    Duty.objects.create(matter=matter, place=99, role=DESK, unit=town.south, from_at=MONDAY)
    assert posting(sun, "record", matter) is not None
    assert matter in visible(sun)
    assert posting(viewing(town.mei), "record", matter, of=DESK) is None
    assert posting(sun, "record", matter, of="unit") is None
    assert posting(viewing(town.chen), "assign", matter, of=DESK) is not None


@pytest.mark.django_db
def test_whoever_sees_one_matter_only_sees_no_more_of_it_in_parts_whatever_their_posts_give(town: Town) -> None:
    mine, _other = pebble(town), pebble(town)
    who = replace(viewing(town.mei), only=mine.pk)
    assert [list(Matter.objects.filter(scope(who).whole)) for scope in (scope_of, scope_row_by_row)] == [[mine], [mine]]


@pytest.mark.parametrize("table", ["matters_follow", "matters_papercode"])
@pytest.mark.django_db
def test_a_digest_is_kept_in_one_index(table: str) -> None:
    """It is asked for whole, and each further index costs every matter that is taken in."""
    with connection.cursor() as cursor:
        kept = connection.introspection.get_constraints(cursor, table).values()
    assert [one["unique"] for one in kept if "digest" in one["columns"]] == [True]
