"""Taking in, killed at random moments and gone on with: in the end the ledger holds what an undisturbed one holds."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from random import SystemRandom
from typing import Any
from urllib.parse import urlsplit, urlunsplit

import psycopg
from django.core.management import call_command
from django.db import connection
from django.db.models import Model
from django.db.models import Sum as Total

from bench.histories import HISTORIES
from linli.kinds.request.kind import REQUEST
from linli.matters.models import Event, Matter, Searched, Sum, Words
from linli.matters.plain_rows import TABLES
from linli.matters.sums import SORT
from linli.matters.taken import Taking
from linli.matters.taking_in import begin_taking, take_in
from linli.matters.verify import verify
from linli.matters.weighing import CHUNK
from linli.matters.words import bound, keyring
from linli.place.models import Unit
from linli.policy.models import Series
from linli.serve.folder import prepare
from linli.staff.models import User
from tests.kinds.request.in_town import clerk
from tests.town import NEXT_MONDAY, build, viewing

ROOT = Path(__file__).resolve().parents[1]
CHANCE = SystemRandom()
A_CHUNK = 0.4
"""Seconds in which one is about written."""
BY_CHANCE: Mapping[type[Model], frozenset[str]] = {
    Matter: frozenset({"id", "head"}),
    Event: frozenset({"digests", "hash"}),
    Words: frozenset({"sealed", "salt"}),
}
"""Drawn anew in each run, or made of what is: left out. Sealed words are compared as they read when opened; the ids of
matters follow from how many were reserved, so each row is told with the number of its matter."""
Digests = dict[str, str]


def killed(called: str, number: int, *, times: int, hands: int) -> int:
    with tempfile.TemporaryDirectory(prefix="linli-killed-") as place:
        kept = Path(place) / "keys"
        prepare(kept)
        with a_ledger(Path(place) / "disturbed", keys=kept) as environment:
            moments = [killed_once(environment, called, number, hands, left=times - one) for one in range(times)]
            disturbed = told_at_last(environment, called, number, hands)
        with a_ledger(Path(place) / "undisturbed", keys=kept) as environment:
            undisturbed = told_at_last(environment, called, number, hands)
    differing = sorted(name for name in undisturbed if disturbed[name] != undisturbed[name])
    sys.stdout.write(
        f"{called}: {number} matters on {connection.vendor}, {hands} hands, killed {times} times, after "
        f"{', '.join(map(str, moments))} rows, and gone on with. Left out: "
        f"{', '.join(f'{table._meta.db_table}.{name}' for table, names in BY_CHANCE.items() for name in sorted(names))}"
        f". {len(undisturbed)} digests beside an undisturbed run: "
        f"{'DIFFERENT in ' + ', '.join(differing) if differing else 'identical'}\n"
    )
    return 1 if differing else 0


@contextmanager
def a_ledger(place: Path, *, keys: Path) -> Iterator[dict[str, str]]:
    """The environment of a ledger of its own under the same keys, on the engine of this process."""
    shutil.copytree(keys, place)
    told = {**os.environ, "LINLI_DATA": str(place)}
    address = os.environ.get("LINLI_DATABASE", "")
    if not address.startswith("postgresql://"):
        yield told
        return
    name = f"linli_{place.name}"
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(f'CREATE DATABASE "{name}"'.encode())
        yield {**told, "LINLI_DATABASE": urlunsplit(urlsplit(address)._replace(path=f"/{name}"))}
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


def killed_once(environment: Mapping[str, str], called: str, number: int, hands: int, *, left: int) -> int:
    """How many rows were written when it was killed: some chunks further, and somewhere within one of the next."""
    with begun(environment, called, number, hands) as process:
        assert process.stdout is not None
        said = [process.stdout.readline() for _chunk in range(CHANCE.randint(1, max(1, number // CHUNK // (left + 1))))]
        time.sleep(CHANCE.uniform(0, A_CHUNK))
        process.kill()
        said += process.stdout.read().splitlines()
    rows = json.loads(said[-1])
    assert isinstance(rows, int), "It was done before it could be killed: take more matters."
    assert rows < number, "It was done before it could be killed: take more matters."
    return rows


def told_at_last(environment: Mapping[str, str], called: str, number: int, hands: int) -> Digests:
    with begun(environment, called, number, hands) as process:
        assert process.stdout is not None
        told: Digests = json.loads(process.stdout.read().splitlines()[-1])
    assert process.returncode == 0
    return told


def begun(environment: Mapping[str, str], *told: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "bench.killed", *map(str, told)]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)


def taking_on(called: str, number: int, hands: int) -> None:
    """In a process of its own: take in from wherever it got, say each chunk, and at last what the ledger holds."""
    call_command("migrate", verbosity=0)
    who = User.objects.filter(username="qin").first() or clerk(build())
    taking = begin_taking(REQUEST, source="12345", by=viewing(who).posts[0], at=NEXT_MONDAY, digest="bench")
    for progress in take_in(taking, HISTORIES[called](number, under=Unit.objects.get(code="36")), hands=hands):
        assert not progress.wrong, str(progress.wrong[0].wrong)
        say(progress.taking.rows)
    found = (Matter.objects.count(), [*verify().differences])
    assert found == (number, []), found
    say(held())


def say(told: object) -> None:
    sys.stdout.write(f"{json.dumps(told)}\n")
    sys.stdout.flush()


def held() -> Digests:
    """Of each table a digest of all that does not differ by chance."""
    found = {table._meta.db_table: digest(rows_of(table, columns)) for table, columns in TABLES.items()}
    found["words as they read"] = digest(readable())
    found["searched"] = digest(rows_of(Searched, ("matter_id", "signs", "text")))
    found["sums"] = digest(
        Sum.objects.values_list("unit", "beyond", *SORT).annotate(Total("n")).order_by(*SORT, "unit", "beyond")
    )
    found["series"] = digest(Series.objects.order_by("code", "year").values_list("code", "year", "last"))
    found["takings"] = digest(Taking.objects.values_list("rows", "good", "already", "changed", "wrong"))
    return found


def digest(rows: Iterable[Any]) -> str:
    made = hashlib.sha256()
    for row in rows:
        made.update(repr(row).encode())
    return made.hexdigest()


def rows_of(table: type[Model], columns: Sequence[str]) -> Iterator[Any]:
    """The rows with the number of their matter in place of its id, in an order of their own."""
    kept = [name for name in columns if name not in BY_CHANCE.get(table, ()) and name != "matter_id"]
    told = kept if table is Matter else ["matter__number", *kept]
    return table._default_manager.values_list(*told).order_by(*told).iterator()


def readable() -> Iterator[Any]:
    """Every word in clear: sealed ones are another cipher in each run, and say the same."""
    rows = Words.objects.order_by("matter__number", "seq", "field")
    for number, seq, name, text, sealed in rows.values_list(
        "matter__number", "seq", "field", "text", "sealed"
    ).iterator():
        yield number, seq, name, keyring().open(sealed, bound=bound(number, seq, name)) if sealed else text


if __name__ == "__main__":
    taking_on(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
