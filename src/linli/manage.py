"""Any Django command, with a refused configuration told as one plain sentence."""

import os
import sys
from pathlib import Path

from django.core.management import execute_from_command_line

from linli.configuration import Configuration, Refused, load
from linli.serve.folder import prepare

WITHOUT_DATA = frozenset({"check", "due", "help", "makemigrations", "startkind", "version"})
WITHIN_LINLI = frozenset({"createadmin", "loadcells", "loadunits", "opendata", "tick", "verify"})
QUIET = frozenset({"tick"})


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "linli.settings")
    try:
        verb = "".join(sys.argv[1:2])
        if verb in WITHIN_LINLI:
            require_a_start(load(), verb=verb)
        if verb not in WITHOUT_DATA:
            os.umask(0o077)
            prepare(Path(os.environ.get("LINLI_DATA") or "data"))
        execute_from_command_line(["linli", *sys.argv[1:]])
    except Refused as refusal:
        sys.stderr.write(f"{refusal}\n")
        return 1
    return 0


def require_a_start(configuration: Configuration, *, verb: str) -> None:
    """Say which folder is meant, and refuse one in which Linli never ran: a slip in its name makes nothing."""
    database = configuration.database
    if "sqlite3" in database["ENGINE"] and not Path(database["NAME"]).exists():
        raise Refused(
            f"There is no Linli in {configuration.data} yet, and nothing was made. "
            f"Start it there first: ./linli run --empty --data {configuration.data}"
        )
    if verb not in QUIET:
        sys.stderr.write(f"Data folder: {configuration.data}\n")
        sys.stderr.flush()


if __name__ == "__main__":
    sys.exit(main())
