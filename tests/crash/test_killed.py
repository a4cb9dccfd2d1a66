"""The server is killed in the middle of two hundred posts: every acknowledged post is there, once."""

import json
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from urllib.parse import urlencode

import pytest

from tests.town import PHONE, ZHOU

ROOT = Path(__file__).resolve().parents[2]
READY = re.compile(r"serves at")
TOKEN = "k" * 32
POSTS, KILLED_AFTER = 50, (80,)
PATIENCE = 120.0

pytestmark = pytest.mark.slow


@dataclass
class Desk:
    """One browser at one matter: it posts note after note, and the same post again until it is acknowledged."""

    session: str
    number: str
    port: int
    version: int = 1
    acknowledged: list[str] = field(default_factory=list)
    tried_again: int = 0

    def work(self) -> None:
        for turn in range(POSTS):
            self.post(f"note {turn}", key=str(uuid.uuid4()))

    def post(self, text: str, *, key: str) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            try:
                status = self.send(text, key=key)
            except (OSError, HTTPException):
                self.tried_again += 1
                time.sleep(0.1)
                continue
            assert status == 303, status
            self.acknowledged.append(text)
            self.version = self.version + 1 if self.version > 1 else 3
            return
        raise AssertionError("the server did not come back")

    def send(self, text: str, *, key: str) -> int:
        body = urlencode({"text": text, "key": key, "version": self.version, "csrfmiddlewaretoken": TOKEN})
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": f"sessionid={self.session}; csrftoken={TOKEN}",
        }
        asked = HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            asked.request("POST", f"/m/{self.number}/note/", body=body, headers=headers)
            return asked.getresponse().status
        finally:
            asked.close()


def test_every_acknowledged_post_is_there_once(environment: dict[str, str]) -> None:
    port = free_port()
    desks = [Desk(**told, port=port) for told in json.loads(ran("founding", environment))]
    with ThreadPoolExecutor(len(desks)) as pool:
        work = [pool.submit(desk.work) for desk in desks]
        for number in KILLED_AFTER:
            with serving(environment, port=port) as server:
                wait_for(desks, number)
                kill(server.pid)
        with serving(environment, port=port):
            for one in work:
                one.result(timeout=PATIENCE)
    assert sum(desk.tried_again for desk in desks) > 0
    told = json.loads(ran("afterwards", environment))
    wanted = Counter({f"{desk.number} note {turn}": 1 for desk in desks for turn in range(POSTS)})
    assert Counter(told["notes"]) == wanted
    assert [len(desk.acknowledged) for desk in desks] == [POSTS] * len(desks)
    assert told["differences"] == []
    assert not [file for file in Path(environment["LINLI_DATA"]).rglob("*") if file.is_file() and names_zhou(file)]


def names_zhou(file: Path) -> bool:
    """Whether a file of the ledger, its log or its journal holds a party's words in the clear."""
    content = file.read_bytes()
    return any(word.encode() in content for word in (ZHOU, PHONE))


def ran(name: str, environment: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "tests.crash.launch", name], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@contextmanager
def serving(environment: dict[str, str], *, port: int) -> Iterator["subprocess.Popen[str]"]:
    """The real server over this ledger, and all of its processes gone afterwards."""
    command = [sys.executable, "-m", "linli.serve", "--empty", "--port", str(port), "--data", environment["LINLI_DATA"]]
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        for line in server.stdout:
            if READY.search(line):
                break
        threading.Thread(target=server.stdout.read, daemon=True).start()
        try:
            yield server
        finally:
            kill(server.pid)


def kill(pid: int) -> None:
    """No signal that could be caught: the supervisor first, so that nobody is started again, then all of its own."""
    family = [pid, *descendants(pid)]
    for member in family:
        try:
            os.kill(member, signal.SIGKILL)
        except ProcessLookupError:
            continue


def descendants(pid: int) -> list[int]:
    try:
        children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    except (FileNotFoundError, ProcessLookupError):
        return []
    return [one for child in children for one in (int(child), *descendants(int(child)))]


def wait_for(desks: list[Desk], number: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while sum(len(desk.acknowledged) for desk in desks) < number:
        assert time.monotonic() < deadline, "too few posts were acknowledged"
        time.sleep(0.005)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
