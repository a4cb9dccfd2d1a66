"""Two people link the same two cases at the same moment, each from the other one: nobody waits for ever."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection

from linli.matters.command import Refused
from linli.matters.commands import Conflict
from linli.matters.models import Matter
from linli.matters.verify import verify
from tests.kinds.case.in_town import accepted
from tests.kinds.case.told import say
from tests.town import MONDAY, Town, said, state_of


@pytest.mark.usefixtures("emptied")
@pytest.mark.skipif(
    connection.vendor != "postgresql", reason="needs real commits, which SQLite's triggers cannot flush"
)
def test_eight_pairs_are_linked_from_both_sides_at_once(town: Town) -> None:
    pairs = [(accepted(town), accepted(town)) for _each in range(8)]
    with ThreadPoolExecutor(4) as many:
        told = list(many.map(lambda pair: linked(town, *pair), [way for pair in pairs for way in (pair, pair[::-1])]))
    assert [sorted(told[place : place + 2]) for place in range(0, 16, 2)] == [["linked", "second"]] * 8
    assert all(state_of(first).tied("series") == state_of(second).tied("series") != [] for first, second in pairs)
    assert verify().differences == ()


def linked(town: Town, first: Matter, second: Matter) -> str:
    try:
        said(say.link_series, first, by=town.he, at=MONDAY, other=second.number, why="同样撬窗")
    except (Conflict, Refused):
        return "second"
    finally:
        connection.close()
    return "linked"
