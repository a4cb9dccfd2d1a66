"""`python -m bench.peer [TICKETS]`: the same tickets and the same work here and with django-helpdesk, one PostgreSQL.

The peer is installed from its lock into an environment of its own under build/; nothing of it is imported here.
"""

import json
import os
import subprocess
import sys
import tempfile
import tomllib
import venv
from collections.abc import Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Any

import psycopg

from linli.serve.folder import prepare
from linli.toolbox.bench import AS_SERVED, ROOT
from linli.toolbox.postgres import cluster, programs_or_reason

PLACE, LOCK = ROOT / "build" / "peer", ROOT / "requirements" / "peer.lock"
ROUNDS = 30


def main(arguments: Sequence[str]) -> int:
    budget = tomllib.loads((Path(__file__).parent / "budgets.toml").read_text(encoding="utf-8"))["peer"]
    number = int(arguments[0]) if arguments else budget["tickets"]
    programs, reason = programs_or_reason()
    if programs is None:
        sys.stdout.write(f"There is no PostgreSQL to measure on: {reason}\n")
        return 1
    peer = installed()
    with cluster(programs, settings=AS_SERVED) as address:
        theirs = run([str(peer), "bench/helpdesk_side.py", another(address), str(number), str(ROUNDS)])
        ours = run([sys.executable, "-m", "bench.our_side", str(number), str(ROUNDS)], database=address)
    return verdict(ours, theirs, budget=budget, number=number)


def installed() -> Path:
    """The peer's own Python, made when it is not there."""
    python = PLACE / "bin" / "python"
    if not python.exists():
        venv.create(PLACE, with_pip=True)
        pip = [str(python), "-m", "pip", "install", "--quiet", "--require-hashes", "-r", str(LOCK)]
        subprocess.run(pip, check=True)
    return python


def another(address: str) -> str:
    """A second database beside ours, so that both have the same server with the same settings."""
    with psycopg.connect(address, autocommit=True) as there:
        there.execute("CREATE DATABASE peer")
    return address.replace("/postgres?", "/peer?")


def run(command: Sequence[str], *, database: str = "") -> dict[str, Any]:
    """What a side prints; each runs alone, in a process of its own."""
    with tempfile.TemporaryDirectory(prefix="linli-bench-") as place:
        environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"} if database else {**os.environ}
        if database:
            prepare(Path(place) / "data")
            environment |= {"LINLI_DATA": str(Path(place) / "data"), "LINLI_DATABASE": database}
        done = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def verdict(ours: Mapping[str, Any], theirs: Mapping[str, Any], *, budget: Mapping[str, float], number: int) -> int:
    sys.stdout.write(
        f"{number} tickets on one PostgreSQL; filled here in {ours['filled']:.0f} s with histories, hashes and search, "
        f"there in {theirs['filled']:.0f} s in sets\n       here p50 ms  there p50 ms    times\n"
    )
    kept = beside_bare(ours, budget)
    for name, here in ours["told"].items():
        there, wanted = median(theirs["told"][name]), budget[name.replace(" ", "_")]
        times = there / median(here)
        good = times >= wanted
        kept = kept and good
        sys.stdout.write(
            f"{'kept' if good else 'BROKEN':<6} {median(here):11.1f} {there:13.1f} {times:8.1f}  "
            f"{name} (budget {wanted:.0f} times)\n"
        )
    return 0 if kept else 1


def beside_bare(ours: Mapping[str, Any], budget: Mapping[str, float]) -> bool:
    """Closing many beside the bare writing of the same rows on the same server, in the same run."""
    took, bare, most = median(ours["told"]["bulk close"]), median(ours["bare"]["bulk close"]), budget["bulk_close_bare"]
    good = took / bare <= most
    sys.stdout.write(
        f"{'kept' if good else 'BROKEN':<6} bulk close {took:.1f} ms, bare writing of its rows {bare:.1f} ms: "
        f"{took / bare:.1f} times (budget {most:.1f})\n"
    )
    return good


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
