"""`./linli bench`: every budget of bench/budgets.toml, measured beside the raw limit in the same run, on one engine."""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from linli.serve.folder import prepare
from linli.toolbox.postgres import cluster, programs_or_reason

ROOT = Path(__file__).resolve().parents[3]
OF_ONE_LEDGER = ("taking", "pages", "writing", "ticking")
"""These follow each other over the ledger that the first of them takes in."""
ALONE = ("taking_short", "report_county", "search", "repeats", "series", "many")
"""Each of these fills a database of its own."""
AS_SERVED = ("shared_buffers=512MB", "max_connections=60", "maintenance_work_mem=256MB")
"""PostgreSQL as an office runs it: what is written is on the disk."""
ENGINES = ("sqlite", "postgresql")


def main(arguments: Sequence[str]) -> int:
    told = read(arguments)
    sys.stdout.write(machine())
    if told.peer:
        return run("peer", told, database="")
    first = [name for name in OF_ONE_LEDGER if not told.names or name in told.names]
    alone = [name for name in ALONE if not told.names or name in told.names]
    groups = [*([first] if first else []), *([name] for name in alone)]
    return max((in_one(group, told) for group in groups), default=0)


def read(arguments: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./linli bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"left out: all of {', '.join(OF_ONE_LEDGER + ALONE)}")
    parser.add_argument("--matters", type=int, help="left out: as many as the budget is for")
    parser.add_argument("--engine", choices=ENGINES, default="sqlite")
    parser.add_argument(
        "--peer", action="store_true", help="install django-helpdesk apart and do the same work with it"
    )
    told = parser.parse_args(arguments)
    unknown = sorted({*told.names} - {*OF_ONE_LEDGER, *ALONE})
    if unknown:
        parser.error(f"there is no bench called {', '.join(unknown)}; there are {', '.join(OF_ONE_LEDGER + ALONE)}")
    return told


def machine() -> str:
    """What the figures are of, as they go to docs/speed.md."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return (
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC, commit {commit.stdout.strip() or 'unknown'}, {os.cpu_count()} cores, "
        f"{platform.machine()}, Python {platform.python_version()}, load {os.getloadavg()[0]:.1f}\n"
    )


def in_one(group: Sequence[str], told: argparse.Namespace) -> int:
    """The benches of a group one after another over one database. A budget that is broken does not stop the others."""
    with tempfile.TemporaryDirectory(prefix="linli-bench-") as place, a_database(told.engine) as database:
        prepare(Path(place) / "data")
        os.environ["LINLI_DATA"] = str(Path(place) / "data")
        return max(run(name, told, database=database) for name in group)


@contextmanager
def a_database(engine: str) -> Iterator[str]:
    """The address of a new PostgreSQL; nothing where the data folder's SQLite is meant."""
    if engine == "sqlite":
        yield ""
        return
    found, reason = programs_or_reason()
    if found is None:
        raise SystemExit(f"There is no PostgreSQL to measure on: {reason}")
    with cluster(found, settings=AS_SERVED) as address:
        yield address


def run(name: str, told: argparse.Namespace, *, database: str) -> int:
    sys.stdout.write(f"\n--- {name} ---\n")
    sys.stdout.flush()
    command = [sys.executable, "-m", f"bench.{name}", *([str(told.matters)] if told.matters else [])]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
    if database:
        environment["LINLI_DATABASE"] = database
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
