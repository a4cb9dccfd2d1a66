"""Eight processes write to one matter while a ninth seals and a tenth verifies; prints what became of it as JSON."""

import json
import multiprocessing
import sys
import uuid
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Event as Flag

from django.db import connection
from django.utils import timezone

from linli.matters.access import viewer
from linli.matters.commands import Conflict, Saying, carry_out
from linli.matters.everyday import note
from linli.matters.models import Event, Matter, Words
from linli.matters.sealing import seal_new
from linli.matters.verify import verify
from linli.staff.models import User
from tests.crash.founding import founded
from tests.town import pebble

WRITERS, NOTES = 8, 25
NAMES = ("mei", "wang", "gu", "he", "chen")


def main() -> None:
    number = pebble(founded()).number
    connection.close()
    fork = multiprocessing.get_context("fork")
    conflicts: Queue[int] = fork.Queue()
    done = fork.Event()
    found: Queue[str] = fork.Queue()
    watchers = [fork.Process(target=seal_until, args=(done,)), fork.Process(target=verify_until, args=(done, found))]
    writers = [fork.Process(target=write, args=(number, place, conflicts)) for place in range(WRITERS)]
    for process in (*watchers, *writers):
        process.start()
    met = sum(conflicts.get(timeout=120) for _writer in writers)
    for process in writers:
        process.join()
    done.set()
    meanwhile = list(iter(found.get, ""))
    for process in watchers:
        process.join()
    codes = [process.exitcode for process in (*watchers, *writers)]
    json.dump({**outcome(number), "conflicts": met, "meanwhile": meanwhile, "codes": codes}, sys.stdout)


def write(number: str, place: int, conflicts: "Queue[int]") -> None:
    """Each note until it is taken; any other error than a conflict ends the process with a trace."""
    user, met = User.objects.get(username=NAMES[place % len(NAMES)]), 0
    for turn in range(NOTES):
        key, text = str(uuid.uuid4()), f"writer {place}, note {turn}"
        while True:
            at, version = timezone.now(), Matter.objects.get(number=number).version
            saying = Saying(who=viewer(user, at=at), at=at, key=key, version=version)
            try:
                carry_out(note, number, told={"text": text}, saying=saying)
                break
            except Conflict:
                met += 1
    conflicts.put(met)


def seal_until(done: Flag) -> None:
    while not done.wait(0.2):
        seal_new(at=timezone.now())
    seal_new(at=timezone.now())


def verify_until(done: Flag, found: "Queue[str]") -> None:
    """What verify finds while others write; the empty word at the end."""
    while not done.wait(0.3):
        for difference in verify().differences:
            found.put(str(difference))
    found.put("")


def outcome(number: str) -> dict[str, object]:
    events = Event.objects.filter(matter__number=number).order_by("seq")
    return {
        "seqs": list(events.values_list("seq", flat=True)),
        "texts": sorted(Words.objects.filter(matter__number=number, field="text").values_list("text", flat=True)),
        "differences": [str(difference) for difference in verify().differences],
    }
