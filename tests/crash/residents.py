"""Ten processes send the same page of the counter, with two pictures, five times each; prints what became of it."""

import json
import multiprocessing
import sys
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client

from linli.doors.counter.models import Draft, Rate
from linli.matters import files
from linli.matters.models import Matter
from linli.matters.verify import verify
from tests.counter.visiting import PLACE, REACH, WHAT, hidden, page, sent, solved
from tests.crash.founding import founded
from tests.desk.uploads import picture
from tests.town import facts_of

SENDERS, ROUNDS = 10, 5


def main() -> None:
    settings.ALLOWED_HOSTS = ["testserver"]
    founded()
    told = filled_in()
    connection.close()
    fork = multiprocessing.get_context("fork")
    together, answers = fork.Barrier(SENDERS), fork.Queue()
    senders = [fork.Process(target=send, args=(told, together, answers)) for _sender in range(SENDERS)]
    for process in senders:
        process.start()
    met = [answers.get(timeout=120) for _sender in senders]
    for process in senders:
        process.join()
    json.dump({**outcome(met), "codes": [process.exitcode for process in senders]}, sys.stdout)


def filled_in() -> dict[str, object]:
    """All three steps, with the proof and two pictures that wait as drafts."""
    client = Client()
    pictures = [SimpleUploadedFile(f"{n}.jpg", picture(size=(40, 30 + n))) for n in range(2)]
    second = sent(client, page(client, PLACE), pictures=pictures, **WHAT).content.decode()
    third = sent(client, second, place="桥头").content.decode()
    return {**hidden(third), "go": "send", "nonce": solved(third), **REACH}


def send(told: dict[str, object], together: Barrier, answers: "Queue[list[tuple[int, str]]]") -> None:
    client, met = Client(), []
    for _round in range(ROUNDS):
        together.wait()
        response = client.post(PLACE, told)
        met.append((response.status_code, response.headers.get("Location", "")))
    answers.put(met)


def outcome(met: list[list[tuple[int, str]]]) -> dict[str, object]:
    answers = {answer for one in met for answer in one}
    results = [Client().get(place).content.decode() for _status, place in sorted(answers) if place]
    return {
        "answers": sorted(answers),
        "times": sum(len(one) for one in met),
        "facts": [fact for matter in Matter.objects.all() for fact in facts_of(matter) if fact != "Turned"],
        "shown": [Matter.objects.get().number in result for result in results],
        "files": len(list(files.on_disk())),
        "drafts": Draft.objects.count(),
        "counted": sorted(Rate.objects.filter(lane="worked").values_list("count", flat=True)),
        "differences": [str(difference) for difference in verify().differences],
    }
