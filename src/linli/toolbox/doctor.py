"""./linli doctor: what this installation stands on, and what is wrong with it."""

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles import finders
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from linli.configuration import Configuration, Refused, load
from linli.engine import SOUND_SINCE, engine_version, journal
from linli.ground.doubt import LEEWAY
from linli.matters.newest import newest_at, rows
from linli.serve.folder import disk_kind, require_matching_keys

LITTLE_DISK = 1 << 30
Finding = tuple[bool, str]


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linli.settings")
    try:
        configuration = load()
    except Refused as refusal:
        print(f"WRONG  {refusal}")
        return 1
    well = True
    for look in (engine, folder, keys, disk, database, search, clock, words, assets):
        well &= told(look, configuration)
    return 0 if well else 1


def told(look: Callable[[Configuration], Iterator[Finding]], configuration: Configuration) -> bool:
    """Say what one look found; a look that fails is a finding too."""
    try:
        findings = list(look(configuration))
    except Exception as problem:
        findings = [(False, f"{look.__name__}: {problem}")]
    for well, sentence in findings:
        print(f"{'ok   ' if well else 'WRONG'}  {sentence}")
    return all(well for well, _ in findings)


def engine(configuration: Configuration) -> Iterator[Finding]:
    django.setup()
    yield True, f"Python {sys.version.split()[0]}, Django {django.get_version()}, mode {configuration.mode}"
    if "sqlite3" not in configuration.database["ENGINE"]:
        yield True, "database: PostgreSQL"
        return
    version = ".".join(map(str, engine_version()))
    sound = "sound for" if engine_version() >= SOUND_SINCE else "too old for"
    yield True, f"database: SQLite {version}, {sound} the write-ahead log, journal {journal()}"


def folder(configuration: Configuration) -> Iterator[Finding]:
    place = configuration.data
    yield place.is_dir(), f"data folder {place}" if place.is_dir() else f"no data folder {place}: ./linli run makes it"
    if place.is_dir():
        mode = place.stat().st_mode & 0o777
        yield mode == 0o700, f"data folder is open to {'its owner only' if mode == 0o700 else f'others ({mode:o})'}"


def keys(configuration: Configuration) -> Iterator[Finding]:
    if not configuration.personal_keys.exists():
        yield False, "no keys yet: ./linli run makes them"
        return
    try:
        require_matching_keys(configuration)
    except Refused as refusal:
        yield False, str(refusal)
        return
    yield True, "keys: there, private, and they open this data"


def disk(configuration: Configuration) -> Iterator[Finding]:
    place = next(folder for folder in (configuration.data, *configuration.data.parents) if folder.exists())
    free = shutil.disk_usage(place).free
    yield free > LITTLE_DISK, f"{free / (1 << 30):.1f} GB free on {disk_kind(place) or 'the disk'}"


def database(configuration: Configuration) -> Iterator[Finding]:
    if "sqlite3" in configuration.database["ENGINE"] and not Path(configuration.database["NAME"]).exists():
        yield False, "no database yet: ./linli run makes it"
        return
    executor = MigrationExecutor(connection)
    waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    yield waiting == 0, f"{waiting} migrations wait: ./linli run applies them" if waiting else "database up to date"
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            found = cursor.execute("PRAGMA journal_mode").fetchone()[0]
            sound = cursor.execute("PRAGMA quick_check(1)").fetchone()[0]
        yield found.upper() == journal(), f"journal in use: {found}"
        yield sound == "ok", f"quick check of the file: {sound}"


def search(configuration: Configuration) -> Iterator[Finding]:
    matters, searched = (rows(name).count() for name in ("Matter", "Searched"))
    if left := matters - searched:
        yield False, f"{left} matters cannot be found by their words: ./linli search rebuild"
        return
    yield True, "search: every matter is indexed"


def clock(configuration: Configuration) -> Iterator[Finding]:
    now, newest = timezone.now(), newest_at()
    behind = newest is not None and newest - now > LEEWAY
    found = "behind the ledger: set it right, or say ./linli tick --trust-clock" if behind else "not behind the ledger"
    yield not behind, f"clock: {now:%Y-%m-%d %H:%M} UTC, {found}"


def words(configuration: Configuration) -> Iterator[Finding]:
    stale = [file for file in settings.HERE.rglob("*.po") if not file.with_suffix(".mo").exists()]
    yield not stale, f"{len(stale)} catalogues are not compiled: ./linli words" if stale else "words compiled"


def assets(configuration: Configuration) -> Iterator[Finding]:
    missing = [name for name in ("tabler/tabler.min.css", "htmx/htmx.min.js") if not finders.find(name)]
    yield not missing, f"missing for the browser: {', '.join(missing)}" if missing else "style sheets and scripts there"


if __name__ == "__main__":
    sys.exit(main())
