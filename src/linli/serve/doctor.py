"""./linli doctor: what this installation stands on, and what is wrong with it."""

import argparse
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
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
from linli.ground.text import msg
from linli.matters.newest import newest_at, rows
from linli.serve.folder import disk_kind, require_matching_keys
from linli.tongue import gettext as _
from linli.usage import speak

LITTLE_DISK = 1 << 30
SOUND = msg("database: SQLite {version}, sound for the write-ahead log, journal {journal}")
OLD = msg("database: SQLite {version}, too old for the write-ahead log, journal {journal}")
FOLDER, NO_FOLDER = msg("data folder {folder}"), msg("no data folder {folder}: ./linli run makes it")
PRIVATE, OPEN = msg("data folder is open to its owner only"), msg("data folder is open to others ({mode})")
WAITING, UP_TO_DATE = msg("{count} migrations wait: ./linli run applies them"), msg("database up to date")
BEHIND = msg("clock: {now}, behind the ledger: set it right, or say ./linli tick --trust-clock")
ABREAST = msg("clock: {now}, not behind the ledger")
UNCOMPILED, COMPILED = msg("{count} catalogues are not compiled: ./linli words"), msg("words compiled")
MISSING, THERE = msg("missing for the browser: {names}"), msg("style sheets and scripts there")
Finding = tuple[bool, str]


def main(arguments: Sequence[str]) -> int:
    understand(arguments)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linli.settings")
    try:
        configuration = load()
    except Refused as refusal:
        say(refusal, well=False)
        return 1
    well = True
    for look in (engine, folder, keys, disk, database, search, clock, words, assets):
        well &= told(look, configuration)
    return 0 if well else 1


def understand(arguments: Sequence[str]) -> None:
    """Which folder is meant, as the other verbs are told it, and nothing else."""
    speak()
    explained = _("What this installation stands on, and what is wrong with it. It changes nothing.")
    parser = argparse.ArgumentParser(prog="./linli doctor", description=explained)
    parser.add_argument("--data", help=_("the data folder (default ./data)"))
    if folder := parser.parse_args(arguments).data:
        os.environ["LINLI_DATA"] = str(Path(folder).expanduser().resolve())


def told(look: Callable[[Configuration], Iterator[Finding]], configuration: Configuration) -> bool:
    """Say what one look found; a look that fails is a finding too."""
    try:
        findings = list(look(configuration))
    except Exception as problem:
        findings = [(False, f"{look.__name__}: {problem}")]
    for well, sentence in findings:
        say(sentence, well=well)
    return all(well for well, _sentence in findings)


def say(sentence: object, *, well: bool) -> None:
    verdict = _("ok   ") if well else _("WRONG")
    sys.stdout.write(f"{verdict}  {sentence}\n")


def engine(configuration: Configuration) -> Iterator[Finding]:
    django.setup()
    versions = (sys.version.split()[0], django.get_version())
    yield True, _("Python {}, Django {}, mode {}").format(*versions, configuration.mode)
    if "sqlite3" not in configuration.database["ENGINE"]:
        yield True, _("database: {engine}").format(engine="PostgreSQL")
        return
    version = ".".join(map(str, engine_version()))
    sound = engine_version() >= SOUND_SINCE
    yield True, _(SOUND if sound else OLD).format(version=version, journal=journal())


def folder(configuration: Configuration) -> Iterator[Finding]:
    place = configuration.data
    yield place.is_dir(), _(FOLDER if place.is_dir() else NO_FOLDER).format(folder=place)
    if place.is_dir():
        mode = place.stat().st_mode & 0o777
        yield mode == 0o700, _(PRIVATE if mode == 0o700 else OPEN).format(mode=f"{mode:o}")


def keys(configuration: Configuration) -> Iterator[Finding]:
    if not configuration.personal_keys.exists():
        yield False, _("no keys yet: ./linli run makes them")
        return
    try:
        require_matching_keys(configuration)
    except Refused as refusal:
        yield False, str(refusal)
        return
    yield True, _("keys: there, private, and they open this data")


def disk(configuration: Configuration) -> Iterator[Finding]:
    place = next(folder for folder in (configuration.data, *configuration.data.parents) if folder.exists())
    free = shutil.disk_usage(place).free
    told = _("{size} GB free on {disk}").format(size=f"{free / (1 << 30):.1f}", disk=disk_kind(place) or _("the disk"))
    yield free > LITTLE_DISK, told


def database(configuration: Configuration) -> Iterator[Finding]:
    if "sqlite3" in configuration.database["ENGINE"] and not Path(configuration.database["NAME"]).exists():
        yield False, _("no database yet: ./linli run makes it")
        return
    executor = MigrationExecutor(connection)
    waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    yield waiting == 0, _(WAITING if waiting else UP_TO_DATE).format(count=waiting)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            found = cursor.execute("PRAGMA journal_mode").fetchone()[0]
            sound = cursor.execute("PRAGMA quick_check(1)").fetchone()[0]
        yield found.upper() == journal(), _("journal in use: {journal}").format(journal=found)
        yield sound == "ok", _("quick check of the file: {result}").format(result=sound)


def search(configuration: Configuration) -> Iterator[Finding]:
    matters, searched = (rows(name).count() for name in ("Matter", "Searched"))
    if left := matters - searched:
        yield False, _("{count} matters cannot be found by their words: ./linli search rebuild").format(count=left)
        return
    yield True, _("search: every matter is indexed")


def clock(configuration: Configuration) -> Iterator[Finding]:
    now, newest = timezone.now(), newest_at()
    behind = newest is not None and newest - now > LEEWAY
    yield not behind, _(BEHIND if behind else ABREAST).format(now=f"{now:%Y-%m-%d %H:%M} UTC")


def words(configuration: Configuration) -> Iterator[Finding]:
    stale = [file for file in settings.HERE.rglob("*.po") if not file.with_suffix(".mo").exists()]
    yield not stale, _(UNCOMPILED if stale else COMPILED).format(count=len(stale))


def assets(configuration: Configuration) -> Iterator[Finding]:
    missing = [name for name in ("tabler/tabler.min.css", "htmx/htmx.min.js") if not finders.find(name)]
    yield not missing, _(MISSING if missing else THERE).format(names=", ".join(missing))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
