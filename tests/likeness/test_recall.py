"""Whoever asks about one incident of a planted series is shown the others first, in counties drawn at random."""

import sys

import pytest

from linli.likeness.series import candidates
from tests.likeness.county import CAREFUL, HASTY, Telling, incidents, squares
from tests.likeness.telling import categories, grid, shards
from tests.town import MONDAY, Town, viewing

EVERYDAY, HANDS, FIRST = 1_500, 6, 5

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("seed", range(1, 6))
def test_each_incident_of_a_series_leads_to_the_others(seed: int, town: Town) -> None:
    found, wanted = recalled(town, seed, telling=CAREFUL)
    assert found == wanted > 90


@pytest.mark.parametrize("seed", [6])
def test_hardly_one_is_missed_where_half_of_them_are_told_in_haste(seed: int, town: Town) -> None:
    found, wanted = recalled(town, seed, telling=HASTY)
    assert found >= 0.95 * wanted > 90


def recalled(town: Town, seed: int, *, telling: Telling) -> tuple[int, int]:
    """How many of the others stood among the first for each member, and how many could have."""
    told = incidents(seed, everyday=EVERYDAY, hands=HANDS, telling=telling)
    categories()
    matters = shards(town, told, cells=grid(town, squares()))
    hands = {matter.pk: one.hand for matter, one in zip(matters, told, strict=True)}
    planted = [matter for matter in matters if hands[matter.pk] is not None]
    who, found, wanted = viewing(town.mei), 0, 0
    for matter in planted:
        hand = hands[matter.pk]
        shown = [hands[one.matter.pk] for one in candidates(matter, who, at=MONDAY)[:FIRST]]
        found += shown.count(hand)
        wanted += min(list(hands.values()).count(hand) - 1, FIRST)
    sys.stdout.write(f"seed {seed}: {found} of {wanted} within the first {FIRST}\n")
    return found, wanted
