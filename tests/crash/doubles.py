"""Eight processes send the very same post at the same moment, five times over; prints what became of it as JSON."""

import json
import multiprocessing
import sys
import uuid
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier

from django.db import connection
from django.utils import timezone

from linli.matters.access import viewer
from linli.matters.commands import Saying, carry_out, open_matter
from linli.matters.everyday import note
from linli.matters.models import Matter, Words
from linli.matters.verify import verify
from linli.place.models import Unit
from linli.staff.models import User
from tests.crash.founding import founded
from tests.pebble.kind import PEBBLE
from tests.town import pebble

SENDERS, ROUNDS = 8, 5
FIND = {"title": "同一粒石子", "size": "small"}


def main() -> None:
    number = pebble(founded()).number
    connection.close()
    fork = multiprocessing.get_context("fork")
    keys = [str(uuid.uuid4()) for _round in range(2 * ROUNDS)]
    together, answers = fork.Barrier(SENDERS), fork.Queue()
    senders = [fork.Process(target=send, args=(number, keys, together, answers)) for _sender in range(SENDERS)]
    for process in senders:
        process.start()
    told = [answers.get(timeout=120) for _sender in senders]
    for process in senders:
        process.join()
    json.dump({**outcome(number), "answers": told, "codes": [process.exitcode for process in senders]}, sys.stdout)


def send(number: str, keys: list[str], together: Barrier, answers: "Queue[list[str]]") -> None:
    """A note, then a new matter, round after round; the answers are the numbers of the matters."""
    user, north, told = User.objects.get(username="mei"), Unit.objects.get(code="360101"), []
    for turn in range(ROUNDS):
        version = Matter.objects.get(number=number).version
        together.wait()
        for_note, for_opening = (
            Saying(who=viewer(user, at=timezone.now()), at=timezone.now(), key=keys[place], version=version)
            for place in (2 * turn, 2 * turn + 1)
        )
        told.append(carry_out(note, number, told={"text": f"note {turn}"}, saying=for_note).matter.number)
        told.append(open_matter(PEBBLE, unit=north, told=FIND, saying=for_opening).matter.number)
        together.wait()
    answers.put(told)


def outcome(number: str) -> dict[str, object]:
    return {
        "notes": sorted(Words.objects.filter(matter__number=number, field="text").values_list("text", flat=True)),
        "matters": list(Matter.objects.order_by("number").values_list("number", flat=True)),
        "differences": [str(difference) for difference in verify().differences],
    }
