"""`python -m bench.many [REQUESTS]`: how long closing many requests takes, beside the bare writing of its rows."""

import sys
import time
import tomllib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import connection, transaction

from linli.kinds.request.kind import REQUEST
from linli.matters.command import Command
from linli.matters.commands import Saying
from linli.matters.many import DONE, REFUSED, Outcome, carry_out_many, foresee
from linli.matters.models import Matter
from linli.matters.telling import begin_telling, record_many, tell
from linli.matters.timeline import Timeline
from linli.policy.book import book
from linli.staff.posts import Held
from tests.kinds.request.at_counter import lead
from tests.kinds.request.in_town import clerk
from tests.kinds.request.told import answer, lamp, say, sending
from tests.town import MONDAY, TUESDAY, Town, build, saying, viewing

TOLD = {"note": "三次未能联系上，按规定办结。"}
AT_ONCE, UNREADY = 500, 100
"""Every hundredth has still to be called back: it is refused, and stops no other."""
WRITING = ("INSERT", "UPDATE", "DELETE", "SAVEPOINT", "RELEASE")
Asked = tuple[str, Any, bool]
Step = tuple[Command, Held, dict[str, Any]]


def main(arguments: Sequence[str]) -> int:
    budget = tomllib.loads((Path(__file__).parent / "budgets.toml").read_text(encoding="utf-8"))["many"]
    number = int(arguments[0]) if arguments else budget["matters"]
    town = filled(number)
    numbers = dict(Matter.objects.filter(stage="replied").order_by("pk").values_list("number", "version"))
    written = written_by(town, numbers)
    bare = timed(lambda: replay(written))
    outcome: list[Outcome] = []
    looked = timed(lambda: outcome.append(foresee(say.close, numbers, told=TOLD, saying=by_the_desk(town))))
    took = timed(lambda: outcome.append(close_all(town, numbers)))
    expected = [DONE if place % UNREADY else REFUSED for place in range(number)]
    assert [[row.came for row in one.rows] for one in outcome] == [expected, expected]
    sys.stdout.write(f"looked at beforehand in {looked[0]:.1f} s, of this process {looked[1]:.1f} s\n")
    return verdict(took, bare, budget=budget, number=number)


def filled(number: int) -> Town:
    """As many requests answered by the unit, told through the gate; of most of them the call-back is left out."""
    call_command("migrate", verbosity=0)
    town = build()
    desk, steps = viewing(clerk(town)).posts[0], replied(town)
    for place in range(0, number, AT_ONCE):
        with transaction.atomic():
            places = range(place, min(place + AT_ONCE, number))
            record_many([told(town, steps if one % UNREADY else steps[:-1], by=desk) for one in places])
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return town


def replied(town: Town) -> tuple[Step, ...]:
    """What is said until a request is answered, by whom; the last is that it need not be called back."""
    desk, head, unit = (viewing(user).posts[0] for user in (clerk(town), lead(town), town.he))
    return (
        (say.accept, desk, {}),
        (say.dispatch, desk, sending(town.north)),
        (say.sign, unit, {}),
        (say.reply, unit, answer()),
        (say.waive_call_back, head, {"waive_ground": "asked_not_to", "why": "来电时说明不必回访。"}),
    )


def told(town: Town, steps: Sequence[Step], *, by: Held) -> Timeline:
    policy = book(MONDAY)
    line = begin_telling(REQUEST, unit=town.street, told=lamp(), by=by, at=MONDAY, book=policy)
    for command, post, words in steps:
        tell(line, command, told=words, by=post, at=MONDAY, book=policy)
    return line


def by_the_desk(town: Town) -> Saying:
    return saying(clerk(town), at=TUESDAY)


def close_all(town: Town, numbers: dict[str, int]) -> Outcome:
    return carry_out_many(say.close, numbers, told=TOLD, saying=by_the_desk(town))


def written_by(town: Town, numbers: dict[str, int]) -> list[Asked]:
    """The statements that write, of a round that is taken back again."""
    asked: list[Asked] = []

    def noted(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.startswith(WRITING):
            asked.append((sql, params, many))
        return execute(sql, params, many, context)

    with transaction.atomic(), connection.execute_wrapper(noted):
        close_all(town, numbers)
        transaction.set_rollback(True)
    return asked


def replay(written: Sequence[Asked]) -> None:
    """The same rows by bare cursor, taken back as well."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            for sql, params, many in written:
                (cursor.executemany if many else cursor.execute)(sql, params)
        transaction.set_rollback(True)


def timed(work: Callable[[], None]) -> tuple[float, float]:
    """Seconds on the wall and of this process: where they differ much, the machine was busy."""
    wall, own = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - wall, time.process_time() - own


def verdict(took: tuple[float, float], bare: tuple[float, float], *, budget: dict[str, float], number: int) -> int:
    times = took[1] / bare[1]
    kept = took[0] <= budget["seconds"] and times <= budget["times_bare"]
    sys.stdout.write(
        f"{number} matters: {took[0]:.1f} s (budget {budget['seconds']:.0f}), of this process {took[1]:.1f} s; "
        f"{times:.1f} times the bare writing of its rows, {bare[1]:.2f} s (budget {budget['times_bare']:.1f}): "
        f"{'kept' if kept else 'BROKEN'}\n"
    )
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
