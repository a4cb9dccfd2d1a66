"""Histories of requests come in as sets: as if the gate had been told each of them, once, and by the same rules."""

from typing import Any

import pytest

from linli.matters.models import Event, Matter, Taken, Taking
from linli.matters.taking_in import weigh
from linli.kinds.request.kind import REQUEST
from tests.kinds.request.outside import CLOSED, HOUR, begun, mixed, post, row, taken
from tests.town import FRIDAY, MONDAY, Town, facts_of

pytestmark = pytest.mark.django_db


def counted(taking: Taking) -> tuple[int, ...]:
    return (taking.rows, taking.good, taking.already, taking.changed, taking.wrong)


def test_each_row_becomes_a_matter_with_its_own_moments(town: Town) -> None:
    told = taken(town, mixed(6))
    assert [str(one.wrong) for one in told[-1].wrong] == []
    assert counted(told[-1].taking) == (6, 6, 0, 0, 0)
    last = Matter.objects.get(taken__external="12345-0004")
    assert facts_of(last)[0] == "TakenIn"


def test_the_same_file_again_brings_nothing_new(town: Town) -> None:
    taken(town, mixed(6))
    before = Event.objects.count()
    again = taken(town, mixed(6), digest="b")
    assert counted(again[-1].taking) == (6, 0, 6, 0, 0)
    assert Event.objects.count() == before
