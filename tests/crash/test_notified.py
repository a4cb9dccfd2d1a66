"""The sender of notices is killed again and again: a receiver that looks at the key has each notice once."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.notices.receiver import Answering, Receiver, receiving, says

ROOT = Path(__file__).resolve().parents[2]
TAKEN = says(200, '{"errcode":0}')
KILLS, NOTICES = 8, 80

pytestmark = pytest.mark.slow


def test_killed_anywhere_each_notice_arrives_once_by_its_key(environment: dict[str, str]) -> None:
    drawn = random.Random(8)
    with receiving(slowly(TAKEN)) as receiver:
        environment["RECEIVER"] = receiver.url
        assert json.loads(done("found", environment, hour=0)) == NOTICES
        for hour in range(KILLS):
            sender = begun("send", environment, hour=hour + 1)
            wait_for_more(receiver)
            time.sleep(drawn.uniform(0, 0.2))
            kill(sender)
            sender.communicate(timeout=60)
        done("send", environment, hour=KILLS + 2)
        told = json.loads(done("left", environment, hour=0))
    assert told["states"] == {"sent": NOTICES}
    assert sorted(receiver.keys) == told["keys"]


def test_killed_after_it_was_taken_and_before_the_note_it_comes_again_under_its_key(
    environment: dict[str, str],
) -> None:
    senders: list[subprocess.Popen[str]] = []

    def takes_and_kills(handler: Answering, receiver: Receiver) -> None:
        kill(senders[-1])
        TAKEN(handler, receiver)

    with receiving(takes_and_kills, takes_and_kills, takes_and_kills, TAKEN) as receiver:
        environment["RECEIVER"] = receiver.url
        assert json.loads(done("found", environment, hour=0)) == NOTICES
        for hour in range(3):
            senders.append(begun("send", environment, hour=hour + 1))
            senders[-1].wait(timeout=60)
            assert senders[-1].returncode == -signal.SIGKILL
        done("send", environment, hour=5)
        told = json.loads(done("left", environment, hour=0))
    assert told["states"] == {"sent": NOTICES}
    assert sorted(receiver.keys) == told["keys"]
    assert receiver.keys.total() == NOTICES + 3


def slowly(behaviour: Callable[[Answering, Receiver], None]) -> Callable[[Answering, Receiver], None]:
    def answer(handler: Answering, receiver: Receiver) -> None:
        time.sleep(0.01)
        try:
            behaviour(handler, receiver)
        except OSError:
            return

    return answer


def begun(what: str, environment: dict[str, str], *, hour: int) -> "subprocess.Popen[str]":
    told = {**environment, "NOTIFYING": what, "HOUR": str(hour)}
    command = [sys.executable, "-m", "tests.crash.launch", "notifying"]
    return subprocess.Popen(command, cwd=ROOT, env=told, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def done(what: str, environment: dict[str, str], *, hour: int) -> str:
    process = begun(what, environment, hour=hour)
    said, wrong = process.communicate(timeout=120)
    assert process.returncode == 0, wrong
    return said


def kill(process: "subprocess.Popen[str]") -> None:
    os.kill(process.pid, signal.SIGKILL)


def wait_for_more(receiver: Receiver) -> None:
    before, deadline = len(receiver.got), time.monotonic() + 60
    while len(receiver.got) == before:
        assert time.monotonic() < deadline, "nothing came in"
        time.sleep(0.005)
