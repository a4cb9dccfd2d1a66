"""Matters come to a unit while the office moves it in the tree, in every order; prints what became of it as JSON."""

import json
import multiprocessing
import sys
from collections.abc import Callable
from multiprocessing.synchronize import Event as Flag

from django.db import connection, transaction

from linli.matters.verify import verify
from linli.place.models import Unit
from linli.place.tree import graft
from linli.staff.models import User
from tests.crash.founding import founded
from tests.pebble import commands
from tests.pebble.kind import PEBBLE
from tests.town import MONDAY, TUESDAY, opened, said, unit

FIND = {"title": "北边的石子", "size": "small"}
HELD_FOR = 1.5

Act = Callable[[], None]


def main() -> None:
    town = founded()
    unit("3602", "樟树街道", kind="street", under=town.county)
    connection.close()
    orders = ((comes_new, moves), (moves, comes_new), (passed_on, moves), (moves, passed_on))
    codes: list[int | None] = []
    found = {f"{first.__name__}, {second.__name__}": outcome(first, second, codes) for first, second in orders}
    json.dump({"differences": found, "codes": codes}, sys.stdout)


def outcome(first: Act, second: Act, codes: list[int | None]) -> list[str]:
    """The second begins while the first has not committed yet; what verify finds when both are through."""
    fork = multiprocessing.get_context("fork")
    said_it, through = fork.Event(), fork.Event()
    processes = [fork.Process(target=hold, args=(first, said_it, through))]
    processes.append(fork.Process(target=follow, args=(second, said_it, through)))
    for process in processes:
        process.start()
    for process in processes:
        process.join()
    differences = [str(difference) for difference in verify().differences]
    connection.close()
    codes += [process.exitcode for process in processes]
    return differences


def hold(act: Act, said_it: Flag, through: Flag) -> None:
    with transaction.atomic():
        act()
        said_it.set()
        through.wait(HELD_FOR)


def follow(act: Act, said_it: Flag, through: Flag) -> None:
    said_it.wait()
    act()
    through.set()


def moves() -> None:
    """North goes to the other street, or back."""
    north = Unit.objects.get(code="360101")
    over = north.parent
    assert over is not None
    graft(north, under=Unit.objects.get(code="3602" if over.code == "3601" else "3601"))


def comes_new() -> None:
    opened(PEBBLE, by=who("mei"), unit=Unit.objects.get(code="360101"), told=FIND, at=MONDAY)


def passed_on() -> None:
    """A pebble of South's is given to North."""
    matter = opened(PEBBLE, by=who("sun"), unit=Unit.objects.get(code="360102"), told=FIND, at=MONDAY)
    said(commands.pass_on, matter, by=who("chen"), at=TUESDAY, unit=Unit.objects.get(code="360101"))


def who(username: str) -> User:
    return User.objects.get(username=username)
