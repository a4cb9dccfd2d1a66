"""`python -m bench.writing [MATTERS]`: one command through HTTP while eight readers page through the lists.

Served by the product's own web server; the visitors take their part of the same cores.
"""

import multiprocessing
import re
import sys
import threading
import time
import tomllib
from collections.abc import Sequence
from multiprocessing.synchronize import Event as Bell
from pathlib import Path
from statistics import median

from django import db
from django.db import connection

from bench.ledger import ledger
from bench.series import timed
from bench.visiting import PATIENCE, Visitor, served
from linli.matters.models import Matter
from tests.town import Town

READERS, COMMANDS = 8, 100
LIST = "/matters/?state=all"
FURTHER = re.compile(r'href="(/matters/\?[^"]*after=[^"]*)"')


def main(arguments: Sequence[str]) -> int:
    budget = tomllib.loads((Path(__file__).parent / "budgets.toml").read_text(encoding="utf-8"))["writing"]
    town = ledger(int(arguments[0]) if arguments else budget["matters"])
    with served() as port:
        alone = sorted(times(town, port=port, skip=0))
        crowded, reading, pages = among_readers(town, port=port)
    before, p95 = alone[int(len(alone) * 0.95)], crowded[int(len(crowded) * 0.95)]
    kept = p95 <= budget["p95_ms"]
    sys.stdout.write(
        f"{connection.vendor}: a note through HTTP: alone p50 {median(alone):.0f} ms, p95 {before:.0f} ms; "
        f"beside {READERS} readers p50 {median(crowded):.0f} ms, p95 {p95:.0f} ms (budget {budget['p95_ms']:.0f}), "
        f"and they read {pages:.0f} pages a second meanwhile, p50 {median(reading):.0f} ms, "
        f"p95 {reading[int(len(reading) * 0.95)]:.0f} ms: {'kept' if kept else 'BROKEN'}\n"
    )
    return 0 if kept else 1


def times(town: Town, *, port: int, skip: int) -> list[float]:
    """Milliseconds of each posting alone; its form was opened before."""
    visitor = Visitor(town.chen, port=port)
    chosen = Matter.objects.filter(kind="request", closed_at=None).order_by("-pk")[skip : skip + COMMANDS]
    forms = {f"/m/{matter.number}/note/": visitor.fields(f"/m/{matter.number}/note/") for matter in chosen}
    return [timed(visitor.post, url, {**told, "text": "已电话联系，三日内上门。"})[0] for url, told in forms.items()]


def among_readers(town: Town, *, port: int) -> tuple[list[float], list[float], float]:
    """Postings while others read, what reading took them, and how many pages they read a second."""
    visitors = [Visitor(town.chen, port=port) for _one in range(READERS)]
    connection.close()
    apart = multiprocessing.get_context("fork")
    done, near = apart.Event(), apart.Pipe(duplex=False)
    crowd = apart.Process(target=crowded, args=(visitors, done, near[1]), daemon=True)
    crowd.start()
    time.sleep(1)
    told = sorted(times(town, port=port, skip=COMMANDS))
    done.set()
    began, ended, read = near[0].recv()
    crowd.join(PATIENCE)
    return told, sorted(read), len(read) / (ended - began)


def crowded(visitors: Sequence[Visitor], done: Bell, near: "multiprocessing.connection.Connection") -> None:
    """A process of readers, each on a thread and a connection of its own; tells when, and how long each page took."""
    db.connections.close_all()
    read: list[float] = []
    threads = [threading.Thread(target=reading, args=(visitor, done, read)) for visitor in visitors]
    began = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    near.send((began, time.perf_counter(), read))


def reading(visitor: Visitor, done: Bell, read: list[float]) -> None:
    page = LIST
    while not done.is_set():
        began = time.perf_counter()
        html = visitor.get(page)
        read.append((time.perf_counter() - began) * 1000)
        further = FURTHER.search(html)
        page = further[1].replace("&amp;", "&") if further else LIST


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
