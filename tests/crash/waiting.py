"""Takes requests in by sets that are long in writing, while another process wants to write now and then."""

import json
import multiprocessing
import sys
import time
from multiprocessing.queues import Queue
from typing import Any

from django.core.management import call_command
from django.db import OperationalError, connection, transaction

from linli.kinds.request.kind import REQUEST
from linli.matters import giving_way, taking_in, weighing
from linli.matters.taking_in import begin_taking, take_in
from linli.staff.models import User
from tests.kinds.request.in_town import clerk
from tests.kinds.request.outside import mixed
from tests.town import NEXT_MONDAY, build, viewing

SETS, AT_ONCE, LASTS = 9, 2, 1.0
TIMES, PATIENCE = 4, 3
"""How often the other one wants to write, and for how many seconds it waits for that."""


def main() -> None:
    call_command("migrate", interactive=False, verbosity=0)
    who = clerk(build())
    weighing.chunks.__kwdefaults__ = {"most": AT_ONCE}
    taking_in._move_on = slowly(taking_in._move_on)
    giving_way.AFTER = LASTS / 2
    connection.close()
    fork = multiprocessing.get_context("fork")
    told: Queue[list[str]] = fork.Queue()
    other = fork.Process(target=write, args=(told,))
    taking = begin_taking(REQUEST, source="12345", by=viewing(who).posts[0], at=NEXT_MONDAY, digest="a")
    connection.close()
    other.start()
    for _progress in take_in(taking, mixed(SETS * AT_ONCE)):
        pass
    json.dump({"said": told.get(timeout=60), "rows": taking.rows}, sys.stdout)
    other.join()


def slowly(move_on: Any) -> Any:
    def moved(*told: Any, **more: Any) -> None:
        time.sleep(LASTS)
        move_on(*told, **more)

    return moved


def write(told: "Queue[list[str]]") -> None:
    connection.settings_dict["OPTIONS"]["timeout"] = PATIENCE
    said = []
    for _time in range(TIMES):
        time.sleep(LASTS / 4)
        try:
            with transaction.atomic():
                User.objects.filter(username="qin").update(name="秦桑")
        except OperationalError as problem:
            said.append(str(problem) if giving_way.is_busy(problem) else f"not busy: {problem}")
        else:
            said.append("written")
    told.put(said)
