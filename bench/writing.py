"""`python -m bench.writing [MATTERS]`: one command through HTTP while eight readers page through the lists."""

import multiprocessing
import re
import sys
import time
import tomllib
from collections.abc import Sequence
from multiprocessing.synchronize import Event as Bell
from pathlib import Path
from statistics import median

from django import db
from django.db import connection
from django.test import Client

from bench.ledger import ledger, signed_in
from bench.series import timed
from linli.matters.models import Matter
from linli.staff.models import User
from tests.town import Town

READERS, COMMANDS, PATIENCE = 8, 60, 60.0
HIDDEN = re.compile(r'name="(key|version)" value="([^"]*)"')


def main(arguments: Sequence[str]) -> int:
    budget = tomllib.loads((Path(__file__).parent / "budgets.toml").read_text(encoding="utf-8"))["writing"]
    town = ledger(int(arguments[0]) if arguments else budget["matters"])
    alone = sorted(times(town, skip=0))
    before = alone[int(len(alone) * 0.95)]
    crowded, pages = among_readers(town)
    p95 = crowded[int(len(crowded) * 0.95)]
    kept = p95 <= budget["p95_ms"]
    sys.stdout.write(
        f"{connection.vendor}: a note through HTTP: alone p50 {median(alone):.0f} ms, p95 {before:.0f} ms; "
        f"beside {READERS} readers p50 {median(crowded):.0f} ms, p95 {p95:.0f} ms (budget {budget['p95_ms']:.0f}), "
        f"and they read {pages:.0f} pages a second meanwhile: {'kept' if kept else 'BROKEN'}\n"
    )
    return 0 if kept else 1


def times(town: Town, *, skip: int) -> list[float]:
    """Milliseconds of each posting alone; its form was opened before."""
    client = signed_in(town.chen)
    chosen = Matter.objects.filter(kind="request", closed_at=None).order_by("-pk")[skip : skip + COMMANDS]
    forms = [(f"/m/{matter.number}/note/", fields(client, matter.number)) for matter in chosen]
    return [timed(post, client, url, told)[0] for url, told in forms]


def fields(client: Client, number: str) -> dict[str, str]:
    html = client.get(f"/m/{number}/note/").content.decode()
    return {**dict(HIDDEN.findall(html)), "text": "已电话联系，三日内上门。"}


def post(client: Client, url: str, told: dict[str, str]) -> None:
    answer = client.post(url, told)
    assert answer.status_code in (200, 302, 303), answer.content[:2000]


def among_readers(town: Town) -> tuple[list[float], float]:
    """Postings while others read, and how many pages they read a second. Each reader is a process, as at the server."""
    connection.close()
    apart = multiprocessing.get_context("fork")
    done, ready, read = apart.Event(), apart.Barrier(READERS + 1), apart.Value("q", 0)
    readers = [
        apart.Process(target=reading, args=(town.chen, done, ready, read), daemon=True) for _one in range(READERS)
    ]
    for reader in readers:
        reader.start()
    ready.wait(PATIENCE)
    began, before = time.perf_counter(), read.value
    told = sorted(times(town, skip=COMMANDS))
    pages = (read.value - before) / (time.perf_counter() - began)
    done.set()
    for reader in readers:
        reader.join(PATIENCE)
    return told, pages


def reading(user: User, done: Bell, ready: "multiprocessing.synchronize.Barrier", read: "object") -> None:
    db.connections.close_all()
    client = signed_in(user)
    page = "/matters/?state=all"
    ready.wait(PATIENCE)
    while not done.is_set():
        html = client.get(page).content.decode()
        further = re.search(r'href="(/matters/\?[^"]*after=[^"]*)"', html)
        page = further[1].replace("&amp;", "&") if further else "/matters/?state=all"
        with read.get_lock():  # type: ignore[attr-defined]
            read.value += 1  # type: ignore[attr-defined]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
